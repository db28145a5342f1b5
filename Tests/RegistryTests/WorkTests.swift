import Complaints
import TestSupport
import Testing

@testable import Registry

@Suite struct `The work that waits` {
    // Shows: R-29
    @Test(arguments: Engine.available) func `is listed oldest first and counted whole`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let oldest = try await books.receive()
        for _ in 0..<4 {
            books.clock.advance(seconds: 86_400)
            try await books.receive()
        }
        let (lines, total) = try await books.register.waiting(.toQualify, limit: 2)
        #expect(lines.first?.id == oldest)
        #expect(lines.count == 2)
        #expect(total == 5)
        let manager = Author.officer(Story.manager)
        try await books.register.change(oldest, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        #expect(try await books.register.waiting(.toQualify, limit: 9).total == 4)
        #expect(try await books.register.waiting(.toRegister, limit: 9).lines.map(\.id) == [oldest])
        await books.close()
    }

    // Shows: R-32
    @Test(arguments: Engine.available) func `has every complaint whose acknowledgement is overdue, and no other`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let due = try await books.register.caseFile(id).due.acknowledgement.due
        #expect(try await books.register.waiting(.unacknowledged(on: due), limit: 9).total == 0)
        let next = due.adding(days: 1)
        #expect(try await books.register.waiting(.unacknowledged(on: next), limit: 9).lines.map(\.id) == [id])
        let letter = try #require(try await books.register.caseFile(id).letters.first)
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: "")
        try await books.register.issue(issue, of: id, by: .officer(Story.manager))
        #expect(try await books.register.waiting(.unacknowledged(on: next), limit: 9).total == 0)
        await books.close()
    }

    // Shows: R-41
    @Test(arguments: Engine.available)
    func `has what a complainant wrote, until somebody who handles it opens the file`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (id, other) = (try await books.receive(), try await books.receive())
        #expect(try await books.register.waiting(.unread, limit: 9).total == 0)
        for text in ["Encore ceci", "Et cela"] {
            try await books.register.change(id, by: .complainant) { try $0.amend(Amendment(text: text), $1) }
        }
        try await books.register.change(other, by: .officer(Story.manager)) { try $0.note("Vu", $1) }
        #expect(try await books.register.waiting(.unread, limit: 9).lines.map(\.id) == [id])
        try await books.register.recordAccess(.downloaded, of: id, by: "a", handles: true)
        try await books.register.recordAccess(.opened, of: id, by: "auditeur-1")
        try await books.register.recordAccess(.opened, of: other, by: "a", handles: true)
        #expect(try await books.register.waiting(.unread, limit: 9).total == 1)
        try await books.register.recordAccess(.opened, of: id, by: "a", handles: true)
        #expect(try await books.register.waiting(.unread, limit: 9).total == 0)
        await books.close()
    }

    // Shows: R-18
    @Test(arguments: Engine.available) func `can be looked for by the days of its reception, which are those of Paris`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine, at: "2026-11-23T22:59:59Z")
        let monday = try await books.receive()
        books.clock.advance(seconds: 1)
        let tuesday = try await books.receive()
        let day = try #require(CivilDate("2026-11-24"))
        var filter = CaseFilter()
        filter.receivedFrom = day
        #expect(try await books.register.receptions(filter).map(\.id) == [tuesday])
        filter.receivedFrom = nil
        filter.receivedThrough = day.adding(days: -1)
        #expect(try await books.register.receptions(filter).map(\.id) == [monday])
        #expect(try await books.register.countReceptions(filter) == .exactly(1))
        await books.close()
    }
}
