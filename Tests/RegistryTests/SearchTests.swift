import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `A search of the register` {
    // Shows: R-18
    @Test(arguments: Engine.available) func `finds a case at once, and the same once its words are in the index`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.answer(try await books.receive())
        for (isIndexed, few) in [(false, 10_000), (true, 10_000), (true, 1), (true, 0)] {
            if isIndexed { while try await books.register.indexWords() {} }
            for search in ["remb", "REMBOURSÉ", "arcy noe", "rec-2026", "2026-R-0001", "noe@exam"] {
                #expect(try await found(search, books, few) == 1, "\(search), \(isIndexed), \(few)")
            }
            for search in ["boursement", "inconnu", "remb inconnu", "100%"] {
                #expect(try await found(search, books, few) == 0, "\(search), \(isIndexed), \(few)")
            }
        }
        await books.close()
    }

    // Shows: R-18
    @Test(arguments: Engine.available) func `for a number or a reference finds that case and no other`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let first = try await books.receive()
        try await books.answer(try await books.receive())
        for (isIndexed, few) in [(false, 10_000), (true, 10_000), (true, 0)] {
            if isIndexed { while try await books.register.indexWords() {} }
            // The second reception is the first of the register.
            for (search, count) in [
                ("2026-R-0001", 0), ("2026-R-0002", 1), (" rec-2026-0001 ", 1), ("REC-2026-0002", 0),
            ] {
                #expect(try await found(search, books, few) == count, "\(search), \(isIndexed), \(few)")
            }
            var filter = CaseFilter()
            filter.search = "2026-r-0001"
            #expect(try await books.register.receptions(filter).map(\.id) == [first], "\(isIndexed), \(few)")
        }
        await books.close()
    }

    // Shows: R-18
    @Test(arguments: Engine.available) func `finds a case by its training action, said at once or later`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let manager = Author.officer(Story.manager)
        var original = Story.original
        original.trainingAction = "Étalonnage niveau II, Quimper"
        try await books.answer(try await books.receive(original))
        let id = try await books.receive()
        let completion = Completion(text: "", fields: ["action_formation": "Scénario documentaire"])
        try await books.register.change(id, by: manager) {
            try $0.requestCompletion("Quelle formation ?", rule: .standard, $1)
        }
        try await books.register.change(id, by: manager) { try $0.complete(completion, $1) }
        try await books.answer(id)
        for isIndexed in [false, true] {
            if isIndexed { while try await books.register.indexWords() {} }
            for search in ["étalonnage quimper", "scenario doc"] {
                #expect(try await found(search, books) == 1, "\(search), \(isIndexed)")
            }
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `learns the words that an act adds, and verify agrees at every step`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        #expect(try await books.register.inspect().words == 0)
        while try await books.register.indexWords() {}
        #expect(try await found("rec-2026-0001", books) == 0)
        let before = try await books.register.inspect().words
        try await books.answer(id)
        #expect(try await found("rec-2026-0001", books) == 1)
        #expect(try await books.register.inspect().words == before + 1)
        await books.close()
    }

    // Shows: S-65
    @Test(arguments: Engine.available) func `that was tampered with is found by verify`(engine: Engine) async throws {
        let damage: [SQL] = [
            "UPDATE case_text SET words = ' rien '", "DELETE FROM case_text",
            "DELETE FROM case_word WHERE word = 'noe'", "UPDATE case_word SET word = 'zoe' WHERE word = 'noe'",
            "INSERT INTO case_word (organisation_number, word, first_seq) VALUES (1, 'intrus', 0)",
            "UPDATE case_file SET first_seq = 7",
        ]
        for statement in damage {
            let books = try await TestBooks(engine)
            try await books.receive()
            while try await books.register.indexWords() {}
            _ = try await books.register.inspect()
            try await books.database.write { try $0.run(statement) }
            await #expect(throws: Discrepancy.self, "\(statement.text)") { try await books.register.inspect() }
            await books.close()
        }
    }

    @Test(arguments: Engine.available) func `of one organisation never finds another's`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        try await books.answer(try await books.receive())
        let other = try await books.organisations.add(name: "Une autre école", host: "autre.example")
        let register = try books.organisations.register(of: other, compose: TestBooks.compose)
        for isIndexed in [false, true] {
            if isIndexed { while try await books.register.indexWords() {} }
            var filter = CaseFilter()
            filter.search = "remb"
            #expect(try await register.registered(filter).isEmpty)
            #expect(try await register.countRegistered(filter) == .exactly(0))
            #expect(try await books.register.countRegistered(filter) == .exactly(1))
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `is counted with every filter, and a whole book by its numbers`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        for _ in 1...3 { try await books.answer(try await books.receive()) }
        try await books.receive()
        var filter = CaseFilter()
        #expect(try await books.register.countRegistered(filter) == .exactly(3))
        #expect(try await books.register.countReceptions(filter) == .exactly(4))
        filter.year = 1999
        #expect(try await books.register.countRegistered(filter) == .exactly(0))
        filter.year = nil
        // Whether the files of a stage are taken from its index, or the list is walked.
        for few in [10_000, 1, 0] {
            filter = CaseFilter()
            filter.few = few
            filter.stages = [.answered]
            #expect(try await books.register.countRegistered(filter) == .exactly(3), "\(few)")
            #expect(try await books.register.registered(filter).map(\.number?.ordinal) == [3, 2, 1], "\(few)")
            filter.search = "remb"
            #expect(try await books.register.registered(filter).count == 3, "\(few)")
            filter.search = "inconnu"
            #expect(try await books.register.registered(filter).isEmpty, "\(few)")
            filter.search = ""
            filter.stages = [.received, .answered]
            #expect(try await books.register.countReceptions(filter) == .exactly(4), "\(few)")
            filter.stages = [.received]
            #expect(try await books.register.countReceptions(filter) == .exactly(1), "\(few)")
            filter.work = .toAnswer(from: nil, through: try #require(CivilDate("2098-12-31")))
            #expect(try await books.register.countReceptions(filter) == .exactly(1), "\(few)")
            filter.work = .toAnswer(from: nil, through: try #require(CivilDate("2026-11-23")))
            #expect(try await books.register.countReceptions(filter) == .exactly(0), "\(few)")
        }
        await books.close()
    }

    // Shows: R-29
    @Test(arguments: Engine.available) func `for what is late finds a contested file too, either way`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let manager = Author.officer(Story.manager)
        let id = try await books.receive()
        let judged = Qualification(nature: .informationRequest, reason: "Simple question sur le planning")
        let contest = Story.contest(on: books.clock.now.civilDate)
        try await books.register.change(id, by: manager) { try $0.qualify(judged, $1) }
        try await books.register.change(id, by: manager) { try $0.contest(contest, $1) }
        var filter = CaseFilter()
        filter.work = .toAnswer(from: nil, through: try #require(CivilDate("2098-12-31")))
        for few in [10_000, 0] {
            filter.few = few
            #expect(try await books.register.receptions(filter).map(\.id) == [id], "\(few)")
            #expect(try await books.register.countReceptions(filter) == .exactly(1), "\(few)")
        }
        await books.close()
    }

    private func found(_ search: String, _ books: TestBooks, _ few: Int = 10_000) async throws -> Int {
        var filter = CaseFilter()
        filter.few = few
        filter.search = search
        let lines = try await books.register.registered(filter)
        #expect(try await books.register.countRegistered(filter) == .exactly(lines.count), "\(search)")
        return lines.count
    }
}
