import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `A line with the file behind it` {
    /// Three cases of the register, the first of them answered.
    private func fill(_ books: TestBooks) async throws -> [CaseFile.ID] {
        let manager = Author.officer(Story.manager)
        let answered = try await books.receive()
        try await books.answer(answered)
        var ids = [answered]
        for _ in 0..<2 {
            let id = try await books.receive()
            try await books.register.change(id, by: manager) {
                try $0.qualify(Qualification(nature: .complaint), $1)
            }
            _ = try await books.register.enter(id, by: manager)
            ids.append(id)
        }
        return ids
    }

    /// What `openedLines` gives, by case.
    private func opened(
        _ register: Register,
        _ book: LedgerBook = .register
    ) async throws -> [CaseFile.ID: OpenedLine<CaseFile>] {
        let lines = try await register.openedLines(of: book, CaseFilter()) { $0 }
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.line.id, $0) })
    }

    // Shows: R-22
    @Test(arguments: Engine.available) func `is the line of the list with the file as it is opened alone`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        #expect(try await opened(books.register).isEmpty)
        let ids = try await fill(books)
        _ = try await books.receive()
        for (book, count) in [(LedgerBook.register, 3), (.receptions, 4)] {
            let lines = try await books.register.lines(of: book, CaseFilter())
            let opened = try await books.register.openedLines(of: book, CaseFilter()) { $0 }
            #expect(opened.map(\.line) == lines && lines.count == count)
            for one in opened {
                let file = try await books.register.caseFile(one.line.id)
                #expect(one.told == .success(file))
            }
        }
        var filter = CaseFilter()
        filter.limit = 1
        filter.order = LedgerOrder(.mark)
        let first = try await books.register.openedLines(of: .register, filter) { $0.version }
        #expect(first.map(\.line.id) == [ids[0]] && first.count == 1)
        await books.close()
    }

    // Shows: R-22
    @Test(arguments: Engine.available) func `says which file is damaged and which is gone, and gives the others`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let ids = try await fill(books)
        let (organisation, spoiled) = (books.organisation.id, Array("canari".utf8))
        try await books.database.write(.organisation(organisation)) { connection in
            try connection.run(
                """
                UPDATE log_opening SET payload = \(spoiled)
                WHERE organisation = \(organisation) AND case_file = \(ids[1].description)
                """
            )
            try connection.run(
                """
                DELETE FROM log_opening WHERE organisation = \(organisation) AND case_file = \(ids[2].description)
                """
            )
        }
        let opened = try await opened(books.register)
        let file = try await books.register.caseFile(ids[0])
        #expect(opened[ids[0]]?.told == .success(file))
        guard case .failure(.unreadable)? = opened[ids[1]]?.told else {
            Issue.record("a damaged file was read")
            return
        }
        #expect(opened[ids[2]]?.told == .failure(.unknown))
        #expect(opened.values.allSatisfy { !$0.line.isHidden && !$0.line.person.isEmpty })
        await books.close()
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `is without content where the file is closed, whatever the list says`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let ids = try await fill(books)
        for id in ids.prefix(2) {
            let restriction = Restriction(ground: .implicatesManager, readers: [staff[0].id])
            try await books.register.change(id, by: .officer(staff[0])) {
                try $0.restrict(restriction, among: staff, $1)
            }
        }
        let organisation = books.organisation.id
        try await books.database.write(.organisation(organisation)) { connection in
            try connection.run(
                """
                UPDATE case_file SET restricted = ''
                WHERE organisation = \(organisation) AND id = \(ids[1].description)
                """
            )
        }
        let shut = try await opened(books.register.asSeen(by: staff[1]))
        for id in ids.prefix(2) {
            let one = try #require(shut[id])
            #expect(one.told == .failure(.restricted) && one.line.isHidden)
            #expect(one.line.person.isEmpty && one.line.subject.isEmpty && one.line.number != nil)
        }
        #expect(shut[ids[2]]?.line.isHidden == false)
        let open = try await opened(books.register.asSeen(by: staff[0]))
        for id in ids {
            let file = try await books.register.caseFile(id)
            #expect(open[id]?.told == .success(file))
        }
        await books.close()
    }
}
