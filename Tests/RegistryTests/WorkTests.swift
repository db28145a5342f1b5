import Complaints
import Storage
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

    // Shows: R-29
    @Test(arguments: Engine.available) func `includes what nobody handles, oldest first, and what is answered and open`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let manager = Author.officer(Story.manager)
        var ids: [CaseFile.ID] = []
        for _ in 1...3 {
            let id = try await books.receive()
            ids.append(id)
            try await books.register.change(id, by: manager) {
                try $0.qualify(Qualification(nature: .complaint), $1)
            }
            _ = try await books.register.enter(id, by: manager)
            books.clock.advance(seconds: 60)
        }
        let (register, day) = (books.register, books.clock.now.civilDate)
        let (lines, total) = try await register.waiting(.toAssign, limit: 2)
        #expect(lines.map(\.id) == Array(ids.prefix(2)) && total == 3)
        #expect(try await register.waiting(.toClose, limit: 9).total == 0)
        try await register.change(ids[0], by: manager) { try $0.assign(to: "a", among: Story.staff, $1) }
        #expect(try await register.waiting(.toAssign, limit: 9).lines.map(\.id) == Array(ids.suffix(2)))
        // The one answered first waits longest, whichever came first.
        for id in [ids[2], ids[1]] {
            try await register.change(id, by: manager) { try $0.record(Measure(text: "Appel", doneOn: day), $1) }
            try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
            books.clock.advance(seconds: 60)
        }
        #expect(try await register.waiting(.toAssign, limit: 9).total == 0)
        #expect(try await register.waiting(.toClose, limit: 9).lines.map(\.id) == [ids[2], ids[1]])
        try await register.change(ids[2], by: manager) { try $0.close("Réponse acceptée", $1) }
        #expect(try await register.waiting(.toClose, limit: 9).lines.map(\.id) == [ids[1]])
        await books.close()
    }

    // Shows: R-26
    @Test(arguments: Engine.available)
    func `says from which day each delay runs, and of older books lets the file say it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, manager) = (books.register, Author.officer(Story.manager))
        let id = try await books.receive()
        let (received, sent) = (books.clock.now.civilDate, books.clock.now.civilDate.adding(days: -40))
        #expect(try await register.line(of: id)?.startedOn == received)
        let sending = Story.procedure.sending(on: sent, proof: "Cachet de la poste")
        try await register.change(id, by: manager) {
            try $0.qualify(Qualification(nature: .complaint, sending: sending), $1)
        }
        #expect(try await register.line(of: id)?.startedOn == sent)
        // As a row stands that was written before the column.
        try await books.database.write { try $0.run("UPDATE case_file SET started_on = NULL") }
        #expect(try await register.line(of: id)?.startedOn == nil)
        _ = try await register.inspect()
        _ = try await register.enter(id, by: manager)
        #expect(try await register.line(of: id)?.startedOn == sent)
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
        try await books.register.recordAccess(.opened, of: id, by: "a", detail: "audit", handles: true)
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
