import Complaints
import Crypto
import Foundation
import Mail
import Post
import Storage
import TestSupport
import Testing

@testable import App
@testable import Registry

/// Reads mails of a few lines as a confined child would: what stands in them is words of ours.
private struct PlainReadingRoom: MailReadingRoom {
    func read(_ raw: [UInt8]) async -> ReadMail? {
        let text = String(decoding: raw, as: UTF8.self).replacing("\r\n", with: "\n")
        guard let end = text.firstRange(of: "\n\n"), !text.contains("ILLISIBLE") else { return nil }
        var mail = ReadMail()
        for line in text[..<end.lowerBound].split(separator: "\n") {
            let (name, value) = (line.prefix { $0 != ":" }.lowercased(), String(line.drop { $0 != ":" }.dropFirst(2)))
            switch name {
            case "from": mail.from = [ReadMail.Party(name: "Noé Lambert", address: value)]
            case "subject": mail.subject = value
            case "message-id": mail.messageID = value
            case "references": mail.references = [value]
            case "auto-submitted": mail.robotHeaders[name] = value
            default: break
            }
        }
        mail.passages = [ReadMail.Passage(String(text[end.upperBound...]))]
        if mail.subject.contains("pièce") {
            mail.files = [
                ReadMail.File(name: "preuve.pdf", type: "application/pdf", bytes: Array("%PDF-1.7 x".utf8)),
                ReadMail.File(name: "programme.exe", type: "application/x-dosexec", bytes: [77, 90]),
                ReadMail.File(name: "logo.png", type: "image/png", bytes: [1], isInline: true),
            ]
        }
        return mail
    }
}

@Suite struct `The mailboxes of a house` {
    private func mail(
        _ number: Int,
        _ subject: String = "RECLAMATION",
        _ text: String = "Personne ne répond."
    ) -> String {
        """
        From: noe\(number)@example.org\r
        Subject: \(subject)\r
        Message-ID: m\(number)@example.org\r
        \r
        \(text)\r

        """
    }

    private func sorter(_ outbox: TestOutbox) throws -> SortMails {
        SortMails(
            registers: outbox.registers,
            room: PlainReadingRoom(),
            sender: try #require(EmailAddress("lettres@cine-atelier.example")),
            logger: outbox.log.logger
        )
    }

    private func reader(
        _ outbox: TestOutbox,
        _ url: String,
        password: String = IMAPServer.password
    ) throws -> ReadMailboxes {
        let settings = try IMAPSettings(url: url, password: password)
        let own = Settings.OwnMailbox(host: nil, settings: settings)
        return ReadMailboxes(registers: outbox.registers, mailboxes: [own], logger: outbox.log.logger)
    }

    // Shows: S-74, S-75, F-12, F-13
    @Test(arguments: Engine.available)
    func `are read to the last mail, five times over, and add nothing after the first`(engine: Engine) async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(engine) { outbox in
                for number in 1...5 { try server.deliver(mail(number)) }
                try server.deliver(mail(6, "Une question"))
                try server.deliver(mail(7, "ILLISIBLE"))
                let register = outbox.books.register
                let (reader, sorter) = (try reader(outbox, server.url()), try sorter(outbox))
                for turn in 0..<5 {
                    await reader.round()
                    await sorter.round()
                    if turn == 2 { try await server.changeValidity() }
                    #expect(try await register.mails(MailFilter()).count == 7, "turn \(turn)")
                }
                let sorts = try await register.mails(MailFilter()).compactMap(\.sort).map(\.rawValue).sorted()
                let wanted: [MailSort] = [.toRead, .unreadable] + Array(repeating: .reception, count: 5)
                #expect(sorts == wanted.map(\.rawValue).sorted())
                let cases = try await outbox.books.database.read { try $0.run("SELECT COUNT(*) FROM case_file") }
                #expect(try cases[0].integer(0) == 5)
                #expect(try await register.mailboxes().map(\.readAt) == [outbox.books.clock.now])
                #expect(try server.count() == 7, "they are left where they are")
                _ = try await register.inspect()
            }
        }
    }

    // Shows: S-74, S-75, F-12
    @Test(arguments: Engine.available)
    func `lose and double nothing where the server dies between two steps`(engine: Engine) async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(engine) { outbox in
                for number in 1...6 { try server.deliver(mail(number)) }
                let register = outbox.books.register
                let (reader, sorter) = (try reader(outbox, server.url()), try sorter(outbox))
                // Each write fails in turn: what was begun is begun anew.
                for turn in 0..<36 {
                    outbox.database.fail(after: turn % 9)
                    await reader.round()
                    await sorter.round()
                    outbox.database.fail(next: 0)
                    outbox.books.clock.advance(seconds: 61)
                }
                await reader.round()
                await sorter.round()
                let mails = try await register.mails(MailFilter())
                #expect(mails.count == 6 && mails.allSatisfy { $0.sort == .reception })
                #expect(Set(mails.map(\.caseFile)).count == 6)
                let cases = try await outbox.books.database.read { try $0.run("SELECT COUNT(*) FROM case_file") }
                #expect(try cases[0].integer(0) == 6)
                _ = try await register.inspect()
            }
        }
    }

    // Shows: S-74, F-13
    @Test(arguments: Engine.available)
    func `keep back no mail for another that its server cannot give`(engine: Engine) async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(engine) { outbox in
                for number in 1...5 { try server.deliver(mail(number), isSick: number == 3) }
                let register = outbox.books.register
                for _ in 0..<2 {
                    try await reader(outbox, server.url()).round()
                    try await sorter(outbox).round()
                    let sorts = try await register.mails(MailFilter()).map(\.sort)
                    #expect(sorts == Array(repeating: .reception, count: 4))
                    let standing = try #require(try await register.mailboxes().first)
                    #expect(standing.trouble == .withheld && standing.readAt == nil, "somebody is told")
                }
                #expect(outbox.log.lines.contains { $0.contains("mails withheld") && $0.contains("uids") })
                try server.deliver(mail(6))
                try await reader(outbox, server.url()).round()
                #expect(try await register.mails(MailFilter()).count == 5)
            }
        }
    }

    // Shows: S-79
    @Test func `that are not theirs are told of within the minute, and nothing is lost`() async throws {
        try await IMAPServer.run(certificate: \.unknownAuthority) { server in
            try await TestOutbox.open(.sqlite) { outbox in
                try server.deliver(mail(1))
                try await reader(outbox, server.url()).round()
                let standing = try #require(try await outbox.books.register.mailboxes().first)
                #expect(standing.trouble == .insecure && standing.troubleSince == outbox.books.clock.now)
                #expect(outbox.log.lines.contains { $0.contains("mailbox not read") && $0.contains("insecure") })
                #expect(!outbox.log.lines.joined().contains("@"))
                #expect(try server.count() == 1)
            }
        }
    }

    /// A reader of the server's mailbox that comes to that trouble.
    private func reader(_ outbox: TestOutbox, _ server: IMAPServer, _ trouble: MailboxTrouble) throws -> ReadMailboxes {
        switch trouble {
        case .unauthenticated: try reader(outbox, server.url(), password: "faux")
        case .unreachable: try reader(outbox, server.url().replacing(":\(server.ports.secure)/", with: ":1/"))
        // The authorities of this machine do not know that of the server.
        default: try reader(outbox, server.url().replacing("ca=\(server.authority)&", with: ""))
        }
    }

    // Shows: S-79
    @Test(arguments: [MailboxTrouble.insecure, .unauthenticated, .unreachable])
    func `that cannot be read say why and since when, lose nothing, and say no more of it once they can be`(
        trouble: MailboxTrouble
    ) async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(.sqlite) { outbox in
                try server.deliver(mail(1))
                let (register, clock) = (outbox.books.register, outbox.books.clock)
                let since = clock.now
                for _ in 0..<2 {
                    try await reader(outbox, server, trouble).round()
                    let standing = try #require(try await register.mailboxes().first)
                    #expect(standing.trouble == trouble && standing.troubleSince == since && standing.readAt == nil)
                    #expect(standing.account == IMAPServer.account)
                    clock.advance(seconds: 60)
                }
                #expect(try await register.mails(MailFilter()).isEmpty)
                try await reader(outbox, server.url()).round()
                let standings = try await register.mailboxes()
                #expect(standings.count == 1 && standings[0].trouble == nil && standings[0].readAt == clock.now)
                #expect(try await register.mails(MailFilter()).count == 1)
            }
        }
    }

    // Shows: S-75
    @Test func `are emptied only of what is kept whole, and only where the settings say so`() async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(.sqlite) { outbox in
                for number in 1...3 { try server.deliver(mail(number)) }
                let database = outbox.books.database
                try await reader(outbox, server.url()).round()
                try await database.write { connection in
                    try connection.run(
                        """
                        UPDATE attachment_chunk SET bytes = \([UInt8](arrayLiteral: 1)) WHERE attachment IN
                            (SELECT attachment FROM mail ORDER BY id LIMIT 1)
                        """
                    )
                }
                try await reader(outbox, server.url(query: "done=Traite")).round()
                #expect(try server.count() == 1 && server.count(done: true) == 2)
            }
        }
    }

    @Test func `are emptied of what was settled long ago, once a day, and the log says of how many`() async throws {
        try await TestOutbox.open(.sqlite) { outbox in
            let register = outbox.books.register
            try await keep(
                "From: noe@example.org\nAuto-Submitted: auto-replied\nSubject: Absence\n\nJe suis absent.\n",
                in: outbox
            )
            try await sorter(outbox).round()
            let id = try #require(try await register.mails(MailFilter()).first).id
            let chore = EraseMails(registers: outbox.registers, logger: outbox.log.logger)
            await chore.round()
            #expect(try await register.mail(id).record.erasedAt == nil)
            outbox.books.clock.advance(seconds: 184 * 86_400)
            try await keep(mail(2, "Une question"), in: outbox)
            await chore.round()
            #expect(try await register.mail(id).record.erasedAt == outbox.books.clock.now)
            #expect(outbox.log.lines.contains { $0.contains("mails erased") && $0.contains("count=1") })
        }
    }

    // Shows: R-04, S-78
    @Test(arguments: Engine.available)
    func `give a case the mail itself, and of what came with it what is taken`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            let register = outbox.books.register
            let bytes = Array(mail(1, "RECLAMATION avec pièce").utf8)
            let digest = hexadecimal(SHA256.hash(data: Data(bytes)))
            try await register.keepMail(bytes, digest: digest, at: nil)
            try await sorter(outbox).round()
            let mail = try #require(try await register.mails(MailFilter()).first)
            let file = try await register.caseFile(try #require(mail.caseFile))
            #expect(file.files.map(\.name) == [Register.mailName, "preuve.pdf"])
            #expect(file.files[0].digest == digest && file.files[0].length == bytes.count)
            #expect(file.reception.channel == .email && file.email == "noe1@example.org")
            _ = try await register.inspect()
        }
    }

    private func keep(_ mail: String, in outbox: TestOutbox) async throws {
        let digest = hexadecimal(SHA256.hash(data: Data(mail.utf8)))
        try await outbox.books.register.keepMail(Array(mail.utf8), digest: digest, at: nil)
    }
}
