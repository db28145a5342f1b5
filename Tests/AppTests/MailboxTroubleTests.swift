import Complaints
import Foundation
import Post
import Registry
import TestSupport
import Testing

@testable import App

@Suite struct `Something wrong with a mailbox` {
    private func mail(_ number: Int) -> String {
        "From: noe\(number)@example.org\r\nSubject: RECLAMATION\r\n\r\nPersonne ne répond.\r\n"
    }

    private func reader(_ outbox: TestOutbox, _ url: String) throws -> ReadMailboxes {
        let settings = try IMAPSettings(url: url, password: IMAPServer.password)
        let own = Settings.OwnMailbox(host: nil, settings: settings)
        return ReadMailboxes(registers: outbox.registers, mailboxes: [own], logger: outbox.log.logger)
    }

    // Shows: S-74, F-13
    @Test(arguments: Engine.available)
    func `keeps back no mail for ever, however many before it the server cannot give`(engine: Engine) async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(engine) { outbox in
                let (register, reader) = (outbox.books.register, try reader(outbox, server.url()))
                for number in 1...22 { try server.deliver(mail(number), isSick: true) }
                await reader.round()
                #expect(try await register.mailboxes().first?.trouble == .interrupted, "the look was given up")
                try server.deliver(mail(23))
                await reader.round()
                #expect(try await register.mails(MailFilter()).count == 1)
                let standing = try #require(try await register.mailboxes().first)
                #expect(standing.trouble == .withheld && standing.readAt == nil && standing.through == 0)
            }
        }
    }

    // Shows: S-79
    @Test func `is the server’s where that is gone, and then no other mail is asked for`() async throws {
        try await IMAPServer.run { server in
            // How the mailbox stands, and what it has; then the line is cut.
            let script = "\(Repository.root)/Tests/TestSupport/cut_line.py"
            let line = try Child.start(Python.path, [script, "\(server.ports.startTLS)", "2"])
            try await line.says("\n")
            let port = line.output.prefix { $0 != "\n" }
            try await TestOutbox.open(.sqlite) { outbox in
                for number in 1...22 { try server.deliver(mail(number)) }
                let url = server.url(secure: false).replacing(":\(server.ports.startTLS)/", with: ":\(port)/")
                await (try reader(outbox, url)).round()
                #expect(line.output.filter { $0 == "." }.count == 2, "a mail, and how the mailbox stands")
                #expect(try await outbox.books.register.mailboxes().map(\.trouble) == [.interrupted])
                try await reader(outbox, server.url()).round()
                #expect(try await outbox.books.register.mails(MailFilter()).count == 22)
            }
            await line.kill()
        }
    }

    // Shows: S-75, S-79
    @Test(arguments: Engine.available)
    func `is told apart where all was read, and the folder of what is done takes nothing`(engine: Engine) async throws {
        try await IMAPServer.run { server in
            try await TestOutbox.open(engine) { outbox in
                try server.deliver(mail(1))
                let (register, clock) = (outbox.books.register, outbox.books.clock)
                let since = clock.now
                let reader = try reader(outbox, server.url(query: "done=Absent"))
                for _ in 0..<2 {
                    await reader.round()
                    let standing = try #require(try await register.mailboxes().first)
                    #expect(standing.trouble == .notMoved && standing.troubleSince == since)
                    #expect(standing.readAt == clock.now && standing.through == 1)
                    clock.advance(seconds: 60)
                }
                #expect(try await register.mails(MailFilter()).count == 1)
                #expect(outbox.log.lines.contains { $0.contains("mails not moved") && $0.contains("refused") })
                try await self.reader(outbox, server.url(query: "done=Traite")).round()
                let standing = try #require(try await register.mailboxes().first)
                #expect(standing.trouble == nil && standing.troubleSince == nil && standing.readAt == clock.now)
                #expect(try server.count(done: true) == 1)
            }
        }
    }
}
