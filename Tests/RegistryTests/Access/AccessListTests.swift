import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `The journal of accesses, read` {
    // Shows: S-62
    @Test(arguments: Engine.available) func `comes the latest first, by person, kind, case file and day, page by page`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine, at: "2026-11-23T22:58:00Z")
        let register = books.register
        let (one, other) = (try await books.receive(), try await books.receive())
        for minute in 0..<6 {
            let id = minute.isMultiple(of: 2) ? one : other
            let kind: AccessKind = minute < 4 ? .opened : .downloaded
            try await register.recordAccess(kind, of: id, by: minute == 5 ? "b" : "a")
            books.clock.advance(seconds: 60)
        }
        try await register.recordAccess(.refused, .refused, of: nil, by: "a", detail: "cloture")
        let all = try await register.accesses(AccessFilter())
        #expect(all.map(\.at) == all.map(\.at).sorted(by: >) && all.count == 7)
        #expect(all.allSatisfy { $0.times == 1 })
        #expect(all[0].caseFile == nil && all[0].outcome == .refused && all[0].detail == "cloture")
        #expect(all[1].caseFile == "2026-R-0002" && all[1].account == "b")
        var filter = AccessFilter()
        filter.account = "a"
        filter.kind = .opened
        filter.caseFile = one
        #expect(try await register.accesses(filter).count == 2)
        #expect(try await register.countAccesses(filter) == .exactly(2))
        filter = AccessFilter()
        filter.from = CivilDate("2026-11-24")
        #expect(try await register.accesses(filter).count == 5, "a day of Paris")
        filter.from = nil
        filter.through = CivilDate("2026-11-23")
        #expect(try await register.accesses(filter).count == 2)
        var paged: [AccessEntry] = []
        var page = AccessFilter()
        page.limit = 3
        repeat {
            let lines = try await register.accesses(page)
            paged += lines
            page.before = lines.last.map { AccessCursor(after: $0) }.flatMap { AccessCursor($0.description) }
            if lines.count < 3 { break }
        } while page.before != nil
        #expect(paged == all)
        await books.close()
    }

    // Shows: R-67
    @Test(arguments: Engine.available) func `has for an administrator only what is about accounts`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        for kind in AccessKind.allCases { try await books.register.recordAccess(kind, of: nil, by: "a") }
        for kind in AccessKind.allCases { try await books.register.recordAccess(kind, of: id, by: "a") }
        var filter = AccessFilter()
        filter.isOfAccounts = true
        let lines = try await books.register.accesses(filter)
        #expect(Set(lines.map(\.kind)) == Set(AccessKind.ofAccounts) && lines.count == AccessKind.ofAccounts.count)
        #expect(lines.allSatisfy { $0.caseFile == nil })
        await books.close()
    }

    @Test(arguments: ["", "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z.", "x.0a", "2026-11-23T09:00:00Z.a b"])
    func `has no place that an address makes up`(text: String) {
        #expect(AccessCursor(text) == nil)
    }

    // Shows: S-62
    @Test(arguments: Engine.available) func `is short to read however long it is, whatever is asked for`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (organisation, id) = (books.organisation.id, try await books.receive())
        try await books.database.write { connection in
            try connection.run(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
                INSERT INTO access (organisation, id, account, action, case_file, at)
                SELECT \(organisation), 'ligne-' || CAST(i AS TEXT), 'a', 'consultation', \(id.description),
                    '2026-11-22T09:00:00Z' FROM n
                """
            )
        }
        try await books.register.recordAccess(.signedIn, of: nil, by: "b")
        var filters = Array(repeating: AccessFilter(), count: 6)
        filters[1].account = "b"
        filters[2].kind = .signedIn
        filters[3].isOfAccounts = true
        filters[4].caseFile = id
        filters[5].account = "a"
        filters[5].kind = .signedOut
        let expected = [50, 1, 1, 1, 50, 0]
        for (index, filter) in filters.enumerated() {
            let start = ContinuousClock.now
            for _ in 0..<10 {
                let lines = try await books.register.accesses(filter)
                #expect(lines.count == expected[index])
            }
            _ = try await books.register.countAccesses(filter)
            #expect(ContinuousClock.now - start < .seconds(1), "\(index): a walk of all lines takes longer")
        }
        await books.close()
    }
}
