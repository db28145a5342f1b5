import Complaints
import Crypto
import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The erasure of mails` {
    /// A mail that came, with a file, sorted so.
    private func mail(_ canary: String, _ uid: Int, as sort: MailSort, _ books: TestBooks) async throws -> String {
        let register = books.register
        let bytes = Array("Subject: \(canary)\r\n\r\nde \(canary)".utf8)
        let place = MailPlace(mailbox: "boite", validity: 1, uid: uid)
        try await register.keepMail(bytes, digest: digest(bytes), at: place)
        let mail = try #require(try await register.claimMail())
        let file = try await register.stage(bytes, named: "\(canary).txt", type: "text/plain", digest: digest(bytes))
        var reading = IncomingMail()
        reading.sender = IncomingMail.Sender(name: "\(canary) Lambert", address: "\(canary)@example.org")
        reading.messageID = "\(canary)@example.org"
        reading.subject = "Objet de \(canary)"
        reading.passages = [IncomingMail.Passage("Les mots de \(canary)")]
        try await register.note(reading, with: [file], of: mail)
        try await register.sort(mail, as: MailSorting(sort, .otherSubject))
        return mail.id
    }

    private func digest(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: Data(bytes))) }

    /// Whether a word stands anywhere in what is kept of mails.
    private func isKept(_ canary: String, _ books: TestBooks) async throws -> Bool {
        try await books.database.read { connection in
            let rows =
                try connection.run("SELECT person, address, subject, message_id, reading FROM mail")
                + connection.run("SELECT name, digest, type, id, NULL FROM attachment")
                + connection.run("SELECT '', '', '', '', bytes FROM attachment_chunk")
            return try rows.contains { row in
                let words = try (0..<4).map { try row.text($0) }.joined(separator: " ")
                let bytes = String(decoding: try row.optionalBlob(4) ?? [], as: UTF8.self)
                return words.contains(canary) || bytes.contains(canary)
            }
        }
    }

    // Shows: S-74, S-78
    @Test(arguments: Engine.available)
    func `takes what nobody waits for once its time is over, with all its words, and reads it no second time`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, clock) = (books.register, books.clock)
        let spam = try await mail("pourriel", 1, as: .spam, books)
        let robot = try await mail("robot", 2, as: .automatic, books)
        let waiting = try await mail("attente", 3, as: .toRead, books)
        let broken = try await mail("obscur", 4, as: .unreadable, books)
        let complaint = try await mail("grief", 5, as: .toRead, books)
        let file = try await register.receiveMail(complaint, proof: "Date", by: Story.manager)
        #expect(try await register.eraseMails() == 0)
        #expect(try await isKept("pourriel", books))

        clock.advance(seconds: 31 * 86_400)
        _ = try await mail("nouveau", 6, as: .toRead, books)
        #expect(try await register.eraseMails() == 1)
        #expect(try await !isKept("pourriel", books))
        #expect(try await isKept("grief", books))
        let sheet = try await register.mail(spam)
        #expect(sheet.record.erasedAt == clock.now && sheet.record.sort == .spam && !sheet.record.isLoose)
        #expect(sheet.reading == nil && sheet.files.isEmpty && sheet.record.attachment == nil)
        let bytes = Array("Subject: pourriel\r\n\r\nde pourriel".utf8)
        let elsewhere = MailPlace(mailbox: "boite", validity: 2, uid: 1)
        #expect(try await !register.keepMail(bytes, digest: digest(bytes), at: elsewhere), "it is read no second time")
        #expect(try await !isKept("pourriel", books))
        #expect(try await register.knownMails(in: "boite", validity: 1, among: [1, 2]) == [1, 2])
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await register.moveMail(spam, to: .toRead, by: Story.manager)
        }

        clock.advance(seconds: 153 * 86_400)
        _ = try await mail("dernier", 7, as: .toRead, books)
        #expect(try await register.eraseMails() == 1)
        #expect(try await register.mail(robot).record.erasedAt == clock.now)
        #expect(try await register.eraseMails() == 0)
        for id in [waiting, broken, complaint] { #expect(try await register.mail(id).record.erasedAt == nil) }
        let pieces = try await register.caseFile(file).files
        #expect(pieces.count == 2)
        for piece in pieces { #expect(try await register.chunk(0, of: piece.id) != nil) }
        let lines = try await register.accesses(AccessFilter()).filter { $0.kind == .mailsErased }
        #expect(lines.map(\.detail) == ["1", "1"] && lines.allSatisfy { $0.account == AccessEntry.server })
        _ = try await register.inspect()
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `takes a hundred at once, of whatever sorts they are`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let (register, organisation) = (books.register, books.organisation.id)
        let sorts: [MailSort] = [.spam, .automatic]
        let kept = books.clock.now.description
        try await books.database.write(.organisation(organisation)) { connection in
            for number in 0..<160 {
                try connection.run(
                    """
                    INSERT INTO mail (organisation, id, digest, attachment, length, kept_at, state, next_attempt_at,
                        attempts, message_id, person, address, subject, sort, reason, case_file, suggested)
                    VALUES (\(organisation), \("\(number)"), \("\(number)"), '', 0, \(kept), 'sorted', \(kept),
                        0, '', '', '', '', \(sorts[number % 2].rawValue), '', '', '')
                    """
                )
            }
        }
        books.clock.advance(seconds: 184 * 86_400)
        _ = try await mail("nouveau", 1, as: .toRead, books)
        #expect(try await register.eraseMails() == 100)
        #expect(try await register.eraseMails() == 60)
        #expect(try await register.eraseMails() == 0)
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `counts from the last word of somebody, and only time that mails have come in`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let (register, clock) = (books.register, books.clock)
        let id = try await mail("question", 1, as: .toRead, books)
        clock.advance(seconds: 400 * 86_400)
        try await register.moveMail(id, to: .other, by: Story.manager)
        _ = try await mail("un", 2, as: .toRead, books)
        #expect(try await register.eraseMails() == 0)
        clock.advance(seconds: 184 * 86_400)
        #expect(try await register.eraseMails() == 0, "the clock alone says so")
        _ = try await mail("deux", 3, as: .toRead, books)
        #expect(try await register.eraseMails() == 1)
        #expect(try await register.mail(id).acts.map(\.sort) == [.other])
        await books.close()
    }

    // Shows: S-78
    @Test(arguments: Engine.available)
    func `leaves what a case has taken, even where the ledger was never told`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await mail("grief", 1, as: .spam, books)
        let reading = try #require(try await register.mail(id).reading)
        let intake = Register.Intake(
            channel: .email,
            original: reading.original(with: try await register.pieces(of: id)),
            submission: register.submission(of: id)
        )
        // The server was killed before the ledger’s word of it.
        let file = try await register.receive(intake).caseFile
        books.clock.advance(seconds: 31 * 86_400)
        _ = try await mail("nouveau", 2, as: .toRead, books)
        #expect(try await register.eraseMails() == 1)
        for piece in try await register.caseFile(file).files {
            #expect(try await register.chunk(0, of: piece.id) != nil)
        }
        _ = try await register.inspect()
        await books.close()
    }
}
