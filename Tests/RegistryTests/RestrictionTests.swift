import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The books as somebody may see them` {
    private static let reason = "Une raison qui suffit"
    private static let password = "tournevis marmotte galet"

    private func restrict(
        _ id: CaseFile.ID,
        to readers: [Officer],
        among staff: [Officer],
        _ books: TestBooks
    )
        async throws
    {
        let restriction = Restriction(ground: .implicatesManager, readers: readers.map(\.id))
        try await books.register.change(id, by: .officer(staff[0])) { try $0.restrict(restriction, among: staff, $1) }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `hide in lists what the rules close, for every reader and every list`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        var lists: [[Officer]] = []
        for bits in 1..<(1 << staff.count) {
            lists.append(staff.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
        }
        for list in lists where list.contains(where: \.mayHandle) {
            let id = try await books.receive()
            try await restrict(id, to: list, among: staff, books)
            // Of every other, somebody is named or steps aside afterwards.
            if list.count.isMultiple(of: 2), let named = list.first(where: \.mayHandle) {
                let manager = Author.officer(Story.manager)
                try await books.register.change(id, by: manager) { _, _ in
                    .qualified(Qualification(nature: .complaint, implicated: [named.id]))
                }
                try await books.register.change(id, by: manager) { _, _ in
                    .recused(Recusal(officer: staff[1].id, reason: Self.reason))
                }
            }
            let file = try await books.register.caseFile(id)
            for reader in staff {
                let seen = books.register.asSeen(by: reader)
                let isOpen = file.opens(to: reader, among: staff)
                let line = try #require(try await seen.line(of: id))
                #expect(line.isHidden == !isOpen, "\(list.map(\.id)) \(reader.id)")
                #expect(line.person.isEmpty == !isOpen && line.subject.isEmpty == !isOpen)
                if isOpen {
                    #expect(try await seen.caseFile(id).version == file.version)
                } else {
                    await #expect(throws: Register.Failure.restricted) { _ = try await seen.caseFile(id) }
                }
            }
        }
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `give nothing of a closed case, count it, and change nothing of it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let id = try await books.receive()
        try await books.answer(id)
        let open = try await books.receive()
        try await restrict(id, to: [staff[0]], among: staff, books)
        let letter = try #require(try await books.register.letters(of: id).first)
        let seen = books.register.asSeen(by: staff[1])
        await #expect(throws: Register.Failure.restricted) { _ = try await seen.procedure(of: id) }
        await #expect(throws: Register.Failure.restricted) {
            try await seen.change(id, by: .officer(staff[1])) { try $0.note("Vu", $1) }
        }
        await #expect(throws: Register.Failure.restricted) {
            try await seen.recordAccess(.opened, of: id, by: staff[1].id, handles: true)
        }
        await #expect(throws: Register.Failure.restricted) {
            _ = try await seen.resend(letter.id, by: .officer(staff[1]))
        }
        await #expect(throws: Register.Failure.unknown) { _ = try await seen.letter(letter.id) }
        #expect(try await seen.letters(of: id).isEmpty)
        var search = CaseFilter()
        search.search = "Noé"
        #expect(try await seen.receptions(search).map(\.id) == [open])
        #expect(try await seen.countReceptions(search) == .exactly(1))
        search.search = "REC-2026-0001"
        #expect(try await seen.registered(search).isEmpty)
        var people = CaseFilter()
        people.stakeholder = .trainee
        #expect(try await seen.countRegistered(people) == .exactly(0))
        #expect(try await seen.receptions(CaseFilter()).map(\.isHidden) == [false, true])
        #expect(try await seen.countRegistered(CaseFilter()) == .exactly(1))
        #expect(try await seen.waiting(.toClose, limit: 9).total == 0)
        #expect(try await seen.countHidden() == 1)
        let letters = try await books.register.countLettersToSee(hasRelay: false)
        #expect(try await seen.countLettersToSee(hasRelay: false) < letters)
        #expect(try await seen.lettersToSee(hasRelay: false).allSatisfy { $0.caseFile == open })
        let listed = books.register.asSeen(by: staff[0])
        #expect(try await listed.waiting(.toClose, limit: 9).total == 1)
        #expect(try await listed.letter(letter.id).id == letter.id)
        #expect(try await listed.countHidden() == 0)
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `count nobody who was invited and has not come, until they come`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let accounts = books.accounts()
        let invited = try await accounts.add(
            email: "ada@example.org",
            name: "Ada",
            roles: ["direction", "responsable"]
        )
        let id = try await books.receive()
        let ada = Officer(id: invited.id, roles: [.management, .complaintsManager])
        try await restrict(id, to: [ada], among: staff + [ada], books)
        for (index, reader) in staff.enumerated() {
            let seen = books.register.asSeen(by: reader)
            let inherits = [1, 2].contains(index)
            let line = try #require(try await seen.line(of: id))
            #expect(line.isHidden == !inherits, "\(reader.roles)")
            #expect(try await seen.isOpen(id) == inherits, "\(reader.roles)")
            guard inherits else { continue }
            #expect(try await seen.caseFile(id).id == id, "the management has it")
        }
        #expect(try await alerted(books) == ["agent-1@example.org", "agent-2@example.org"])
        try await accounts.change(ada.id, AccountChange(password: Self.password))
        for reader in staff {
            let seen = books.register.asSeen(by: reader)
            #expect(try await !seen.isOpen(id), "\(reader.roles)")
            await #expect(throws: Register.Failure.restricted) { _ = try await seen.caseFile(id) }
        }
        #expect(try await books.register.asSeen(by: ada).caseFile(id).id == id)
        await books.close()
    }

    // Shows: R-24, S-62
    @Test(arguments: Engine.available) func `leave out of the journal of accesses what is done in a closed case`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let (id, open) = (try await books.receive(), try await books.receive())
        try await restrict(id, to: [staff[0]], among: staff, books)
        let (listed, other) = (books.register.asSeen(by: staff[0]), books.register.asSeen(by: staff[1]))
        for file in [id, open] { try await listed.recordAccess(.opened, of: file, by: staff[0].id) }
        try await other.recordAccess(.refused, .refused, of: id, by: staff[1].id)
        var filter = AccessFilter()
        filter.account = staff[0].id
        #expect(Set(try await listed.accesses(filter).map(\.caseFile)) == ["2026-R-0001", "2026-R-0002"])
        #expect(try await other.accesses(filter).map(\.caseFile) == ["2026-R-0002"])
        #expect(try await listed.countAccesses(filter) == .exactly(2))
        #expect(try await other.countAccesses(filter) == .exactly(1))
        filter = AccessFilter()
        filter.caseFile = id
        #expect(Set(try await listed.accesses(filter).map(\.kind)) == [.opened, .refused])
        #expect(try await other.accesses(filter).isEmpty)
        #expect(try await other.countAccesses(filter) == .exactly(0))
        await books.close()
    }

    /// Where the alerts that wait go to.
    private func alerted(_ books: TestBooks) async throws -> [String] {
        var recipients: [String] = []
        while let notice = try await books.register.claimNotice() {
            #expect(notice.kind == .alert && notice.link.isEmpty)
            recipients.append(notice.recipient)
            try await books.register.noticeSettled(notice)
        }
        return recipients.sorted()
    }

    // Shows
    @Test(arguments: Engine.available) func `alert those who may handle a grave case, or one that comes in confidence`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let id = try await books.receive()
        #expect(try await alerted(books).isEmpty)
        try await books.register.change(id, by: .officer(staff[0])) {
            try $0.qualify(Qualification(nature: .complaint, severities: [.safety]), $1)
        }
        #expect(try await alerted(books) == ["agent-1@example.org", "agent-2@example.org"])
        let lines = try await books.register.waiting(.alerting, limit: 9).lines
        #expect(lines.map(\.id) == [id] && lines.first?.severities == [.safety])
        let intake = Register.Intake(channel: .form, original: Story.original, isConfidential: true)
        let first = try await books.register.receive(intake).caseFile
        #expect(try await alerted(books) == ["agent-1@example.org", "agent-2@example.org"])
        #expect(try await books.register.caseFile(first).readers(among: staff) == [staff[1].id, staff[2].id])
        var procedure = Story.procedure
        procedure.confidential = ConfidentialRecipients(accounts: [staff[2].id], function: "la présidente")
        try await books.publish(procedure)
        let second = try await books.register.receive(intake).caseFile
        #expect(try await alerted(books) == ["agent-2@example.org"])
        #expect(try await books.register.caseFile(second).readers(among: staff) == [staff[2].id])
        #expect(try await books.register.waiting(.alerting, limit: 9).total == 3)
        #expect(try await books.register.asSeen(by: staff[0]).waiting(.alerting, limit: 9).lines.map(\.id) == [id])
        _ = try await books.register.inspect()
        await books.close()
    }
}
