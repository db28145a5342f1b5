import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An auditor` {
    /// What is typed wherever somebody may type.
    private static let typed = "Canari"
    private static let other = ReceptionReference(year: 2026, ordinal: 9)
    private static let file = FileSummary(
        id: String(repeating: "b", count: 32),
        name: "canari.pdf",
        type: "application/pdf",
        length: 3,
        digest: String(repeating: "0", count: 64)
    )

    /// A complaint full of what nobody outside may read, led through every act that takes words.
    private func tell(_ site: TestSite) async throws -> CaseFile {
        let original = Original(
            lastName: "Canari",
            firstName: "Canarine",
            stakeholder: .trainee,
            email: "canari@canari.example",
            postalAddress: "8 rue du Canari",
            telephone: "06 CANARI",
            subject: "Canari en cage",
            text: "Mon canari s’appelle Canari.",
            trainingAction: "Stage canari",
            when: "Le jour du canari",
            expectation: "Un canari",
            minor: Minor(representative: "Maître Canari", contact: "02 CANARI", postalAddress: "7 rue du Canari")
        )
        let id = try await site.books.receive(original)
        let handler = try await site.hire([.complaintsManager], email: "canari.agent@cine-atelier.example")
        try await site.site.accounts(site.books.organisation).change(handler.id, AccountChange(name: "Agent Canari"))
        let day = site.books.clock.now.civilDate
        try await record(before(handler.id, day), on: id, site)
        _ = try await site.books.register.enter(id, asItIs: Self.typed, by: .officer(Story.manager))
        try await record(after(day), on: id, site)
        var draft = Story.answer
        draft.text = Self.typed
        draft.signatory = Self.typed
        draft.grievances = Story.answer.grievances.map {
            Grievance(claim: Self.typed, outcome: $0.outcome, ground: "\(Self.typed) en cage", remedy: Self.typed)
        }
        let answer = draft
        try await site.books.register.change(id, by: .officer(Story.manager)) {
            try $0.answer(answer, procedure: Story.procedure, $1)
        }
        try await record(mediation(day) + end(handler.id, day), on: id, site)
        return try await site.books.register.caseFile(id)
    }

    private func record(_ events: [Event], on id: CaseFile.ID, _ site: TestSite) async throws {
        for event in events {
            try await site.books.register.change(id, by: .officer(Story.manager)) { _, _ in event }
        }
    }

    private func before(_ handler: String, _ day: CivilDate) -> [Event] {
        let sending = Story.procedure.sending(on: day.adding(days: -2), proof: Self.typed)
        return [
            .qualified(
                Qualification(
                    nature: .complaint,
                    reason: Self.typed,
                    theme: .conduct,
                    severities: [.harassment],
                    consumer: .consumer,
                    implicated: [handler],
                    sending: sending
                )
            ),
            .completionRequested(CompletionRequest(missing: [.stakeholder], message: Self.typed)),
            .completed(
                Completion(
                    text: Self.typed,
                    files: [Self.file],
                    fields: [
                        "nom": "Canari", "prenom": "Canarie", "courriel": "canari@autre.example",
                        "adresse": "9 rue du Canari", "objet": "Canari", "vous_etes": "Éleveur de canaris",
                    ]
                )
            ),
        ]
    }

    private func after(_ day: CivilDate) -> [Event] {
        [
            .measureRecorded(Measure(text: Self.typed, doneOn: day, files: [Self.file])),
            .extended(Extension(reason: Self.typed, until: day.adding(days: 90))),
            .amended(
                Amendment(
                    text: Self.typed,
                    files: [Self.file],
                    email: "canari@encore.example",
                    postalAddress: "10 rue du Canari",
                    telephone: "07 CANARI",
                    age: Amendment.Age(isMinor: true, corrected: Minor(representative: "Dame Canari"))
                )
            ),
        ]
    }

    private func mediation(_ day: CivilDate) -> [Event] {
        [
            .referred(Referral(byComplainant: true, mediator: Self.typed, on: day, subject: Self.typed)),
            .mediatorWrote(MediatorNotice(kind: .accepted, on: day, text: Self.typed, files: [Self.file])),
            .mediatorAnswered(MediationReply(sentOn: day, text: Self.typed, files: [Self.file])),
            .mediationProlonged(
                MediationProlongation(until: day.adding(days: 120), reason: Self.typed, files: [Self.file])
            ),
            .mediationEnded(MediationOutcome(result: .agreement, on: day, text: Self.typed)),
        ]
    }

    private func end(_ handler: String, _ day: CivilDate) -> [Event] {
        [
            .restricted(Restriction(ground: .other, words: Self.typed, readers: [handler])),
            .restrictionLifted(Reason(Self.typed)), .split(Splitting(into: Self.other)),
            .misplaced(Misplacement(to: Self.other, files: [Self.typed])),
            .linked(CaseLink(with: Self.other, reason: Self.typed)),
            .unlinked(CaseLink(with: Self.other, reason: Self.typed)),
            .recused(Recusal(officer: handler, reason: Self.typed)),
            .assigned(Assignment(handler: handler, override: Self.typed)),
            .letterIssued(LetterIssue(letter: Self.typed, kind: .answer, way: .registeredPost, trace: Self.typed)),
            .letterReturned(LetterReturn(letter: Self.typed, kind: .answer, words: Self.typed)),
            .closed(Reason(Self.typed)),
            .satisfactionRecorded(
                Satisfaction(mark: .two, way: .email, on: day, text: Self.typed, correction: Self.typed)
            ),
            .reopened(Reason(Self.typed)), .noted(Reason(Self.typed)), .measuresDispensed(Reason(Self.typed)),
            .withdrawn(Reason(Self.typed)),
            .qualified(Qualification(nature: .feedback, reason: Self.typed)),
            .contested(Contest(by: Self.typed, on: day, text: Self.typed, files: [Self.file])),
            .contestDecided(ContestDecision(result: .maintained, reason: Self.typed)), .abandoned(Reason(Self.typed)),
        ]
    }

    // Shows
    @Test(arguments: Engine.available) func `reads no name, address or word of a complaint on any page that opens`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let file = try await tell(site)
            #expect(Set(file.entries.map(\.event.kind)) == Set(EventKind.allCases).subtracting([.takenOver]))
            let desk = try await site.desk([.auditor], email: "audit@certificateur.example")
            // What lets in whoever has it is nothing that an auditor has.
            let paths = try site.addresses(of: try await site.holdings("canari").emptyHanded)
            let letter = try #require(try await site.books.register.letters(of: file.id).first).id
            let own = [
                "/audit/dossiers/\(file.address)", "/audit/dossiers/\(file.reception.reference)",
                "/dossiers/\(file.address)", "/lettres/\(letter)", "/audit/registre?q=canari&annee=2026",
            ]
            let routes = Routes.router(for: site.site).routes.filter { $0.method == .get }
            var waiting = own + routes.map { paths["GET \($0.path)"] ?? "\($0.path)" }
            var (seen, open): (Set<String>, Set<String>) = ([], [])
            while let path = waiting.popLast() {
                guard seen.insert(path).inserted else { continue }
                let answer = try await desk.get(path)
                #expect(!answer.text.lowercased().contains("canari"), "\(path)")
                #expect(!answer.text.contains("Àrçy") && !answer.text.contains("noe@example.org"), "\(path)")
                guard answer.status == 200 else { continue }
                open.insert(path)
                waiting += answer.text.matches(of: /href="(\/[^"#]*)/).map { String($0.output.1) }
            }
            for path in ["/audit", "/audit/registre", "/audit/receptions", "/registre/preuve"] + own.prefix(2) {
                #expect(open.contains(path), "\(path)")
            }
            let shut = ["/tableau-de-bord", "/receptions", "/registre", "/audit/acces"] + own.dropFirst(2).prefix(2)
            for path in shut { #expect(seen.contains(path) || own.contains(path)) }
            #expect(open.isDisjoint(with: shut))
            let copy = try await desk.get(own[0]).text
            #expect(copy.contains("Médiateur saisi") && copy.contains("Médiation terminée"))
            for told in ["Lettre du médiateur", "Réponse envoyée au médiateur", "Médiation prolongée"] {
                #expect(!copy.contains(told), "\(told)")
            }
            #expect(open.allSatisfy { !$0.hasPrefix("/pieces") && !$0.hasPrefix("/lettres") })
        }
    }

    // Shows: R-67
    @Test(arguments: Engine.available) func `reads dates, states, numbers and decisions, and what is masked`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.lead(to: .closed)
            let day = site.books.clock.now.civilDate
            let posted = LetterIssue(letter: "a", kind: .answer, way: .registeredPost, trace: "", on: day)
            try await record([.letterIssued(posted)], on: id, site)
            let file = try await site.books.register.caseFile(id)
            let desk = try await site.desk([.auditor])
            let page = try await desk.get("/audit/dossiers/\(file.address)")
            #expect(page.status == 200)
            for told in [
                "Réclamant 1", "Collaborateur 1", "Texte masqué", "Clos", "23/11/2026", "Stagiaire",
                "Inscrite au registre sous le numéro \(file.address)", "Lettre recommandée, le 23/11/2026",
            ] {
                #expect(page.text.contains(told), "\(told)")
            }
            for hidden in ["Appel", "Réponse acceptée", "1 200", "train", Story.manager.id] {
                #expect(!page.text.contains(hidden), "\(hidden)")
            }
            let register = try await desk.get("/audit/registre")
            #expect(register.text.contains("/audit/dossiers/\(file.address)"))
            #expect(try await desk.get("/audit/registre?annee=1999").text.contains("rien à montrer"))
            #expect(try await desk.get("/audit/dossiers/REC-1999-0001").status == 404)
            let entries = try await accesses(to: id, site)
            #expect(entries.map(\.account) == [desk.account.id] && entries.map(\.detail) == ["audit"])
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `has of a restricted case a line without content, of what was said nothing`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.lead(to: .registered)
            let reader = try await site.hire([.complaintsManager])
            try await site.restrict(id, to: [reader.id])
            let desk = try await site.desk([.auditor], email: "audit@certificateur.example")
            for (book, identifier) in [("registre", "REC-2026-0001"), ("receptions", "2026-R-0001")] {
                let page = try await desk.get("/audit/\(book)")
                #expect(page.status == 200 && page.text.contains(identifier) && page.text.contains("Accès restreint"))
                #expect(!page.text.contains("/audit/dossiers/") && !page.text.contains("Stagiaire"), "\(book)")
            }
            let shut = try await desk.get("/audit/dossiers/REC-2026-0001")
            #expect(shut.status == 403 && !shut.text.contains("Stagiaire"))
            #expect(try await accesses(to: id, site).map(\.kind) == [.refused], "and nothing that was shown")
            #expect(try await desk.get("/oral").status == 403)
        }
    }

    private func accesses(to id: CaseFile.ID, _ site: TestSite) async throws -> [AccessEntry] {
        var filter = AccessFilter()
        filter.caseFile = id
        return try await site.books.register.accesses(filter)
    }

    // Shows: R-67, S-60
    @Test func `is led from the sign-in to what opens, and told so elsewhere`() async throws {
        try await TestSite.open { site in
            let account = try await site.hire([.auditor])
            let form = try await site.run { client in
                try await client.execute(uri: "/connexion", method: .get) { TestAnswer($0) }
            }
            let fields: KeyValuePairs = [
                "jeton": form.hidden("jeton") ?? "", "suite": "", "courriel": account.email,
                "mot_de_passe": TestSite.password,
            ]
            let led = try await site.post("/connexion", fields)
            #expect(led.status == 303 && led.location == "/audit")
            let desk = TestDesk(site: site, account: account, session: try await site.session(of: account))
            let shut = try await desk.get("/tableau-de-bord")
            #expect(shut.status == 403 && shut.text.contains("href=\"/audit\""))
            #expect(!shut.text.contains("href=\"/registre\"") && !shut.text.contains("name=\"q\""))
        }
    }
}
