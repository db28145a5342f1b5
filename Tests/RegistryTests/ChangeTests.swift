import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `A case file in the register` {
    private let manager = Author.officer(Story.manager)

    // Shows: R-15, S-64, F-11
    @Test(arguments: Engine.available) func `gets a gapless number, whoever registers and whatever fails`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let ids = try await withThrowingTaskGroup(of: CaseFile.ID.self) { group in
            for index in 0..<100 {
                group.addTask {
                    let id = try await books.receive()
                    // One in five was never judged, so its registration is refused after its number was drawn.
                    if index % 5 != 0 {
                        try await register.change(id, by: manager) {
                            try $0.qualify(Qualification(nature: .complaint), $1)
                        }
                    }
                    return id
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for id in ids { group.addTask { try? await register.enter(id, by: manager).number?.ordinal } }
            return try await group.reduce(into: []) { $0 += [$1].compactMap { $0 } }
        }
        #expect(numbers.sorted() == Array(1...80))
        await books.close()
    }

    // Shows: R-19
    @Test(arguments: Engine.available) func `is refused an act, and nothing is left of it`(engine: Engine) async throws
    {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let before = try await books.register.checkpoint()
        await #expect(throws: Refusal.notAtThisStage(.received)) {
            try await books.register.change(id, by: manager) { try $0.close("Terminé", $1) }
        }
        #expect(try await books.register.checkpoint().checkpoint == before.checkpoint)
        #expect(try await books.register.caseFile(id).entries.count == 1)
        await books.close()
    }

    @Test(arguments: Engine.available) func `notices that somebody else changed it`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu", $1) }
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu aussi", $1) }
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `is unknown to another organisation`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let other = try await books.organisations.add(name: "Autre", host: "autre.example")
        let register = try books.organisations.register(of: other) { _ in
            ComposedLetter(recipient: nil, subject: "", text: "", message: [])
        }
        await #expect(throws: Register.Failure.unknown) { try await register.caseFile(id) }
        #expect(try await register.find("2026-R-0001") == nil)
        await books.close()
    }

    // Shows: R-26
    @Test(arguments: Engine.available) func `is listed under the dates that a proven day of sending gives it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let day = try #require(CivilDate("2026-11-12"))
        let sending = Story.procedure.sending(on: day, proof: "Cachet de la poste")
        try await books.register.change(id, by: manager) {
            try $0.qualify(Qualification(nature: .complaint, sending: sending), $1)
        }
        let line = try #require(try await books.register.line(of: id))
        #expect(line.answerDue == sending.due.answer.due)
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `is never written to with a forbidden wording of the settings`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var procedure = Story.procedure
        procedure.consumerMediator?.website = "https://ec.europa.eu/consumers/odr"
        let refused = procedure
        await #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) {
            try await books.publish(refused)
        }
        await #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) {
            try await books.organisations.add(name: "Autre", host: "autre.example", procedure: refused)
        }
        #expect(try await books.organisations.all().count == 1)
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `calls for its letters, kept as they will be sent`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        try await books.answer(id)
        try await books.register.change(id, by: manager) { try $0.close("Terminé", $1) }
        let kinds = try await books.register.letters(of: id).map(\.kind)
        #expect(Set(kinds) == [.acknowledgement, .registration, .answer, .closing])
        await books.close()
    }

    // Shows: R-18
    @Test(arguments: Engine.available) func `is found by the beginnings of its words, without accents`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.answer(try await books.receive())
        for search in ["remb", "REMBOURSÉ", "arcy noe", "rec-2026", "2026-R-0001", "noe@exam"] {
            var filter = CaseFilter()
            filter.search = search
            #expect(try await books.register.registered(filter).count == 1, "\(search)")
        }
        for search in ["boursement", "inconnu"] {
            var filter = CaseFilter()
            filter.search = search
            #expect(try await books.register.countRegistered(filter) == .exactly(0), "\(search)")
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `is listed a page at a time, latest first`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        for _ in 1...5 { try await books.receive() }
        var filter = CaseFilter()
        filter.limit = 2
        var seen: [Int] = []
        while true {
            let lines = try await books.register.receptions(filter)
            guard let last = lines.last else { break }
            seen += lines.map(\.reference.ordinal)
            filter.before = LedgerPlace(after: last, in: .receptions)
        }
        #expect(seen == [5, 4, 3, 2, 1])
        await books.close()
    }
}
