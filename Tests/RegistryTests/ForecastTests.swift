import Complaints
import TestSupport
import Testing

@testable import Registry

@Suite struct `A forecast of marks` {
    private let procedure = KeptProcedure(procedure: Story.procedure, digest: "00")

    @Test func `is empty at the start, and knows each year that it was told of by itself`() async throws {
        let forecast = Forecast()
        #expect(!forecast.knows(2026))
        #expect(try await next(forecast) == nil)
        forecast.begin(2026, last: 7, under: procedure)
        #expect(!forecast.knows(2025) && forecast.knows(2026) && !forecast.knows(2027))
        #expect(try await next(forecast) == 8)
        #expect(try await next(forecast, 2025) == nil)
        // Told again meanwhile, it keeps what it has promised.
        forecast.begin(2026, last: 7, under: procedure)
        #expect(try await next(forecast) == 9)
        forecast.begin(2027, last: 0, under: procedure)
        #expect(try await next(forecast, 2027) == 1)
        // Late ones of the year before go on in theirs.
        #expect(try await next(forecast) == 10)
        // Promises of the year before do not count in this one.
        forecast.settle(mark(8), mark(8))
        forecast.settle(mark(9))
        #expect(try await next(forecast, 2027) == 2)
    }

    @Test func `forgets the years that are farthest from the one that begins`() async throws {
        let forecast = Forecast()
        for year in [2026, 2099, 2150, 2027] { forecast.begin(year, last: 0, under: procedure) }
        #expect(!forecast.knows(2150))
        for year in [2028, 2029] { forecast.begin(year, last: 0, under: procedure) }
        #expect([2026, 2027, 2028, 2029, 2099].filter(forecast.knows) == [2027, 2028, 2029])
        // What was promised in a year that was forgotten meanwhile spoils nothing.
        #expect(try await next(forecast, 2029) == 1)
        for _ in 1...2 { forecast.settle(ReceptionReference(year: 2029, ordinal: 1)) }
        #expect(try await next(forecast, 2029) == 1)
    }

    @Test func `goes on by one, in whatever order its promises are kept`() async throws {
        let forecast = Forecast()
        forecast.begin(2026, last: 0, under: procedure)
        for expected in 1...4 { #expect(try await next(forecast) == expected) }
        for ordinal in [2, 4, 1] { forecast.settle(mark(ordinal), mark(ordinal)) }
        #expect(try await next(forecast) == 5)
        forecast.settle(mark(3), mark(3))
        #expect(try await next(forecast) == 6)
    }

    @Test func `falls back by one where a promise was not needed, and those after it get less`() async throws {
        let forecast = Forecast()
        forecast.begin(2026, last: 0, under: procedure)
        for expected in 1...3 { #expect(try await next(forecast) == expected) }
        forecast.settle(mark(1))
        #expect(try await next(forecast) == 3)
        forecast.settle(mark(2), mark(1))
        forecast.settle(mark(3), mark(2))
        forecast.settle(mark(3), mark(3))
        #expect(try await next(forecast) == 4)
    }

    @Test func `jumps ahead where somebody else has given marks`() async throws {
        let forecast = Forecast()
        forecast.begin(2026, last: 0, under: procedure)
        #expect(try await next(forecast) == 1)
        #expect(try await next(forecast) == 2)
        forecast.settle(mark(1), mark(11))
        #expect(try await next(forecast) == 13)
        // A reception for which nothing was expected tells as much.
        forecast.settle(nil, mark(20))
        #expect(try await next(forecast) == 23)
    }

    @Test func `keeps the highest version of the procedure that it hears of`() async throws {
        let forecast = Forecast()
        let later = (1...2).map { step in
            var procedure = Story.procedure
            procedure.version += step
            return KeptProcedure(procedure: procedure, digest: "0\(step)")
        }
        forecast.begin(2026, last: 0, under: procedure)
        for kept in later.reversed() { forecast.settle(nil, nil, under: kept) }
        let kept = try await forecast.take(2026) { $1 }
        #expect(kept?.procedure == later[1].procedure && kept?.digest == later[1].digest)
    }

    private func next(_ forecast: Forecast, _ year: Int = 2026) async throws -> Int? {
        try await forecast.take(year) { reference, _ in reference.ordinal }
    }

    private func mark(_ ordinal: Int) -> ReceptionReference { ReceptionReference(year: 2026, ordinal: ordinal) }
}
