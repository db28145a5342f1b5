import Complaints
import TestSupport
import Testing

@testable import Registry

@Suite struct `What is said in confidence, or is grave` {
    private static let reason = "La personne a renoncé."

    private func hearing(_ books: TestBooks, _ said: String = "Des propos", _ severities: [Severity] = []) -> Hearing {
        Hearing(person: "Zoé", said: said, on: books.clock.now.civilDate, heardBy: "Luc", severities: severities)
    }

    /// A form that was not sent yet.
    private func form() -> Submission { Submission(id: (0..<16).map { _ in UInt8.random(in: 0...255) }) }

    /// Names who gets what comes in confidence; nobody where the list is empty.
    private func name(_ accounts: [Officer], _ books: TestBooks) async throws {
        var procedure = Story.procedure
        let recipients = ConfidentialRecipients(accounts: accounts.map(\.id), function: "\(accounts.count) personnes")
        procedure.confidential = accounts.isEmpty ? nil : recipients
        try await books.publish(procedure)
    }

    private func confide(_ books: TestBooks, by officer: Officer) async throws -> Discontent.ID {
        try await books.register.hear(hearing(books), inConfidence: true, as: form(), by: .officer(officer))
    }

    // Shows
    @Test(arguments: Engine.available) func `is in lists what the rules open, for every reader and whoever is named`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        for bits in 0..<(1 << staff.count) {
            let named = staff.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
            if !named.isEmpty { try await name(named, books) }
            let id = try await confide(books, by: staff[3])
            let discontent = try await books.register.discontent(id)
            #expect(discontent.hearing.restriction?.readers == named.map(\.id).sorted())
            for reader in staff {
                let seen = books.register.asSeen(by: reader)
                let isOpen = discontent.opens(to: reader, among: staff)
                let isListed = try await seen.discontents(limit: 1).first?.id == id
                #expect(isListed == isOpen, "\(named.map(\.id)) \(reader.id)")
                #expect(try await seen.isOpen(id) == isOpen)
                if isOpen {
                    #expect(try await seen.discontent(id) == discontent)
                } else {
                    await #expect(throws: Register.Failure.restricted) { _ = try await seen.discontent(id) }
                }
            }
        }
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: R-87, S-62
    @Test(arguments: Engine.available) func `is nowhere for the others, who do nothing with it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        try await name([staff[2]], books)
        let id = try await confide(books, by: staff[3])
        let open = try await books.register.hear(hearing(books), as: form(), by: .officer(staff[3]))
        let (listed, other) = (books.register.asSeen(by: staff[2]), books.register.asSeen(by: staff[3]))
        let today = books.clock.now.civilDate
        #expect(try await listed.silentDiscontents(since: today, limit: 1).total == 2)
        let silent = try await other.silentDiscontents(since: today, limit: 1)
        #expect(silent.lines.map(\.id) == [open] && silent.total == 1)
        #expect(try await other.alertingDiscontents(limit: 1).total == 0)
        #expect(try await other.discontents(limit: 9).map(\.id) == [open])
        let invitation = Invitation(.told, on: today)
        await #expect(throws: Register.Failure.restricted) {
            try await other.change(discontent: id, by: .officer(staff[3])) { try $0.invite(invitation, $1) }
        }
        await #expect(throws: Register.Failure.restricted) {
            try await other.recordAccess(.readDiscontent, of: id, by: staff[3].id)
        }
        for said in [id, open] { try await listed.recordAccess(.readDiscontent, of: said, by: staff[2].id) }
        var filter = AccessFilter()
        filter.kind = .readDiscontent
        #expect(try await listed.accesses(filter).count == 2)
        #expect(try await other.accesses(filter).count == 1)
        #expect(try await listed.countAccesses(filter) == .exactly(2))
        #expect(try await other.countAccesses(filter) == .exactly(1))
        // Whoever is named later does not open what was said before, nor does who it was for lose it.
        try await name([staff[0]], books)
        #expect(try await listed.isOpen(id))
        #expect(try await !books.register.asSeen(by: staff[0]).isOpen(id))
        try await listed.change(discontent: id, by: .officer(staff[2])) { try $0.invite(invitation, $1) }
        #expect(try await listed.discontent(id).invitations == [invitation])
        try await books.register.keepCheckpoint()
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: S-40, R-87
    @Test(arguments: Engine.available)
    func `is noted once, whoever is named meanwhile, and not as the same said openly`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let (said, same, desk) = (hearing(books, "Des propos", [.safety]), form(), Author.officer(staff[3]))
        let seen = books.register.asSeen(by: staff[3])
        let id = try await seen.hear(said, inConfidence: true, as: same, by: desk)
        try await name([staff[0]], books)
        #expect(try await seen.hear(said, inConfidence: true, as: same, by: desk) == id)
        for (other, inConfidence) in [
            (said, false), (hearing(books), true), (hearing(books, "Autre", [.safety]), true),
        ] {
            await #expect(throws: Register.Failure.differentSubmission) {
                try await seen.hear(other, inConfidence: inConfidence, as: same, by: desk)
            }
        }
        let kept = try await books.register.discontent(id).hearing
        #expect(kept.restriction == Restriction(ground: .implicatesManager) && kept.severities == [.safety])
        #expect(try await books.register.discontents(limit: 9).count == 1)
        await books.close()
    }

    /// Where the alerts that wait go to, each to what was said.
    private func alerted(_ id: Discontent.ID, _ books: TestBooks) async throws -> [String] {
        var recipients: [String] = []
        while let notice = try await books.register.claimNotice() {
            #expect(notice.kind == .spokenAlert && notice.reference == nil && notice.link == id.description)
            recipients.append(notice.recipient)
            try await books.register.noticeSettled(notice)
        }
        return recipients.sorted()
    }

    // Shows
    @Test(arguments: Engine.available) func `alerts once those who may open and handle it, but not whoever noted it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let (register, emails) = (books.register, (0..<3).map { "agent-\($0)@example.org" })
        let grave = hearing(books, "Des menaces", [.harassment])
        let plain = try await register.hear(hearing(books), as: form(), by: .officer(staff[3]))
        #expect(try await alerted(plain, books).isEmpty)
        let same = form()
        let first = try await register.hear(grave, as: same, by: .officer(staff[3]))
        #expect(try await alerted(first, books) == emails)
        _ = try await register.hear(grave, as: same, by: .officer(staff[3]))
        #expect(try await alerted(first, books).isEmpty)
        let second = try await register.hear(grave, as: form(), by: .officer(staff[0]))
        #expect(try await alerted(second, books) == Array(emails[1...]))
        let third = try await confide(books, by: staff[3])
        #expect(try await alerted(third, books) == Array(emails[1...]))
        let fourth = try await confide(books, by: staff[1])
        #expect(try await alerted(fourth, books) == [emails[2]])
        await books.close()
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `waits at the head of the day until it has an end`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let register = books.register
        let grave = hearing(books, "Des menaces", [.harassment, .safety])
        let first = try await register.hear(grave, as: form(), by: .officer(staff[3]))
        let second = try await confide(books, by: staff[3])
        _ = try await register.hear(hearing(books), as: form(), by: .officer(staff[3]))
        let lines = try await register.alertingDiscontents(limit: 9).lines
        #expect(lines.map(\.id) == [first, second] && lines.map(\.isConfidential) == [false, true])
        #expect(lines.map(\.severities) == [[.safety, .harassment], []])
        let one = try await register.alertingDiscontents(limit: 1)
        #expect(one.lines.map(\.id) == [first] && one.total == 2)
        let seen = try await register.asSeen(by: staff[0]).alertingDiscontents(limit: 1)
        #expect(seen.lines.map(\.id) == [first] && seen.total == 1)
        let invitation = Invitation(.told, on: books.clock.now.civilDate)
        try await register.change(discontent: first, by: .officer(staff[0])) { try $0.invite(invitation, $1) }
        #expect(try await register.alertingDiscontents(limit: 9).total == 2)
        let never = DiscontentEnding(never: Self.reason)
        try await register.change(discontent: first, by: .officer(staff[0])) { try $0.end(never, $1) }
        #expect(try await register.alertingDiscontents(limit: 9).lines.map(\.id) == [second])
        try await register.keepCheckpoint()
        _ = try await register.inspect()
        await books.close()
    }
}
