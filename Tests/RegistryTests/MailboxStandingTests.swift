import Complaints
import TestSupport
import Testing

@testable import Registry

@Suite struct `The standing of a mailbox` {
    @Test(arguments: Engine.available)
    func `says how far it was read, and since when it cannot be`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        #expect(try await register.standing(ofMailbox: "boite") == nil)
        try await register.noteMailbox("boite", trouble: .insecure)
        let since = books.clock.now
        books.clock.advance(seconds: 60)
        try await register.noteMailbox("boite", trouble: .timedOut)
        var standing = try #require(try await register.standing(ofMailbox: "boite"))
        #expect(standing.trouble == .timedOut && standing.troubleSince == since && standing.readAt == nil)
        try await register.noteMailbox("boite", validity: 7, through: 20)
        try await register.noteMailboxRead("boite", validity: 7, through: 25)
        standing = try #require(try await register.standing(ofMailbox: "boite"))
        #expect(standing.validity == 7 && standing.through == 25 && standing.readAt == books.clock.now)
        #expect(standing.trouble == nil && standing.troubleSince == nil)
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `says since when something is wrong with it though it is read, apart from when it could not be`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        try await register.noteMailbox("boite", trouble: .insecure)
        for trouble in [MailboxTrouble.notMoved, .timedOut, .withheld] {
            books.clock.advance(seconds: 60)
            let since = books.clock.now
            for _ in 0..<2 {
                if trouble == .notMoved {
                    try await register.noteMailboxRead("boite", validity: 7, through: 25, but: trouble)
                } else {
                    try await register.noteMailbox("boite", trouble: trouble)
                }
                let standing = try #require(try await register.standing(ofMailbox: "boite"))
                #expect(standing.trouble == trouble && standing.troubleSince == since && standing.through == 25)
                books.clock.advance(seconds: 60)
            }
        }
        await books.close()
    }
}
