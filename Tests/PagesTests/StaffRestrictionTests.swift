import Testing

@testable import Complaints
@testable import Pages

@Suite struct `What the staff pages show of a case that is open to few` {
    let press: Press

    init() throws { press = try Press() }

    private func root(_ page: some Page) throws -> StaffMarkup.Element { try StaffMarkup(press.render(page)).root }

    private func today(_ officer: Officer) throws -> StaffMarkup.Element {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.alerting = .init(lines: [StaffSamples.grave, StaffSamples.confided], total: 2)
        workload.hidden = 1
        let page = DashboardPage(
            workload: workload,
            signedIn: StaffSamples.desk(officer),
            today: StaffStory.today,
            press: press
        )
        return try root(page)
    }

    // Shows: R-24
    @Test func `is a line without content in a ledger, and no way to it`() throws {
        var line = StaffSamples.ledger[0]
        line.isHidden = true
        let page = RegisterPage(
            lines: [line],
            total: .exactly(1),
            filter: RegisterFilter(),
            years: [2026],
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        let row = try #require(try root(page).all("tr").last)
        #expect(row.all("a").isEmpty && row.text.contains("REC-2026-0009") && row.text.contains("Accès restreint"))
        for told in ["Fatou", "Facture", "Stagiaire", "Inès"] { #expect(!row.text.contains(told), "\(told)") }
        #expect(row.text.contains("En instruction") && row.text.contains("En retard"))
    }

    // Shows: R-24, R-87
    @Test func `alerts those who handle cases at the head of the day, and counts it for the others`() throws {
        let section = try #require(try today(StaffStory.manager).all("section").first)
        let remarks = section.all("td") { $0.has(class: "due") }.map(\.text)
        #expect(remarks.first?.contains("Harcèlement et Discrimination") == true)
        #expect(remarks.last?.contains("Arrivée en confidence") == true)
        let links = section.all("a").compactMap { $0.attributes["href"] }
        #expect(links.first == "/dossiers/REC-2026-0017#restriction-formulaire")
        #expect(links.last?.contains("#") == false)
        let desk = try today(StaffStory.desk)
        #expect(desk.all("section").isEmpty && desk.text.contains("Un dossier ouvert est en accès restreint"))
    }

    // Shows: R-24
    @Test func `offers as readers those whom the complaint does not name, and proposes the ground of its gravity`()
        throws
    {
        let judged = Qualification(nature: .complaint, severities: [.harassment], implicated: ["luc"])
        let file = StaffStory.file(.assigned, then: [.qualified(judged)])
        let markup = try StaffMarkup(press.render(StaffSamples.casePage(file, press: press)))
        let form = try #require(StaffTestFiles.form("restriction", markup))
        let boxes = form.all("input") { $0.attributes["name"] == "lecteurs" }
        let offered = boxes.compactMap { $0.attributes["value"] }
        #expect(offered.sorted() == ["camille", "ines", "paul"])
        #expect(form.sent["cause"] == ["harcelement"])
        #expect(form.sent["lecteurs"]?.contains("camille") == true)
    }

    // Shows: R-24, R-87
    @Test func `says in its head and its history why, and to whom it is open`() throws {
        let restriction = Restriction(ground: .discrimination, readers: ["camille", "ines"])
        let file = StaffStory.file(.acted, then: [.restricted(restriction), .restrictionLifted(Reason("Accord <b>"))])
        let text = try root(StaffSamples.casePage(file, press: press)).text
        #expect(text.contains("Accès restreint (Discrimination), ouvert à Camille Leroy et Inès Moreau"))
        #expect(text.contains("Restriction d’accès levée") && text.contains("Accord <b>"))
        let confided = try root(StaffSamples.casePage(StaffStory.confided, press: press)).text
        #expect(confided.contains("accès restreint dès la réception, ouvert à la direction"))
    }
}
