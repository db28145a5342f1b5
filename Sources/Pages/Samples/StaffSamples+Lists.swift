import Complaints

extension StaffSamples {
    /// The dashboard on a full day and on a free day.
    static func dashboards(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (workload: Workload, officer: Officer) in
            DashboardPage(workload: workload, signedIn: desk(officer), today: StaffStory.today, press: press)
        }
        let spoken = Workload(
            spoken: .init(lines: [spokenLines[0]], total: 1),
            mailIsSet: true,
            mediator: .inForce
        )
        let alone = Workload(
            late: .init(lines: [ledger[1].ofOnePerson], total: 1),
            mailIsSet: true,
            mediator: .inForce
        )
        let single = Workload(toQualify: .init(lines: [fresh], total: 1), mailIsSet: true, mediator: .inForce)
        return [
            ("aujourdhui", page(full, StaffStory.director)),
            ("aujourdhui-courriels", page(posted, StaffStory.desk)),
            ("aujourdhui-un", page(single, StaffStory.manager)),
            ("aujourdhui-seul", page(alone, StaffStory.director)),
            ("aujourdhui-oral", page(spoken, StaffStory.manager)),
            ("aujourdhui-rien", page(Workload(mailIsSet: true, mediator: .inForce), StaffStory.manager)),
            (
                "aujourdhui-mediateur-perime",
                page(Workload(mailIsSet: true, mediator: .expired(StaffStory.day("2026-10-31"))), StaffStory.manager)
            ),
            (
                "aujourdhui-mediateur-bientot",
                page(Workload(mailIsSet: true, mediator: .ending(StaffStory.day("2026-12-31"))), StaffStory.manager)
            ),
            ("aujourdhui-codes-devines", page(guessed, StaffStory.manager)),
            ("aujourdhui-destinataire-perdu", page(lost(1), StaffStory.director)),
            ("aujourdhui-destinataires-perdus", page(lost(2), StaffStory.director)),
            ("aujourdhui-alertes", page(alarmed, StaffStory.director)),
            ("aujourdhui-alertes-accueil", page(alarmed, StaffStory.desk)),
            ("aujourdhui-sans-envoi", page(unsent, StaffStory.manager)),
            ("aujourdhui-lettres", page(fewLetters, StaffStory.manager)),
        ]
    }

    /// Register and journal: full, filtered, empty.
    static func lists(_ press: Press) -> [(name: String, page: any Page)] {
        let filter = RegisterFilter(
            standing: .late,
            theme: .means,
            stakeholder: .trainee,
            year: 2026,
            query: "noé & <co>"
        )
        return [
            (
                "registre",
                register(ledger, .exactly(1_204), RegisterFilter(), before: nil, next: "REC-2026-0003", press)
            ),
            (
                "registre-acces-restreint",
                register([hidden] + ledger, .exactly(9), RegisterFilter(), before: nil, next: nil, press)
            ),
            ("registre-suite", register(ledger, .exactly(2), filter, before: "REC-2026-0009", next: nil, press)),
            ("registre-trop", register(ledger, .moreThan(1_000), filter, before: nil, next: nil, press)),
            ("registre-vide", register([], .exactly(0), RegisterFilter(), before: nil, next: nil, press)),
            ("registre-rien", register([], .exactly(0), filter, before: nil, next: nil, press)),
            (
                "registre-pas-encore",
                register([], .exactly(0), filter, unregistered: [fresh, waiting], before: nil, next: nil, press)
            ),
            ("receptions", receptions([fresh] + ledger, nil, next: "2026-R-0004", press)),
            ("receptions-acces-restreint", receptions([hidden, fresh], nil, next: nil, press)),
            ("receptions-confiee", receptions([hidden, fresh], nil, next: nil, confided: confided(), press)),
            (
                "receptions-confiee-a-une-fonction",
                receptions([hidden, fresh], nil, next: nil, confided: confided(to: "la présidente <b>"), press)
            ),
            ("receptions-trop", receptions(ledger, .at(.closed), .moreThan(1_000), next: "2026-R-0004", press)),
            ("receptions-a-completer", receptions([waiting], .at(.incomplete), next: nil, press)),
            ("receptions-vide", receptions([], nil, next: nil, press)),
            ("receptions-rien", receptions([], .at(.abandoned), next: nil, press)),
        ] + listsOfOnePerson(press)
    }

    /// Of a provider of one person.
    private static func listsOfOnePerson(_ press: Press) -> [(name: String, page: any Page)] {
        let (lines, all) = (ledger.map(\.ofOnePerson), RegisterFilter())
        return [
            ("registre-seul", register(lines, .exactly(8), all, before: nil, next: nil, isShared: false, press)),
            ("receptions-seul", receptions(lines, nil, next: nil, press)),
        ]
    }

    private static func register(
        _ lines: [CaseSummary],
        _ total: Tally,
        _ filter: RegisterFilter,
        unregistered: [CaseSummary] = [],
        before: String?,
        next: String?,
        isShared: Bool = true,
        _ press: Press
    ) -> RegisterPage {
        RegisterPage(
            lines: lines,
            total: total,
            unregistered: unregistered,
            filter: filter,
            before: before,
            next: next,
            years: [2026, 2025],
            isShared: isShared,
            signedIn: desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    private static func receptions(
        _ lines: [CaseSummary],
        _ standing: ReceptionStanding?,
        _ total: Tally? = nil,
        next: String?,
        confided: ReceptionsPage.Confided? = nil,
        _ press: Press
    ) -> ReceptionsPage {
        ReceptionsPage(
            lines: lines,
            total: total ?? .exactly(lines.count),
            standing: standing,
            next: next,
            confided: confided,
            signedIn: desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    /// Something just entered in confidence. - Parameter function: who gets it; nil for the management.
    private static func confided(to function: String? = nil) -> ReceptionsPage.Confided {
        var procedure = StaffStory.procedure
        procedure.confidential = function.map { ConfidentialRecipients(accounts: ["camille"], function: $0) }
        return ReceptionsPage.Confided("2026-R-0031", under: procedure)
    }

    private static let unsent = Workload(
        letters: .init(
            lines: [.init(letter: letterLines[4], identifier: "REC-2026-0007", person: "Noé D’Àrçy-🎭 <b>")],
            total: 1_204
        ),
        mailIsSet: false,
        mediator: .inForce
    )

    /// One that failed, one to post.
    private static let fewLetters = Workload(
        letters: .init(
            lines: [letterLines[1], letterLines[3]].map {
                .init(letter: $0, identifier: "REC-2026-0007", person: "Noé D’Àrçy-🎭 <b>")
            },
            total: 2
        ),
        mailIsSet: true,
        mediator: .inForce
    )

    /// Codes guessed in the night.
    private static var guessed: Workload {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.guessesAt = StaffStory.instant("2026-11-23T03:12:00Z")
        return workload
    }

    /// A day on which so many of those who get what comes in confidence can open no case file.
    private static func lost(_ count: Int) -> Workload {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.lostRecipients = count
        return workload
    }

    /// Two that alert, five things said that do, and three that others handle.
    private static let alarmed: Workload = {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.alerting = .init(lines: [grave, confided], total: 2)
        workload.alertingSpoken = .init(lines: alarming, total: 5)
        workload.hidden = 3
        workload.untold = [
            Workload.Untold(name: "Logiciel de <b>gestion</b>", since: nil),
            Workload.Untold(name: "Tableau du lundi", since: StaffStory.instant("2026-11-21T07:40:00Z")),
        ]
        return workload
    }()

    /// Mails that nobody has judged.
    private static let posted: Workload = {
        var workload = Workload(mailIsSet: true, mediator: .inForce)
        workload.mails = .init(lines: mailLines, total: 14)
        let since = StaffStory.instant("2026-11-21T06:40:00Z")
        workload.troubledMailboxes = [
            .init("reclamations@cine-atelier.example", since: since, trouble: .insecure),
            .init("<b>@cine-atelier.example", since: since, trouble: .unauthenticated),
        ]
        return workload
    }()

    private static let full = Workload(
        late: .init(lines: [ledger[0]], total: 14),
        unacknowledged: .init(lines: [fresh], total: 1),
        dueSoon: .init(lines: [ledger[1], ledger[2]], total: 3),
        halfway: .init(lines: [ledger[2]], total: 2),
        toQualify: .init(lines: [fresh], total: 1),
        toRegister: .init(lines: [fresh], total: 1),
        toAssign: .init(lines: [ledger[1]], total: 2),
        toClose: .init(lines: [ledger[5], ledger[5].lackingMeasures], total: 15),
        awaitingComplainant: .init(lines: [waiting], total: 1),
        contested: .init(lines: [contest], total: 1),
        unread: .init(lines: [waiting], total: 14),
        mediation: .init(lines: mediations, total: 7),
        spoken: .init(lines: spokenLines, total: 3),
        letters: .init(
            lines: [
                .init(letter: letterLines[1], identifier: "REC-2026-0007", person: "Noé D’Àrçy-🎭 <b>"),
                .init(letter: letterLines[2], identifier: "REC-2026-0007", person: "Noé D’Àrçy-🎭 <b>"),
                .init(
                    letter: letterLines[3],
                    identifier: "REC-2026-0005",
                    person: "Fatou O’Brien <script>",
                    due: StaffStory.day("2026-11-20")
                ),
                .init(letter: letterLines[4], identifier: "REC-2026-0005", person: "Fatou O’Brien <script>"),
            ],
            total: 4
        ),
        outage: .init(since: StaffStory.instant("2026-11-21T06:40:00Z"), waiting: 3, trouble: .insecure),
        mailIsSet: false,
        mediator: .missing
    )
}
