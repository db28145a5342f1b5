import Complaints
import Testing

@testable import Pages

@Suite struct `The page of the day, of mails` {
    let press: Press

    init() throws { press = try Press() }

    // Shows: S-79
    @Test func `has a mailbox that cannot be read in one line: since when, why, and that nothing is lost`() throws {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        let since = StaffStory.instant("2026-11-21T06:40:00Z")
        workload.troubledMailboxes = [.init("reclamations@exemple.fr", since: since, trouble: .insecure)]
        for officer in [StaffStory.manager, StaffStory.desk, StaffStory.director] {
            let page = DashboardPage(
                workload: workload,
                signedIn: StaffSamples.desk(officer),
                today: StaffStory.today,
                press: press
            )
            let root = try StaffMarkup(press.render(page)).root
            let notices = root.all("div") { $0.has(class: "notice") }.map(\.text)
            #expect(notices.count == 1)
            for words in [
                "21/11/2026 à 7\u{A0}h\u{A0}40", "reclamations@exemple.fr", "certificat valable", "Rien n’est perdu",
            ] {
                #expect(notices.first?.contains(words) == true, "\(words)")
            }
            #expect(root.text.contains("Une chose vous attend"))
        }
    }

    // Shows: S-79
    @Test(arguments: [(MailboxTrouble.withheld, "Lisez dans la boîte"), (.notMoved, "sont lus, mais")])
    func `says of a mailbox that was read what is wrong with it, and never that it is not read`(
        trouble: MailboxTrouble,
        words: String
    ) throws {
        let since = StaffStory.instant("2026-11-21T06:40:00Z")
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.troubledMailboxes = [.init("reclamations@exemple.fr", since: since, trouble: trouble)]
        let page = DashboardPage(
            workload: workload,
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        let line = UpkeepLine(.mailbox, .act, .waiting, since: since, trouble: trouble)
        let row = UpkeepRow(line, for: nil, press: press)
        for said in [press.render(page), "\(row.sentence) \(row.todo ?? "")"] {
            #expect(said.contains(words) && !said.contains("être lue"), "\(said)")
        }
    }

    // Shows: S-76
    @Test func `says of a mail that is too large that it is read in the mailbox`() throws {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        let mail = MailSummary(
            id: "c",
            keptAt: StaffStory.instant("2026-11-20T09:12:00Z"),
            person: "",
            subject: "",
            sort: .unreadable,
            reason: .tooLarge
        )
        workload.mails = Workload.MailGroup(lines: [mail], total: 1)
        let page = DashboardPage(
            workload: workload,
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        #expect(press.render(page).contains("50\u{A0}Mo\u{A0}: il n’est pas gardé ici"))
    }
}
