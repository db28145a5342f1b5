import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `The versions of a procedure` {
    private func publish(_ delays: DeadlineRules, in books: TestBooks) async throws {
        var procedure = try await books.register.currentProcedure()
        procedure.delays = delays
        try await books.publish(procedure, reason: "secret de la maison")
    }

    // Shows: R-77
    @Test(arguments: Engine.available) func `are read with their dates, each until the next, the newest first`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine, at: "2026-11-01T09:00:00Z")
        books.clock.advance(seconds: 86_400)
        try await publish(.rapide, in: books)
        books.clock.advance(seconds: 3_600)
        try await publish(.acpr, in: books)
        let all = try await books.register.publishedProcedures()
        #expect(all.map(\.procedure.version) == [3, 2, 1])
        #expect(all.map(\.procedure.delays) == [.acpr, .rapide, .acpr])
        let days = ["2026-11-02T10:00:00Z", "2026-11-02T09:00:00Z", "2026-11-01T09:00:00Z"].map { Instant($0) }
        #expect(all.map(\.since) == days)
        #expect(all.map(\.until) == [nil, days[0], days[1]])
        for one in all {
            #expect(try await books.register.publishedProcedure(one.procedure.version) == one)
        }
        #expect(try await books.register.publishedProcedure() == all[0])
        for none in [0, -1, 4, .max, .min] {
            #expect(try await books.register.publishedProcedure(none) == nil, "\(none)")
        }
        await books.close()
    }

    // Shows: R-77
    @Test(arguments: Engine.available) func `of one organisation are not another's`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        try await publish(.rapide, in: books)
        let other = try await books.organisations.add(
            name: "Cinéma",
            host: "autre.example",
            procedure: Procedure(provider: Provider(name: "Cinéma"))
        )
        let register = try books.organisations.register(of: other, compose: TestBooks.compose)
        #expect(try await register.publishedProcedures().map(\.procedure.provider.name) == ["Cinéma"])
        #expect(try await register.publishedProcedure(2) == nil)
        await books.close()
    }
}
