import Complaints
import Crypto
import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The ledger of mails` {
    private static let domain = "lettres.cine-atelier.example"

    /// A mail of Zoé's, as it was read.
    private func reading(
        _ subject: String = "RECLAMATION",
        _ change: (inout IncomingMail) -> Void = { _ in }
    ) -> IncomingMail {
        var reading = IncomingMail()
        reading.sender = IncomingMail.Sender(name: "Noé Lambert", address: "noe@example.org")
        reading.subject = subject
        reading.passages = [IncomingMail.Passage("Personne ne répond.")]
        change(&reading)
        return reading
    }

    /// Keeps a mail, and takes it to be sorted.
    private func pending(_ bytes: String, _ reading: IncomingMail, in books: TestBooks) async throws -> PendingMail {
        let digest = hexadecimal(SHA256.hash(data: Data(bytes.utf8)))
        try await books.register.keepMail(Array(bytes.utf8), digest: digest, at: nil)
        let mail = try #require(try await books.register.claimMail())
        try await books.register.note(reading, with: [], of: mail)
        return mail
    }

    private func sorting(of mail: PendingMail, _ reading: IncomingMail, in books: TestBooks) async throws -> MailSorting
    {
        let known = try await books.register.surroundings(of: reading, besides: mail.id, ours: [], domain: Self.domain)
        return reading.sorted(among: known)
    }

    private func count(_ table: SQL, _ books: TestBooks) async throws -> Int {
        try await books.database.read { try $0.run("SELECT COUNT(*) FROM \(table)")[0].integer(0) }
    }

    // Shows: S-74, S-75
    @Test(arguments: Engine.available)
    func `has the same bytes once, wherever and however often they are found, and drops none of them`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let bytes = [UInt8](repeating: 65, count: 2 * Register.chunkLength + 7)
        let place = { (validity: Int, uid: Int) in MailPlace(mailbox: "boite", validity: validity, uid: uid) }
        #expect(try await register.keepMail(bytes, digest: "a", at: place(1, 1)))
        #expect(try await !register.keepMail(bytes, digest: "a", at: place(1, 1)))
        #expect(try await !register.keepMail(bytes, digest: "a", at: place(2, 9)))
        #expect(try await register.knownMails(in: "boite", validity: 1, among: [1, 2]) == [1])
        #expect(try await register.knownMails(in: "boite", validity: 2, among: [9]) == [9])
        #expect(try await register.knownMails(in: "autre", validity: 1, among: [1]).isEmpty)
        books.clock.advance(seconds: 9 * 86_400)
        try await books.tidy()
        let mail = try #require(try await register.claimMail())
        #expect(try await register.bytes(of: mail) == bytes)
        #expect(try await register.mails(MailFilter()).count == 1)
        _ = try await register.inspect()
        await books.close()
    }

    // Shows: S-76
    @Test(arguments: Engine.available)
    func `says of a mail that is too large that it is still in its mailbox`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        for _ in 0..<2 { try await books.register.noteTooLarge(at: MailPlace(mailbox: "boite", validity: 1, uid: 3)) }
        let mails = try await books.register.mails(MailFilter())
        #expect(mails.map(\.reason) == [.tooLarge] && mails.map(\.sort) == [.unreadable] && mails[0].attachment == nil)
        #expect(try await books.register.knownMails(in: "boite", validity: 1, among: [3]) == [3])
        #expect(try await books.register.waitingMails(limit: 5).total == 1)
        await books.close()
    }

    // Shows: S-74
    @Test(arguments: Engine.available)
    func `leaves a mail to one server at a time, and to another where that one dies`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        try await books.register.keepMail([1], digest: "a", at: nil)
        let first = try #require(try await books.register.claimMail())
        #expect(try await books.register.claimMail() == nil)
        books.clock.advance(seconds: 61)
        let second = try #require(try await books.register.claimMail())
        #expect(second.id == first.id && second.attempts == 2 && second.isUnread)
        await books.close()
    }

    // Shows: R-04, S-74
    @Test(arguments: Engine.available)
    func `receives a complaint once, with the mail as a piece, however often it is begun anew`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let reading = reading()
        let mail = try await pending("un", reading, in: books)
        #expect(try await sorting(of: mail, reading, in: books) == MailSorting(.reception, .grievance))
        func receive() async throws -> CaseFile.ID {
            let intake = Register.Intake(
                channel: .email,
                original: reading.original(with: try await register.pieces(of: mail.id)),
                submission: register.submission(of: mail.id)
            )
            return try await register.receive(intake).caseFile
        }
        let id = try await receive()
        books.clock.advance(seconds: 600)
        // The server was killed between the reception and the ledger's word of it.
        #expect(try await receive() == id)
        #expect(try await register.sort(mail, .grievance, receivedAs: id))
        #expect(try await !register.sort(mail, .grievance, receivedAs: id))
        let file = try await register.caseFile(id)
        #expect(file.reception.channel == .email && file.reception.original.text == "Personne ne répond.")
        #expect(file.files.map(\.name) == [Register.mailName] && file.files.map(\.type) == [Register.mailType])
        #expect(file.email == "noe@example.org" && file.letters.map(\.kind) == [.acknowledgement])
        #expect(try await register.mail(mail.id).record.caseFile == id)
        #expect(try await count("case_file", books) == 1)
        _ = try await register.inspect()
        await books.close()
    }

    // Shows: S-73, S-74, F-15
    @Test(arguments: Engine.available)
    func `lays an answer to a letter of ours on its case once, and a forged one on none`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        let letter = try #require(try await register.letters(of: id).first)
        let mark = "\(letter.id)@\(Self.domain)"
        let answer = reading("Re: votre dossier") { $0.thread = ["x@y.example", mark] }
        let mail = try await pending("réponse", answer, in: books)
        let sorting = try await sorting(of: mail, answer, in: books)
        #expect(sorting == MailSorting(.message, .verifiedThread, id))
        try await register.add(mail, as: answer, sorting)
        try await register.add(mail, as: answer, sorting)
        let file = try await register.caseFile(id)
        #expect(file.entries.map(\.event.kind) == [.received, .amended])
        #expect(file.entries[1].isByComplainant && file.laterFiles.map(\.name) == [Register.mailName])
        #expect(try await register.waiting(.unread, limit: 5).total == 1)

        let forged = "\(String(letter.id.reversed()))@\(Self.domain)"
        let shortened = String(letter.id.prefix(31))
        for (index, thread) in [[forged], ["\(shortened)@\(Self.domain)"], [shortened]].enumerated() {
            let other = reading("Re: votre dossier") { $0.thread = thread }
            let mail = try await pending("faux \(index)", other, in: books)
            let sorting = try await self.sorting(of: mail, other, in: books)
            #expect(sorting.sort == .toRead && sorting.caseFile == nil, "\(thread)")
        }
        let stranger = reading("Re: votre dossier") {
            $0.thread = [mark]
            $0.sender = IncomingMail.Sender(address: "autre@example.org")
        }
        let strange = try await pending("étranger", stranger, in: books)
        #expect(try await self.sorting(of: strange, stranger, in: books) == MailSorting(.toRead, .otherSender, id))
        #expect(try await register.caseFile(id).entries.count == 2)
        _ = try await register.inspect()
        await books.close()
    }

    // Shows: S-71, R-02
    @Test(arguments: Engine.available)
    func `answers whoever asks for the form once a day`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let asking = reading { $0.passages = [] }
        for turn in 0..<4 {
            let mail = try await pending("demande \(turn)", asking, in: books)
            let sorting = try await sorting(of: mail, asking, in: books)
            #expect(sorting.sort == .formRequest)
            try await register.reply(to: mail, asking, sorting)
            if turn == 2 { books.clock.advance(seconds: 86_401) }
        }
        #expect(try await count("form_reply", books) == 2)
        // The first is worth nothing any more.
        let reply = try #require(try await register.claimFormReply())
        #expect(reply.recipient == "noe@example.org")
        #expect(try await register.claimFormReply() == nil)
        try await register.formReplySettled(reply)
        try await books.tidy()
        #expect(try await count("form_reply", books) == 1)
        await books.close()
    }

    // Shows: F-15
    @Test(arguments: Engine.available)
    func `takes back a letter that did not arrive, and reopens what it was for`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        let letter = try #require(try await register.claimLetter())
        try await register.letterAccepted(letter, reply: "250 Ok")
        #expect(try await register.caseFile(id).acknowledgedAt != nil)
        let report = IncomingMail.Report(
            isFinal: true,
            words: "5.1.1 inconnu",
            messageID: "\(letter.id)@\(Self.domain)"
        )
        let bounce = reading("Undelivered") {
            $0.reports = [report]
            $0.returnPath = ""
        }
        for turn in 0..<2 {
            let mail = try await pending("retour \(turn)", bounce, in: books)
            let sorting = try await sorting(of: mail, bounce, in: books)
            #expect(sorting == MailSorting(.bounce, .report, id))
            try await register.takeBack(mail, bounce, sorting)
        }
        let file = try await register.caseFile(id)
        #expect(file.acknowledgedAt == nil && file.issued.isEmpty)
        #expect(file.entries.map(\.event.kind) == [.received, .letterIssued, .letterReturned])
        let record = try await register.letter(letter.id)
        #expect(record.state == .failed && LetterTrouble.read(record.result)?.trouble == .returned)
        #expect(try await register.lettersToSee().map(\.id) == [letter.id])
        _ = try await register.inspect()
        #expect(try await register.resend(letter.id, by: .officer(Story.manager)))
        let again = try #require(try await register.claimLetter())
        try await register.letterAccepted(again, reply: "250 Ok")
        #expect(try await register.caseFile(id).acknowledgedAt != nil)
        _ = try await register.inspect()
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `lets staff sort otherwise, each time on record, until it is part of a case`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let question = reading("Une question")
        let mail = try await pending("question", question, in: books)
        try await register.sort(mail, as: try await sorting(of: mail, question, in: books))
        #expect(try await register.waitingMails(limit: 5).total == 1)
        try await register.moveMail(mail.id, to: .spam, by: Story.manager)
        #expect(try await register.waitingMails(limit: 5).total == 0)
        books.clock.advance(seconds: 1)
        try await register.moveMail(mail.id, to: .toRead, by: Story.manager)
        books.clock.advance(seconds: 1)
        await #expect(throws: Refusal.notAllowed) {
            try await register.moveMail(mail.id, to: .spam, by: Officer(id: "x", roles: [.internalControl]))
        }
        let id = try await register.receiveMail(mail.id, proof: "Date", by: Story.manager)
        let sheet = try await register.mail(mail.id)
        #expect(sheet.record.caseFile == id && sheet.acts.map(\.sort) == [.spam, .toRead, .reception])
        #expect(try await register.caseFile(id).entered?.by == Story.manager.id)
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await register.moveMail(mail.id, to: .spam, by: Story.manager)
        }
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await register.attachMail(mail.id, to: id, heading: "De Noé", by: Story.manager)
        }
        let other = reading("Encore")
        let second = try await pending("encore", other, in: books)
        try await register.sort(second, as: try await sorting(of: second, other, in: books))
        try await register.attachMail(second.id, to: id, heading: "De Noé", by: Story.manager)
        let file = try await register.caseFile(id)
        #expect(file.entries.map(\.event.kind) == [.received, .amended] && file.files.count == 2)
        _ = try await register.inspect()
        await books.close()
    }
}
