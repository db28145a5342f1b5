import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `A book in any order` {
    /// Fourteen cases, twelve of them in the register and some of these closed, with due dates and arrivals that are neither
    /// in the order of their marks nor all different.
    private func books(_ engine: Engine) async throws -> TestBooks {
        let books = try await TestBooks(engine)
        let manager = Author.officer(Story.manager)
        for number in 0..<14 {
            let id = try await books.receive()
            if number < 12 {
                try await books.register.change(id, by: manager) {
                    try $0.qualify(Qualification(nature: .complaint), $1)
                }
                _ = try await books.register.enter(id, by: manager)
            }
            let due = "2027-01-\(10 + number * 5 % 7)"
            let received = "2026-11-\(10 + number * 3 % 5)T09:00:00Z"
            let organisation = books.organisation.id
            try await books.database.write(.organisation(organisation)) { connection in
                try connection.run(
                    """
                    UPDATE case_file SET answer_due = \(due), received_at = \(received)
                    WHERE organisation = \(organisation) AND id = \(id.description)
                    """
                )
                guard number % 4 == 1 else { return }
                try connection.run(
                    """
                    UPDATE case_file SET stage = 'close'
                    WHERE organisation = \(organisation) AND id = \(id.description)
                    """
                )
            }
        }
        return books
    }

    /// What a line is put in order by, so that texts are.
    private func key(_ line: CaseLine, _ book: LedgerBook, _ order: LedgerOrder) -> String {
        let number = book == .register && order.column == .mark ? line.number?.ordinal : nil
        let mark = String(1_000 + (number ?? line.reference.ordinal))
        return switch order.column {
        case .mark: mark
        case .received: "\(line.receivedAt) \(mark)"
        case .due: "\(order.key(due: line.answerDue, at: line.stage)) \(mark)"
        }
    }

    @Test(arguments: Engine.available) func `is read to its end a page at a time, whatever comes in meanwhile`(
        engine: Engine
    ) async throws {
        let books = try await books(engine)
        for book in LedgerBook.allCases {
            for order in LedgerOrder.all {
                var filter = CaseFilter()
                filter.order = order
                filter.limit = 100
                let all = try await books.register.lines(of: book, filter)
                let keys = all.map { key($0, book, order) }
                #expect(keys == (order.isDescending ? keys.sorted(by: >) : keys.sorted()), "\(book) \(order.word)")
                filter.limit = 3
                var seen: [CaseFile.ID] = []
                while true {
                    let lines = try await books.register.lines(of: book, filter)
                    guard let last = lines.last else { break }
                    seen += lines.map(\.id)
                    let place = LedgerPlace(after: last, in: book, order)
                    #expect(LedgerPlace(place.description, in: book, order) == place)
                    filter.before = place
                    if seen.count == 6 { try await books.receive() }
                }
                #expect(Set(seen).count == seen.count, "\(book) \(order.word)")
                let known = Set(all.map(\.id))
                #expect(seen.filter(known.contains) == all.map(\.id), "\(book) \(order.word)")
            }
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `has what waits for an answer before the rest, whichever due date is first`(
        engine: Engine
    ) async throws {
        let books = try await books(engine)
        for isDescending in [false, true] {
            var filter = CaseFilter()
            filter.order = LedgerOrder(.due, isDescending: isDescending)
            filter.limit = 100
            let lines = try await books.register.registered(filter)
            let waiting = lines.prefix { $0.stage.awaitsAnswer }
            let rest = lines.dropFirst(waiting.count)
            #expect(waiting.count == 9 && rest.count == 3 && rest.allSatisfy { $0.stage == .closed })
            for part in [waiting, rest] {
                let due = part.map(\.answerDue.description)
                #expect(due == (isDescending ? due.sorted(by: >) : due.sorted()), "\(isDescending)")
            }
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `is read by due date from an index, whichever end comes first`(
        engine: Engine
    ) async throws {
        let books = try await books(engine)
        for (isDescending, index) in [(false, "case_file_by_due"), (true, "case_file_by_due_last")] {
            for book in LedgerBook.allCases {
                var filter = CaseFilter()
                filter.order = LedgerOrder(.due, isDescending: isDescending)
                let plan = try await plan(of: book, filter, in: books, engine)
                let scan = engine == .sqlite ? "c USING INDEX \(index) (" : " using \(index) on "
                // What stands before it would sort the lines.
                #expect(plan.first?.contains(scan) == true, "\(book) \(filter.order.word): \(plan)")
                #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(book) \(filter.order.word): \(plan)")
            }
        }
        await books.close()
    }

    /// How an engine would read the lines of a book, step by step, without what it does for each of them. PostgreSQL would
    /// rather read so few rows whole, and sort them.
    private func plan(
        of book: LedgerBook,
        _ filter: CaseFilter,
        in books: TestBooks,
        _ engine: Engine
    ) async throws -> [String] {
        let register = books.register
        return try await books.database.read { connection in
            let listing = try register.listing(of: book, filter, in: connection)
            guard engine == .postgres else {
                let steps = try connection.run("EXPLAIN QUERY PLAN \(listing)")
                return try steps.filter { try $0.integer(1) == 0 }.map { try $0.text(3) }
            }
            try connection.run("SET LOCAL enable_seqscan = off")
            try connection.run("SET LOCAL enable_sort = off")
            let steps = try connection.run("EXPLAIN \(listing)").map { try $0.text(0) }
            return Array(steps.drop { $0.hasPrefix("Limit") })
        }
    }

    @Test func `names every stage at which an answer is awaited, and no other`() {
        let order = LedgerOrder(.due)
        let sorting = order.sorting(of: .register).text
        for stage in Stage.allCases {
            #expect(sorting.contains("'\(stage.rawValue)'") == stage.awaitsAnswer, "\(stage)")
        }
    }

    @Test(arguments: Engine.available) func `has the same lines under every filter`(engine: Engine) async throws {
        let books = try await books(engine)
        var filters = [CaseFilter(), CaseFilter(), CaseFilter(), CaseFilter()]
        filters[1].stages = [.registered]
        filters[2].search = "remb"
        filters[3].receivedFrom = CivilDate("2026-11-12")
        filters[3].year = 2026
        for filter in filters {
            for few in [0, 2_000] {
                var filter = filter
                filter.few = few
                filter.limit = 100
                let usual = try await books.register.registered(filter).map(\.id)
                #expect(!usual.isEmpty)
                for order in LedgerOrder.all {
                    filter.order = order
                    #expect(Set(try await books.register.registered(filter).map(\.id)) == Set(usual), "\(order.word)")
                }
            }
        }
        await books.close()
    }

    @Test func `begins at no place of another order, nor at what is none`() {
        let due = LedgerOrder(.due)
        #expect(LedgerPlace("2027-01-10.2026-R-0003", in: .register, due) != nil)
        #expect(LedgerPlace("92027-01-10.2026-R-0003", in: .register, due) != nil)
        #expect(LedgerPlace("02027-01-10.2026-R-0003", in: .register, LedgerOrder(.due, isDescending: true)) != nil)
        #expect(LedgerPlace("REC-2026-0003", in: .register) != nil)
        #expect(LedgerPlace("2026-R-0003", in: .receptions, LedgerOrder(.mark)) != nil)
        for text in [
            "REC-2026-0003", "2027-01-10.REC-2026-0003", "2027-01-40.2026-R-0003", ".", "", "2027-01-10.",
            "02027-01-10.2026-R-0003",
        ] {
            #expect(LedgerPlace(text, in: .register, due) == nil, "\(text)")
        }
        #expect(LedgerPlace("2027-01-10.2026-R-0003", in: .register, LedgerOrder(.received)) == nil)
        #expect(LedgerPlace("2027-01-10.2026-R-0003", in: .register) == nil)
        #expect(LedgerPlace("2026-R-0003", in: .register) == nil)
    }

    @Test func `is named by its word alone`() {
        for order in LedgerOrder.all { #expect(LedgerOrder(order.word) == order) }
        #expect(LedgerOrder.all.count == 6 && LedgerOrder.latestFirst.word == "-numero")
        for word in ["", "-", "--numero", "numero ", "personne"] { #expect(LedgerOrder(word) == nil, "\(word)") }
    }

    @Test(arguments: Engine.available) func `is kept as a view by its owner, who alone changes it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let accounts = books.accounts()
        let ana = try await accounts.add(email: "ana@example.org", name: "Ana", roles: ["responsable"])
        let luc = try await accounts.add(email: "luc@example.org", name: "Luc", roles: ["responsable"])
        let register = books.register
        let own = try await register.keepView(of: .register, named: "À moi", filters: "", isShared: false, by: ana.id)
        let shared = try await register.keepView(
            of: .receptions,
            named: "À tous",
            filters: "etat=recue",
            isShared: true,
            by: ana.id
        )
        #expect(try await register.views(of: ana.id).map(\.id) == [own, shared])
        #expect(try await register.views(of: luc.id).map(\.id) == [shared])
        try await register.changeView(shared, of: luc.id, name: "À moi", isShared: false)
        try await register.forgetView(shared, of: luc.id)
        #expect(try await register.views(of: luc.id).map(\.name) == ["À tous"])
        try await register.changeView(own, of: ana.id, name: "Z", isShared: true)
        #expect(try await register.views(of: luc.id).map(\.name) == ["Z", "À tous"])
        try await accounts.disable(ana.id)
        #expect(try await register.views(of: luc.id).isEmpty)
        try await register.forgetView(own, of: ana.id)
        #expect(try await register.views(of: ana.id).map(\.id) == [shared])
        for number in 1..<SavedView.most {
            try await register.keepView(of: .register, named: "\(number)", filters: "", isShared: false, by: ana.id)
        }
        await #expect(throws: ViewRefusal.tooMany(most: SavedView.most)) {
            try await register.keepView(of: .register, named: "De trop", filters: "", isShared: false, by: ana.id)
        }
        await books.close()
    }
}
