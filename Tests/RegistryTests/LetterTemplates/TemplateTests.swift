import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `The templates of letters` {
    private let draft = LetterTemplate.Draft(name: " Réponse ", act: .answer, text: "Sur {objet}\n")

    // Shows: R-39
    @Test(arguments: Engine.available) func `have versions, and none is ever lost`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let made = try await register.makeTemplate(draft, by: "ana")
        #expect(made.draft == draft.tidy && made.version == 1 && !made.isWithdrawn)
        books.clock.advance(seconds: 86_400)
        var next = made.draft
        next.text = "Sur {objet}, {nom}"
        let changed = try await register.changeTemplate(made.id, to: next, withdrawn: false, expecting: 1, by: "luc")
        let gone = try await register.changeTemplate(made.id, to: next, withdrawn: true, expecting: 2, by: "ana")
        #expect(changed.version == 2 && gone.version == 3 && gone.isWithdrawn)
        let back = try await register.changeTemplate(made.id, to: next, withdrawn: false, expecting: 3, by: "ana")
        #expect(try await register.templates() == [back])
        let versions = try await register.versions(ofTemplate: made.id)
        #expect(versions.map(\.template) == [back, gone, changed, made])
        #expect(versions.map(\.author) == ["ana", "ana", "luc", "ana"])
        #expect(versions[3].at < versions[2].at)
        await books.close()
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `keep one of two changes at once, and tell the other`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let made = try await register.makeTemplate(draft, by: "ana")
        let kept = await withTaskGroup(of: Result<LetterTemplate, TemplateFailure>.self) { group in
            for index in 0..<8 {
                group.addTask {
                    var next = made.draft
                    next.text = "Sur {objet}, \(index)"
                    do {
                        let id = made.id
                        return .success(
                            try await register.changeTemplate(id, to: next, withdrawn: false, expecting: 1, by: "ana")
                        )
                    } catch {
                        return .failure(error as? TemplateFailure ?? .unknown)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let done = kept.compactMap { try? $0.get() }
        #expect(done.count == 1 && kept.filter { $0 == .failure(.changedMeanwhile) }.count == 7)
        #expect(try await register.templates() == done)
        // The same over again is kept once, whichever version it was made from.
        let again = try await register.changeTemplate(
            made.id,
            to: done[0].draft,
            withdrawn: false,
            expecting: 1,
            by: "ana"
        )
        #expect(again.version == 2)
        await books.close()
    }

    @Test(arguments: Engine.available) func `are one organisation's, serve one act, and are no more than many`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let made = try await register.makeTemplate(draft, by: "ana")
        let other = try await books.organisations.add(name: "Autre", host: "autre.example")
        let elsewhere = try books.organisations.register(of: other, compose: TestBooks.compose)
        #expect(try await elsewhere.templates() == [])
        await #expect(throws: TemplateFailure.unknown) { try await elsewhere.versions(ofTemplate: made.id) }
        await #expect(throws: TemplateFailure.unknown) {
            try await elsewhere.changeTemplate(made.id, to: draft, withdrawn: true, expecting: 1, by: "ana")
        }
        var moved = made.draft
        moved.act = .extend
        let same = try await register.changeTemplate(made.id, to: moved, withdrawn: false, expecting: 1, by: "ana")
        #expect(same == made, "its act stays")
        let named = ["\(made.id) 1", "\(made.id) 1", "\(made.id) 2", "x", "x 1", "\(made.id) 1 1", ""]
        #expect(try await register.templateMarks(named, for: .answer) == [made.mark])
        #expect(try await register.templateMarks(named, for: .extend) == [])
        #expect(try await elsewhere.templateMarks(named, for: .answer) == [])
        for _ in 1..<Register.mostTemplates { _ = try await register.makeTemplate(draft, by: "ana") }
        await #expect(throws: TemplateFailure.tooMany) { try await register.makeTemplate(draft, by: "ana") }
        await books.close()
    }

    // Shows: R-39, R-19
    @Test(arguments: Engine.available) func `are remembered by the act that began from one, and verified with it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let made = try await register.makeTemplate(
            LetterTemplate.Draft(name: "Attente", act: .extend, text: "Il manque {objet}."),
            by: "ana"
        )
        let id = try await books.receive()
        let manager = Author.officer(Story.manager)
        try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await register.enter(id, by: manager)
        let until = try await register.caseFile(id).due.answer.due.adding(days: 10)
        try await register.change(id, by: manager, begunFrom: [made.mark]) {
            try $0.extend(Extension(reason: "Il manque le devis.", until: until), zone: .metropole, $1)
        }
        var next = made.draft
        next.text = "Tout autre chose"
        _ = try await register.changeTemplate(made.id, to: next, withdrawn: true, expecting: 1, by: "ana")
        let entries = try await register.caseFile(id).entries
        #expect(entries.last?.templates == [made.mark])
        #expect(entries.dropLast().allSatisfy { $0.templates.isEmpty })
        let payload = String(decoding: try #require(try entries.last?.payload()), as: UTF8.self)
        #expect(payload.contains(#""modeles":[{"id":"\#(made.id)","nom":"Attente","version":1}]"#))
        _ = try await register.inspect()
        await books.close()
    }
}
