import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `A lost tracking secret` {
    private static let secret = TrackingSecret(random: (1...17).map(UInt8.init))

    private func open(_ engine: Engine, _ body: (TestBooks, CaseFile.ID) async throws -> Void) async throws {
        let books = try await TestBooks(engine)
        do {
            let intake = Register.Intake(
                channel: .form,
                original: Story.original,
                submission: Submission(id: [UInt8](repeating: 7, count: 16)),
                secret: Self.secret
            )
            try await body(books, try await books.register.receive(intake).caseFile)
        } catch {
            await books.close()
            throw error
        }
        await books.close()
    }

    /// Asks from an address of its own each time.
    private func ask(
        _ books: TestBooks,
        _ reference: String = "2026-R-0001",
        _ email: String = "noe@example.org",
        from address: String = "192.0.2.1"
    ) async throws -> StaffToken? {
        let asked = try await books.register.requestSecret(reference: reference, email: email, from: address)
        guard case .taken(let browser) = asked else { return nil }
        return browser
    }

    private func opens(_ books: TestBooks, _ secret: TrackingSecret) async throws -> StaffToken? {
        let entry = try await books.register.openFollowUp(typed: secret.readable, from: "192.0.2.9")
        guard case .opened(let token) = entry else { return nil }
        return token
    }

    // Shows: S-49, S-46
    @Test(arguments: Engine.available)
    func `is replaced once by the link and the browser that asked, its sessions end, and the address on file is told`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, id in
            let session = try #require(try await opens(books, Self.secret))
            let browser = try #require(try await ask(books, " 2026-r-0001 ", "Noe@Example.org "))
            let letter = try #require(try await books.register.claimNotice())
            #expect(letter.kind == .secretLink && letter.recipient == "noe@example.org")
            #expect(letter.reference?.description == "2026-R-0001")
            let link = try #require(StaffToken(letter.link))
            let stranger = StaffToken(random: [UInt8](repeating: 9, count: 32))
            #expect(try await books.register.isGood(link, in: browser))
            #expect(try await !books.register.isGood(link, in: stranger))
            #expect(try await books.register.replaceSecret(by: link, in: stranger) == nil)
            #expect(try await books.register.followUpSession(of: session) != nil)
            let fresh = try #require(try await books.register.replaceSecret(by: link, in: browser))
            #expect(try await books.register.followUpSession(of: session) == nil)
            #expect(try await opens(books, Self.secret) == nil)
            let entered = try #require(try await opens(books, fresh))
            #expect(try await books.register.followUpSession(of: entered)?.caseFile == id)
            #expect(try await !books.register.isGood(link, in: browser))
            // A double click is shown the same, and changes nothing.
            let again = try await books.register.replaceSecret(by: link, in: browser)
            #expect(again?.readable == fresh.readable)
            #expect(try await books.register.followUpSession(of: entered) != nil)
            try await books.register.noticeSettled(letter)
            let told = try #require(try await books.register.claimNotice())
            #expect(told.kind == .secretReplaced && told.recipient == "noe@example.org" && told.link.isEmpty)
            #expect(try await books.register.claimNotice() == nil)
            _ = try await books.register.inspect()
        }
    }

    // Shows: S-44
    @Test(arguments: Engine.available) func `costs the same to ask for, and sends nothing, where nothing fits`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, _ in
            for (reference, email) in [
                ("2026-R-0002", "noe@example.org"), ("2026-R-0001", "autre@example.org"), ("", ""), ("n’importe", "x"),
            ] {
                #expect(try await ask(books, reference, email) != nil, "\(reference)")
            }
            #expect(try await books.register.claimNotice() == nil)
            let kept = try await books.database.read { connection in
                try ["secret_request", "notice"].map { table in
                    try connection.run("SELECT COUNT(*) FROM \(SQL(stringLiteral: table))")[0].integer(0)
                }
            }
            #expect(kept == [4, 4])
            books.clock.advance(seconds: 24 * 3600)
            try await books.tidy()
            let left = try await books.database.read { try $0.run("SELECT COUNT(*) FROM secret_request")[0].integer(0) }
            #expect(left == 0)
        }
    }

    // Shows: S-49
    @Test(arguments: Engine.available) func `is not replaced after ten minutes, and the link is not even sent`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, _ in
            let browser = try #require(try await ask(books))
            let letter = try #require(try await books.register.claimNotice())
            try await books.register.noticeDeferred(letter)
            books.clock.advance(seconds: 599)
            let link = try #require(StaffToken(letter.link))
            #expect(try await books.register.isGood(link, in: browser))
            books.clock.advance(seconds: 1)
            #expect(try await !books.register.isGood(link, in: browser))
            #expect(try await books.register.replaceSecret(by: link, in: browser) == nil)
            #expect(try await books.register.claimNotice() == nil)
            #expect(try await opens(books, Self.secret) != nil)
        }
    }

    // Shows: S-43
    @Test(arguments: Engine.available) func `calls for three letters a day to one case and to one address, and no more`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, _ in
            var letters = 0
            for minute in 0..<6 {
                _ = try await ask(books, from: "192.0.2.\(minute)")
                while let letter = try await books.register.claimNotice() {
                    try await books.register.noticeSettled(letter)
                    letters += 1
                }
                books.clock.advance(seconds: 60)
            }
            #expect(letters == 3)
            // Other cases of the same person, who writes the address otherwise.
            for (number, email) in [(2, "noe@example.org"), (3, "Noe+film@example.org")] {
                var original = Story.original
                original.email = email
                try await books.receive(original)
                _ = try await ask(books, "2026-R-000\(number)", email, from: "192.0.2.7")
                #expect(try await books.register.claimNotice() == nil, "\(email)")
            }
            books.clock.advance(seconds: 24 * 3600)
            _ = try await ask(books, from: "192.0.2.8")
            #expect(try await books.register.claimNotice() != nil)
        }
    }

    // Shows: S-43, S-44, S-49
    @Test(arguments: Engine.available)
    func `is asked for, and replaced, at the address on file and at no other like it`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, _ in
            var original = Story.original
            original.email = "Noe+film@example.org"
            let id = try await books.receive(original)
            for other in ["noe@example.org", "noe+autre@example.org", "noe+film@example.com"] {
                #expect(try await ask(books, "2026-R-0002", other) != nil)
                #expect(try await books.register.claimNotice() == nil, "\(other)")
            }
            let browser = try #require(try await ask(books, "2026-R-0002", "noe+FILM@example.org"))
            let letter = try #require(try await books.register.claimNotice())
            #expect(letter.recipient == "Noe+film@example.org")
            // Corrected before the link is followed: whoever has the old address gets nothing by it.
            try await books.register.change(id, by: .officer(Story.manager)) {
                try $0.amend(Amendment(text: "Adresse mal lue", files: [], email: "noe+photo@example.org"), $1)
            }
            let link = try #require(StaffToken(letter.link))
            #expect(try await books.register.replaceSecret(by: link, in: browser) == nil)
        }
    }

    // Shows: S-43
    @Test func `is asked for ever more slowly from one address`() async throws {
        try await open(.sqlite) { books, _ async throws in
            for _ in 0..<10 { #expect(try await ask(books, "2026-R-0009", "x@example.org") != nil) }
            #expect(try await ask(books, "2026-R-0009", "x@example.org") == nil)
            #expect(try await ask(books, from: "192.0.2.2") != nil)
        }
    }
}
