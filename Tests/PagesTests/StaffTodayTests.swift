import Testing

@testable import Complaints
@testable import Pages

@Suite struct `Today's page` {
    let press: Press

    init() throws { press = try Press() }

    /// What the page shows for each kind of work: its title, the words and addresses of its links, and of the rest.
    private func sections(
        _ workload: Workload,
        for roles: Set<Role>
    ) throws -> (text: String, sections: [String: StaffMarkup.Element]) {
        let page = DashboardPage(
            workload: workload,
            signedIn: StaffSamples.desk(Officer(id: "ana", roles: roles)),
            today: StaffStory.today,
            press: press
        )
        let root = try StaffMarkup(press.render(page)).root
        let sections = root.all("section") { $0.has(class: "work") }
            .map { ($0.attributes["aria-labelledby"] ?? "", $0) }
        return (root.text, Dictionary(uniqueKeysWithValues: sections))
    }

    private func links(_ section: StaffMarkup.Element?) -> [StaffMarkup.Element] {
        section?.all("td") { $0.has(class: "go") }.flatMap { $0.all("a") } ?? []
    }

    private let fresh = Workload.Group(lines: [StaffSamples.fresh], total: 1)
    private let answered = StaffSamples.fresh.at(.answered)

    // Shows: R-29
    @Test func `has what nobody handles and what only waits for closing, counted whole, each one click from its act`()
        throws
    {
        let workload = Workload(
            toAssign: .init(lines: [StaffSamples.fresh.at(.registered)], total: 3),
            toClose: .init(lines: [answered, answered.lackingMeasures], total: 4),
            mailIsSet: true,
            mediator: .inForce
        )
        let (text, sections) = try sections(workload, for: [.complaintsManager])
        #expect(text.contains("7 choses vous attendent"))
        #expect(sections["assign"]?.all("h2").first?.text == "3 réclamations à attribuer")
        #expect(sections["close"]?.all("h2").first?.text == "4 réclamations à clore")
        #expect(links(sections["assign"]).map(\.text).allSatisfy { $0.hasPrefix("Attribuer ") })
        let closing = links(sections["close"]).map(\.text)
        #expect(closing.count == 2 && closing[0].hasPrefix("Clore "))
        #expect(closing[1].hasPrefix("Enregistrer les actions, puis clore "))
        for (id, address, words) in [
            ("assign", "/registre?etat=a-attribuer", "et 2 autres"),
            ("close", "/registre?etat=repondue", "et 2 autres"),
        ] {
            let more = sections[id]?.all("p") { $0.has(class: "more") }.first?.all("a").first
            #expect(more?.attributes["href"] == address && more?.text == words, "\(id)")
            #expect(links(sections[id]).allSatisfy { $0.attributes["href"]?.hasSuffix("#acte") == true }, "\(id)")
        }
    }

    // Shows: R-87
    @Test(arguments: Role.allCases)
    func `says that who gets what comes in confidence cannot read it, to who may set it`(
        role: Role
    ) throws {
        for (count, words) in [(0, nil), (1, "Une personne nommée"), (2, "2 personnes nommées")] as [(Int, String?)] {
            var workload = Workload(mailIsSet: true, mediator: .inForce)
            workload.lostRecipients = count
            let page = DashboardPage(
                workload: workload,
                signedIn: StaffSamples.desk(Officer(id: "ana", roles: [role])),
                today: StaffStory.today,
                press: press
            )
            let notices = try StaffMarkup(press.render(page)).root.all("div") { $0.has(class: "notice") }
            guard let words, role == .management else {
                #expect(notices.isEmpty, "\(count)")
                continue
            }
            #expect(notices.count == 1 && notices[0].text.hasPrefix(words), "\(notices.map(\.text))")
            #expect(notices.first?.all("a").map { $0.attributes["href"] } == ["/reglages"])
        }
    }

    // Shows: R-40
    @Test func `has what went wrong with letters first, then what is to be posted, a line for a case`()
        throws
    {
        let lines = [(1, 7), (3, 7), (4, 7), (3, 5)].map { letter, number in
            Workload.PendingLetter(
                letter: StaffSamples.letterLines[letter],
                identifier: "REC-2026-000\(number)",
                person: "Noé"
            )
        }
        let workload = Workload(
            toQualify: fresh,
            contested: .init(lines: [StaffSamples.contest], total: 1),
            letters: .init(lines: lines, total: 60),
            mailIsSet: false,
            mediator: .inForce
        )
        let writer = DashboardWriter(officer: StaffStory.manager, today: StaffStory.today, press: press)
        #expect(writer.groups(workload).map(\.id) == ["letters", "posting", "contested", "qualify"])
        let sections = try sections(workload, for: [.complaintsManager]).sections
        #expect(sections["letters"]?.all("h2").first?.text == "Une lettre demande votre aide")
        let posting = try #require(sections["posting"])
        #expect(posting.all("h2").first?.text == "59 lettres à imprimer et à poster")
        #expect(posting.all("td") { $0.has(class: "subject") }.map(\.text) == ["2 lettres", "Réponse"])
        let letter = Path.letter(StaffSamples.letterLines[3].id)
        #expect(links(posting).map { $0.attributes["href"] } == ["/dossiers/REC-2026-0007#lettres", letter])
        #expect(posting.all("p") { $0.has(class: "more") }.first?.text == "et 56 autres")
    }

    // Shows: R-29, R-32
    @Test func `has with the letters to post by when they must leave, the first of a case's`() throws {
        let lines = [
            (3, 7, "2026-12-04"), (4, 7, "2026-11-25"), (3, 5, "2026-11-20"), (3, 4, "2026-11-23"), (3, 3, nil),
        ].map { letter, number, due in
            Workload.PendingLetter(
                letter: StaffSamples.letterLines[letter],
                identifier: "REC-2026-000\(number)",
                person: "Noé",
                due: due.map(StaffStory.day)
            )
        }
        let workload = Workload(letters: .init(lines: lines, total: 5), mailIsSet: true, mediator: .inForce)
        let posting = try #require(try sections(workload, for: [.receptionDesk]).sections["posting"])
        let dues = posting.all("td") { $0.has(class: "due") }
        #expect(
            dues.map(\.text) == [
                "Dans 2 jours, 25/11/2026 · En attente d’envoi\u{A0}: à imprimer et à poster, ou réglez l’envoi",
                "En retard de 3 jours, 20/11/2026 · À imprimer et à poster",
                "À rendre aujourd’hui, 23/11/2026 · À imprimer et à poster", "À imprimer et à poster",
            ]
        )
        #expect(dues.map { $0.has(class: "late") } == [false, true, false, false])
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `offers each reader only acts that their roles may do, else the file to read`(
        role: Role
    ) throws {
        let letter = Workload.PendingLetter(
            letter: StaffSamples.letterLines[1],
            identifier: "REC-2026-0007",
            person: ""
        )
        let workload = Workload(
            late: .init(lines: [StaffSamples.fresh, StaffSamples.fresh.at(.investigating)], total: 2),
            unacknowledged: fresh,
            dueSoon: .init(lines: [StaffSamples.waiting], total: 1),
            halfway: .init(lines: [StaffSamples.fresh.at(.registered)], total: 1),
            toQualify: fresh,
            toRegister: fresh,
            toAssign: fresh,
            toClose: .init(lines: [answered, answered.lackingMeasures], total: 2),
            awaitingComplainant: .init(lines: [StaffSamples.waiting], total: 1),
            contested: .init(lines: [StaffSamples.contest], total: 1),
            mediation: .init(lines: [StaffSamples.mediations[0]], total: 1),
            letters: .init(lines: [letter], total: 1),
            mailIsSet: true,
            mediator: .inForce
        )
        let acts: [String: [Act]] = [
            "late": [.qualify, .answer], "unacknowledged": [.issueLetter], "soon": [.complete], "halfway": [.assign],
            "qualify": [.qualify], "register": [.register], "assign": [.assign], "close": [.close, .recordMeasure],
            "awaiting": [.complete], "contested": [.decideContest], "mediation": [.recordMediation],
            "letters": [.issueLetter],
        ]
        let (_, sections) = try sections(workload, for: [role])
        let reads = Officer(id: "ana", roles: [role]).readsMediation
        #expect(Set(sections.keys) == Set(acts.keys.filter { $0 != "mediation" || reads }))
        for (id, section) in sections {
            let expected = acts[id]?.map { $0.roles.contains(role) } ?? []
            #expect(links(section).map { !$0.text.hasPrefix("Lire le dossier ") } == expected, "\(id)")
            let isActs = links(section).map { link in
                let path = link.attributes["href"] ?? ""
                return path.contains("#") || path.hasPrefix(Path.letters)
            }
            #expect(isActs == expected, "\(id)")
        }
    }

    @Test func `leads from what is left over to a list that holds it, in the register or not yet`() throws {
        let some = Workload.Group(lines: [StaffSamples.fresh], total: 2)
        let workload = Workload(
            late: some,
            unacknowledged: some,
            toQualify: some,
            toRegister: some,
            awaitingComplainant: some,
            contested: some,
            mailIsSet: true,
            mediator: .inForce
        )
        let words = [
            "late": "en-retard", "unacknowledged": "sans-accuse", "qualify": "a-qualifier", "register": "a-inscrire",
            "awaiting": "a-completer", "contested": "contestee",
        ]
        let sections = try sections(workload, for: [.complaintsManager]).sections
        #expect(Set(sections.keys) == Set(words.keys))
        for (id, word) in words {
            let more = sections[id]?.all("p") { $0.has(class: "more") }.first?.all("a").first
            #expect(more?.attributes["href"] == "/receptions?etat=\(word)", "\(id)")
            #expect(ReceptionStanding(word)?.word == word)
        }
        #expect(ReceptionStanding("toutes") == nil)
    }
}
