import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The staff's lists` {
    let press: Press

    init() throws { press = try Press() }

    private func root(_ name: String) throws -> StaffMarkup.Element {
        let page = try #require(StaffSamples.all(press).first { $0.name == name }?.page)
        return try StaffMarkup(press.render(page)).root
    }

    static let dues: [(String, Stage, String?, String, String)] = [
        ("2026-11-20", .investigating, nil, "En retard de 3 jours", "late"),
        ("2023-04-05", .investigating, nil, "En retard de 1\u{202F}328 jours", "late"),
        ("2026-11-22", .registered, nil, "En retard de 1 jour", "late"),
        ("2026-11-23", .registered, nil, "À rendre aujourd’hui", "soon"),
        ("2026-11-24", .registered, nil, "À rendre demain", "soon"),
        ("2026-11-30", .registered, nil, "Dans 7 jours", "soon"),
        ("2026-12-01", .registered, nil, "Dans 8 jours", "plain"),
        ("2026-11-20", .answered, "2026-11-20T22:59:00Z", "Réponse donnée", "done"),
        ("2026-11-20", .answered, "2026-11-20T23:00:00Z", "Réponse donnée avec 1 jour de retard", "plain"),
        (
            "2026-11-20", .investigating, "2026-11-19T09:00:00Z", "En retard de 3 jours, après une première réponse",
            "late"
        ),
        ("2026-12-01", .investigating, "2026-11-19T09:00:00Z", "Dans 8 jours, après une première réponse", "plain"),
        ("2026-11-20", .contested, nil, "En retard de 3 jours", "late"),
        ("2026-11-20", .contested, "2026-11-19T09:00:00Z", "En retard de 3 jours, après une première réponse", "late"),
        ("2026-11-01", .withdrawn, nil, "Sans échéance", "plain"),
    ]

    @Test(arguments: dues) func `say in words how a due date stands`(
        due: String,
        stage: Stage,
        answeredAt: String?,
        words: String,
        mark: String
    ) {
        let read = DueWords(
            due: StaffStory.day(due),
            answeredAt: answeredAt.map(StaffStory.instant),
            letter: .gone,
            stage: stage,
            today: StaffStory.today,
            press: press
        )
        #expect(read.words == words)
        #expect(read.mark == mark)
    }

    static let mediationDues: [(MediationDue.Step, String, String, String)] = [
        (.reply, "2026-11-22", "Réponse au médiateur en retard de 1 jour", "late"),
        (.reply, "2026-11-23", "Réponse au médiateur à envoyer aujourd’hui", "soon"),
        (.reply, "2026-12-01", "Réponse au médiateur dans 8 jours", "plain"),
        // The mediator's delays are not ours to keep: never late.
        (.notice, "2026-11-21", "Lettre du médiateur attendue depuis 2 jours", "soon"),
        (.notice, "2026-11-30", "Lettre du médiateur attendue sous 7 jours", "soon"),
        (.outcome, "2026-10-23", "Issue de la médiation attendue depuis 31 jours", "soon"),
        (.outcome, "2027-02-19", "Issue de la médiation attendue sous 88 jours", "plain"),
    ]

    // Shows: R-44
    @Test(arguments: mediationDues) func `say in words what a mediation waits for`(
        step: MediationDue.Step,
        due: String,
        words: String,
        mark: String
    ) {
        let waited = MediationDue(step: step, due: StaffStory.day(due))
        let read = DueWords(waited, today: StaffStory.today, press: press)
        #expect(read.words == words)
        #expect(read.mark == mark)
    }

    // Shows: R-44
    @Test func `put everything that a mediation waits for on today's page, the late reply marked late`() throws {
        let section = try #require(try root("aujourdhui").all("section") { $0.text.contains("médiations") }.first)
        let cells = section.all("td") { $0.has(class: "due") }
        #expect(cells.first?.text.contains("Issue de la médiation attendue depuis 4 jours, 19/11/2026") == true)
        #expect(cells.first?.text.contains("Réponse au médiateur en retard de 3 jours, 20/11/2026") == true)
        #expect(cells.first?.has(class: "late") == true)
    }

    // Shows: R-38
    @Test(
        arguments: [
            (MediatorStanding.missing, "Aucun médiateur"),
            (.expired(StaffStory.today), "a pris fin le 23\u{A0}novembre 2026"),
            (.ending(StaffStory.today), "prend fin le 23\u{A0}novembre 2026"), (.inForce, nil),
        ] as [(MediatorStanding, String?)]
    )
    func `warn of a mediator who is missing, gone or soon to go`(standing: MediatorStanding, words: String?) throws {
        let page = DashboardPage(
            workload: Workload(mailIsSet: true, mediator: standing),
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        let notices = try StaffMarkup(press.render(page)).root.all("div") { $0.has(class: "notice") }
        #expect(notices.count == (words == nil ? 0 : 1))
        if let words { #expect(notices.first?.text.contains(words) == true) }
    }

    // Shows: R-40, S-79
    @Test func `tell a relay that takes no letter as a thing to do, in one line`() throws {
        let outage = Workload.Outage(
            since: StaffStory.instant("2026-11-21T06:40:00Z"),
            waiting: 3,
            trouble: .insecure
        )
        let page = DashboardPage(
            workload: Workload(outage: outage, mailIsSet: true, mediator: .inForce),
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        let root = try StaffMarkup(press.render(page)).root
        let notices = root.all("div") { $0.has(class: "notice") }.map(\.text)
        #expect(notices.count == 1)
        for words in ["21/11/2026 à 7\u{A0}h\u{A0}40", "3 lettres attendent", "n’a pas prouvé qui il est"] {
            #expect(notices[0].contains(words), "\(words)")
        }
        #expect(root.text.contains("Une chose vous attend") && !root.text.contains("toutes les lettres sont parties"))
    }

    @Test func `carry the filters of the register in the address, and back`() throws {
        let filter = RegisterFilter(
            standing: .late,
            theme: .means,
            stakeholder: .trainee,
            year: 2026,
            query: "noé & <co>"
        )
        let address = "/registre?q=no%C3%A9%20%26%20%3Cco%3E&etat=en-retard&theme=moyens&vous_etes=stagiaire&annee=2026"
        #expect(filter.address() == address)
        #expect(filter.address(before: "REC-2026-0003") == address + "&avant=REC-2026-0003")
        let sent = try #require(try root("registre-suite").all("form") { $0.has(class: "filters") }.first).sent
        #expect(RegisterFilter(sent.compactMapValues(\.first)) == filter)
    }

    // Shows
    @Test func `find those of a kind of person that the provider added, offered or not`() throws {
        let juror = Stakeholder(rawValue: "Juré & <co>")
        let known = Stakeholder.standard + [juror]
        let filter = RegisterFilter(["vous_etes": juror.rawValue], stakeholders: known)
        #expect(filter.stakeholder == juror && filter.address() == "/registre?vous_etes=Jur%C3%A9%20%26%20%3Cco%3E")
        let page = RegisterPage(
            lines: [],
            total: .exactly(0),
            filter: filter,
            stakeholders: known,
            years: [2026],
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        let form = try #require(try StaffMarkup(press.render(page)).root.all("form") { $0.has(class: "filters") }.first)
        #expect(form.sent["vous_etes"] == [juror.rawValue])
    }

    @Test func `understand no filter that is not one`() {
        let odd = ["etat": "toutes", "theme": "cuisine", "vous_etes": "<b>", "annee": "MMXXVI"]
        #expect(RegisterFilter(odd) == RegisterFilter())
        for stage in Stage.allCases { #expect(RegisterFilter.Standing(stage.rawValue) == .at(stage)) }
        #expect(RegisterFilter.Standing("ouvertes")?.word == "ouvertes")
    }

    @Test func `lead on from a number, and back to the beginning`() throws {
        let first = try root("registre").all("nav") { $0.has(class: "pager") }.first
        #expect(first?.all("a").map { $0.attributes["href"] } == ["/registre?avant=REC-2026-0003"])
        let last = try root("registre-suite").all("nav") { $0.has(class: "pager") }.first
        #expect(
            last?.all("a").map { $0.attributes["href"] } == [
                RegisterFilter(standing: .late, theme: .means, stakeholder: .trainee, year: 2026, query: "noé & <co>")
                    .address()
            ]
        )
        #expect(try root("registre-vide").all("nav") { $0.has(class: "pager") }.isEmpty)
    }

    @Test func `say so where there is nothing`() throws {
        #expect(try root("registre-vide").text.contains("ne contient aucune réclamation"))
        #expect(try root("registre-rien").text.contains("ne répond à ces critères"))
        #expect(try root("receptions-vide").text.contains("Rien ne nous est encore parvenu"))
        #expect(try root("aujourdhui-rien").text.contains("Rien ne vous attend"))
        for name in ["registre-vide", "registre-rien", "receptions-vide", "receptions-rien", "aujourdhui-rien"] {
            #expect(try root(name).all("table").isEmpty)
        }
    }

    @Test func `put each thing to do one click from its act, the late ones first`() throws {
        let today = try root("aujourdhui")
        let groups = today.all("section") { $0.has(class: "work") }
        let titles = groups.compactMap { $0.all("h2").first?.text }
        #expect(titles.first == "14 réponses en retard" && titles.count == 15)
        let links = groups.flatMap { $0.all("td") { $0.has(class: "go") } }.flatMap { $0.all("a") }
        let cases = links.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix(Path.cases) }
        #expect(cases.count == 20 && cases.filter { $0.hasSuffix("#acte") }.count == 17)
        // An acknowledgement that has not left is seen to among the letters, and so are several of one case.
        #expect(cases.filter { $0.hasSuffix("#lettres") }.count == 2)
        let spoken = links.filter { $0.attributes["href"]?.hasPrefix(Path.discontents) == true }
        #expect(spoken.count == 2 && links.count - cases.count - spoken.count == 2)
        #expect(
            today.all("a").contains {
                $0.attributes["href"] == "/receptions?etat=en-retard" && $0.text == "et 13 autres"
            }
        )
    }

    @Test func `name what is next at the stage of each answer that waits, not the answer itself`() throws {
        let waiting: [(Stage, String)] = [
            (.received, "Qualifier, puis inscrire"), (.incomplete, "Attendre les compléments"),
            (.registered, "Attribuer et instruire"), (.investigating, "Instruire, puis répondre"),
            (.contested, "Décider de la contestation"),
        ]
        for (stage, act) in waiting {
            let group = Workload.Group(lines: [StaffSamples.waiting.at(stage)], total: 1)
            let page = DashboardPage(
                workload: Workload(late: group, dueSoon: group, halfway: group, mailIsSet: true, mediator: .inForce),
                signedIn: StaffSamples.desk(StaffStory.manager),
                today: StaffStory.today,
                press: press
            )
            let links = try StaffMarkup(press.render(page)).root.all("td") { $0.has(class: "go") }.flatMap {
                $0.all("a")
            }
            #expect(links.count == 3 && links.allSatisfy { $0.text.hasPrefix(act) }, "\(stage)")
        }
    }

    @Test func `go on with what somebody handles already when it enters the register`() throws {
        let line = StaffSamples.ledger[0].at(.registered)
        let row = LedgerRow(line, for: StaffStory.manager, today: StaffStory.today, press: press)
        #expect(line.handlerName != nil && row.todo == "Instruire, puis répondre")
        #expect(WorkKind.soon.act(for: line) == .answer)
    }

    @Test func `warn that no mail can be sent and that no mediator is set, until they are`() throws {
        #expect(try root("aujourdhui").all("div") { $0.has(class: "notice") }.count == 3)
        #expect(try root("aujourdhui-un").all("div") { $0.has(class: "notice") }.isEmpty)
    }

    // Shows: R-40
    @Test func `say of letters that no relay will take that they are to be posted, and how many there are in all`()
        throws
    {
        let today = try root("aujourdhui-sans-envoi")
        let section = try #require(today.all("section") { $0.has(class: "work") }.first)
        #expect(section.all("h2").first?.text == "\(FrenchNumbers.whole(1_204)) lettres à imprimer et à poster")
        let cell = try #require(section.all("td") { $0.has(class: "due") }.first)
        #expect(
            cell.text == "En attente d’envoi\u{A0}: à imprimer et à poster, ou réglez l’envoi"
                && cell.has(class: "plain")
        )
        let more = try #require(section.all("p") { $0.has(class: "more") }.first)
        #expect(more.text == "et \(FrenchNumbers.whole(1_203)) autres" && more.all("a").isEmpty)
        #expect(today.text.contains("\(FrenchNumbers.whole(1_204)) choses vous attendent"))
    }

    // Shows: R-32
    @Test func `say of an acknowledgement that has not left how late it is, not when the answer is due`() throws {
        let fresh = StaffSamples.fresh
        let line = CaseSummary(
            id: fresh.id,
            reference: fresh.reference,
            number: nil,
            stage: .received,
            person: fresh.person,
            subject: "Objet",
            stakeholder: nil,
            channel: .form,
            theme: nil,
            receivedAt: fresh.receivedAt,
            answerTarget: fresh.answerTarget,
            answerDue: fresh.answerDue,
            acknowledgementDue: StaffStory.today.adding(days: -3),
            answeredAt: nil,
            handlerName: nil
        )
        let page = DashboardPage(
            workload: Workload(
                unacknowledged: .init(lines: [line], total: 1),
                mailIsSet: true,
                mediator: .inForce
            ),
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
        let cell = try #require(
            try StaffMarkup(press.render(page)).root.all("td") { $0.has(class: "due") }.first
        )
        #expect(cell.text.contains("En retard de 3 jours") && cell.has(class: "late"))
    }
}
