import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The words of the staff pages` {
    let press: Press

    init() throws { press = try Press() }

    @Test func `are all read somewhere`() {
        let pages = StaffSamples.all(press).map(\.page) + moments
        var walker = StaffHoles(press)
        for page in pages { walker.walk(page) }
        let read = PageText(pages.map { press.render($0) })
        for (key, words) in press.catalogue.entries where key.hasPrefix("staff.") {
            #expect(walker.placed.contains("fr.\(key)") || read.has(PressTree.escaped(words.longestPart)), "\(key)")
        }
    }

    @Test func `name every act, with its button and what is said once it is done`() {
        for noun in Act.allCases.compactMap(\.noun) {
            #expect(press.has("staff.act.\(noun)") && press.has("staff.act.\(noun).send"), "\(noun)")
            #expect(press.has("staff.done.\(noun)"), "\(noun)")
        }
    }

    @Test func `tell every event of a history`() {
        for kind in EventKind.allCases { #expect(press.has("staff.history.\(kind.rawValue)"), "\(kind)") }
    }

    @Test func `label no field with an article alone`() {
        for (key, words) in press.catalogue.entries where key.hasPrefix("staff.form.") {
            #expect(!["Le", "La", "Les"].contains(words), "\(key)")
        }
    }

    /// Pages of one moment each: what is said after an act, of a fault, at a last stage.
    private var moments: [any Page] {
        let file = StaffStory.file(.acted)
        let done = Act.allCases.map { StaffSamples.casePage(file, done: $0, press: press) as any Page }
        let faults = FieldFault.allCases.map { fault in
            let draft = ActDraft(act: .recordMeasure, values: [:], trouble: .unreadable(["texte": fault]))
            return StaffSamples.casePage(file, draft: draft, press: press) as any Page
        }
        let stages = Stage.allCases.map { stage in
            StaffSamples.casePage(StaffTestFiles.at(stage), press: press) as any Page
        }
        let mails = MailReason.allCases.map { StaffSamples.mail(sortedFor: $0, press) as any Page }
        return done + faults + stages + outages + mails + readMailboxes + [troubledMailboxes]
            + [journal, register, elsewhere, counted(1), counted(2), theirMediators]
    }

    /// A day on which letters do not leave, for every reason.
    private var outages: [any Page] {
        LetterTrouble.allCases.enumerated().map { index, trouble in
            let outage = Workload.Outage(
                since: StaffStory.instant("2026-11-21T06:40:00Z"),
                waiting: index + 1,
                trouble: trouble
            )
            return DashboardPage(
                workload: Workload(outage: outage, mailIsSet: true, mediator: .inForce),
                signedIn: StaffSamples.desk(StaffStory.manager),
                today: StaffStory.today,
                press: press
            )
        }
    }

    /// The service’s state with a mailbox that was read, and with which something is wrong.
    private var readMailboxes: [any Page] {
        MailboxTrouble.allCases.filter(\.isRead).map { trouble in
            let now = StaffStory.instant("2026-11-21T06:40:00Z")
            return UpkeepPage(
                lines: [UpkeepLine(.mailbox, .act, .waiting, since: now, trouble: trouble)],
                at: now,
                hasRelay: true,
                signedIn: StaffSamples.desk(StaffStory.director),
                press: press
            )
        }
    }

    /// A day on which something is wrong with mailboxes, of every kind.
    private var troubledMailboxes: any Page {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.troubledMailboxes = MailboxTrouble.allCases.map {
            Workload.TroubledMailbox("x@y.example", since: StaffStory.instant("2026-11-21T06:40:00Z"), trouble: $0)
        }
        let desk = StaffSamples.desk(StaffStory.manager)
        return DashboardPage(workload: workload, signedIn: desk, today: StaffStory.today, press: press)
    }

    /// A journal with a line at each stage.
    private var journal: any Page {
        let lines = Stage.allCases.map { StaffSamples.ledger[0].at($0) }
        return ReceptionsPage(
            lines: lines,
            total: .exactly(1),
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    /// A register of one line.
    private var register: any Page {
        RegisterPage(
            lines: [StaffSamples.ledger[0]],
            total: .exactly(1),
            filter: RegisterFilter(),
            years: [2026],
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    /// A fault in a field that no form shows.
    private var elsewhere: any Page {
        let draft = ActDraft(act: .note, values: [:], trouble: .unreadable(["derogation": .length]))
        return StaffSamples.casePage(StaffStory.file(.acted), draft: draft, press: press)
    }

    /// A day with so many things of each kind, one or two, and of late ones the other.
    private func counted(_ count: Int) -> any Page {
        let group = Workload.Group(lines: [StaffSamples.fresh], total: count)
        let letter = Workload.PendingLetter(
            letter: StaffSamples.letterLines[1],
            identifier: "REC-2026-0001",
            person: "Zoé"
        )
        var workload = Workload(
            late: Workload.Group(lines: [StaffSamples.fresh], total: 3 - count),
            unacknowledged: group,
            dueSoon: group,
            halfway: group,
            toQualify: group,
            toRegister: group,
            toAssign: group,
            toClose: group,
            awaitingComplainant: group,
            contested: group,
            unread: group,
            mediation: group,
            letters: Workload.LetterGroup(lines: Array(repeating: letter, count: count), total: count),
            mailIsSet: true,
            mediator: .inForce
        )
        workload.alerting = group
        workload.mails = Workload.MailGroup(lines: [StaffSamples.mailLines[0]], total: count)
        workload.hidden = count
        let desk = StaffSamples.desk(StaffStory.manager)
        return DashboardPage(workload: workload, signedIn: desk, today: StaffStory.today, press: press)
    }

    /// An answer that names every recourse.
    private var theirMediators: any Page {
        var file = StaffStory.file(.answered)
        let mediator = Mediator(name: "Médiateur consulaire", postalAddress: "", website: "")
        file.answer?.recourses = [
            .apprenticeshipMediator(nil), .apprenticeshipMediator(mediator), .professionalMediation, .cpfOperator,
            .dataProtection, .certifier,
        ]
        return StaffSamples.casePage(file, press: press)
    }
}

extension CaseSummary {
    /// The same line at another stage.
    func at(_ stage: Stage) -> CaseSummary {
        CaseSummary(
            id: id,
            reference: reference,
            number: number,
            stage: stage,
            person: person,
            subject: subject,
            stakeholder: stakeholder,
            channel: channel,
            theme: theme,
            receivedAt: receivedAt,
            answerTarget: answerTarget,
            answerDue: answerDue,
            answeredAt: answeredAt,
            handlerName: handlerName
        )
    }
}
