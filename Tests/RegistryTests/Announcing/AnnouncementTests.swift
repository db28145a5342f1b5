import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `Announcements to other programs` {
    private func open(_ engine: Engine, _ body: (TestBooks) async throws -> Void) async throws {
        let books = try await TestBooks(engine)
        do {
            try await body(books)
        } catch {
            await books.close()
            throw error
        }
        await books.close()
    }

    private func subscription(
        _ events: Set<AnnouncedEvent> = Set(AnnouncedEvent.allCases),
        at address: String = "https://gestion.example/a?cle=secrete"
    ) throws -> Subscription {
        Subscription(name: "Gestion", address: try #require(SubscriberAddress(address)), events: events)
    }

    // The signature is that of Python’s `hmac` over the same.
    @Test func `are signed as Standard Webhooks has it, by a secret that does not print itself`() {
        let secret = SigningSecret(random: Array(0..<32))
        #expect(secret.text == "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        let signature = secret.signature(id: "a-b", timestamp: 1_795_426_800, body: Array(#"{"type":"essai"}"#.utf8))
        #expect(signature == "v1,I4wVnqC6VvtMRQlW3bJ9BLj6WBZt/l+sKlkyTqVdzWk=")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!"\(secret) \(dumped)".contains("whsec_") && !dumped.contains("bytes"))
    }

    @Test(arguments: Engine.available)
    func `are written with what happened, for whoever asked for it, and not without it`(engine: Engine) async throws {
        try await open(engine) { books in
            let register = books.register
            let all = try await register.subscribe(subscription(), by: "ana")
            let some = try await register.subscribe(subscription([.answered]), by: "ana")
            let id = try await books.receive()
            books.clock.advance(seconds: 60)
            try await books.answer(id)
            let told = try await register.announcements(to: all.id).map(\.event)
            #expect(Set(told) == [.received, .registered, .answered] && told.count == 3)
            #expect(try await register.announcements(to: some.id).map(\.event) == [.answered])
            // What is refused is announced to nobody.
            await #expect(throws: Register.Failure.changedMeanwhile) {
                try await register.change(id, by: .officer(Story.manager), expecting: 1) { _, _ in
                    .closed(Reason("Fin"))
                }
            }
            #expect(try await register.announcements(to: all.id).count == 3)
        }
    }

    // Shows: R-24, R-87
    @Test(arguments: Engine.available)
    func `say nothing of a case that is open to few, not even what waited`(engine: Engine) async throws {
        try await open(engine) { books in
            let staff = try await books.hire()
            let register = books.register
            let told = try await register.subscribe(subscription(), by: "ana")
            let id = try await books.receive()
            let other = try await books.receive()
            #expect(try await register.announcements(to: told.id).count == 2)
            let readers = staff.filter(\.mayHandle).map(\.id)
            let restriction = Restriction(ground: .implicatesManager, readers: readers)
            try await register.change(id, by: .officer(staff[0])) { try $0.restrict(restriction, among: staff, $1) }
            #expect(try await register.announcements(to: told.id).count == 1)
            try await books.answer(id)
            let confided = Register.Intake(channel: .form, original: Story.original, isConfidential: true)
            _ = try await register.receive(confided)
            #expect(try await register.announcements(to: told.id).count == 1)
            let announcement = try #require(try await register.claimAnnouncement())
            let reference = try await register.caseFile(other).reception.reference
            #expect(announcement.reference == reference.description)
            try await register.announcementTaken(announcement, status: 200)
            #expect(try await register.claimAnnouncement()?.id == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `keep their secret sealed, and the history of settings has neither it nor a query`(engine: Engine) async throws
    {
        try await open(engine) { books in
            let register = books.register
            let told = try await register.subscribe(subscription(), by: "ana")
            books.clock.advance(seconds: 1)
            try await register.change(
                told.id,
                to: subscription([.closed], at: "https://b.example/?cle=autre"),
                by: "luc"
            )
            books.clock.advance(seconds: 1)
            _ = try await register.renewSecret(of: told.id, by: "luc")
            books.clock.advance(seconds: 1)
            try await register.turn(told.id, .stopped, by: "luc")
            books.clock.advance(seconds: 1)
            try await register.unsubscribe(told.id, by: "ana")
            let changes = try await register.subscriberChanges()
            #expect(changes.map(\.author) == ["ana", "ana", "ana", "luc", "luc", "luc", "luc", "ana", "ana", "ana"])
            #expect(changes.map(\.setting.rawValue).filter { $0 == "secret" }.count == 1)
            let spoken = changes.map { "\($0)" }.joined()
            #expect(!spoken.contains("cle=") && !spoken.contains("whsec_") && spoken.contains("https://b.example/"))
            await #expect(throws: Register.Failure.unknown) { _ = try await register.subscriber(told.id) }
            let again = try await register.subscribe(subscription(), by: "ana")
            let rows = try await books.database.read { try $0.run("SELECT secret FROM subscriber") }
            let sealed = try #require(rows.first).blob(0)
            let bare = Array(try #require(Data(base64Encoded: String(again.secret.text.dropFirst(6)))))
            #expect(bare.count == 32 && sealed.count > 32 && !Data(sealed).contains(bare))
        }
    }

    @Test(arguments: Engine.available)
    func `do not leave under a secret that somebody else has put there`(engine: Engine) async throws {
        try await open(engine) { books in
            let register = books.register
            let told = try await register.subscribe(subscription(), by: "ana")
            let forged = [UInt8](repeating: 7, count: 60)
            try await books.database.write { try $0.run("UPDATE subscriber SET secret = \(forged)") }
            try await books.receive()
            #expect(try await register.claimAnnouncement()?.id == nil)
            let kept = try #require(try await register.announcements(to: told.id).first)
            #expect(kept.state == .failed && kept.trouble == .misconfigured)
        }
    }

    @Test(arguments: Engine.available)
    func `go on after one that nobody took and a quiet week, and stop where another is not taken in a day`(
        engine: Engine
    ) async throws {
        try await open(engine) { books in
            let register = books.register
            let told = try await register.subscribe(subscription([.received]), by: "ana")
            func miss() async throws -> Bool {
                let announcement = try #require(try await register.claimAnnouncement())
                return try await register.announcementMissed(announcement, .unreachable)
            }
            try await books.receive()
            #expect(try await !miss())
            books.clock.advance(seconds: Register.announcementPatience + 1)
            #expect(try await !miss())
            #expect(try await register.announcements(to: told.id).map(\.state) == [.failed])
            books.clock.advance(seconds: 7 * 24 * 3600)
            try await books.receive()
            #expect(try await !miss())
            #expect(try await register.subscriber(told.id).state == .active)
            books.clock.advance(seconds: Register.lastMessagePatience + 1)
            #expect(try await miss())
            #expect(try await register.subscriber(told.id).state == .failing)
        }
    }

    @Test(arguments: Engine.available)
    func `leave first for programs that something reaches, then for whom was tried longest ago`(
        engine: Engine
    ) async throws {
        try await open(engine) { books in
            let register = books.register
            let failing = try await register.subscribe(subscription([.received]), by: "ana")
            for _ in 0..<3 { try await books.receive() }
            let missed = try #require(try await register.claimAnnouncement())
            try await register.announcementMissed(missed, .timedOut)
            books.clock.advance(seconds: 1)
            let healthy = [
                try await register.subscribe(subscription([.received]), by: "ana").id,
                try await register.subscribe(subscription([.received]), by: "ana").id,
            ]
            for _ in 0..<2 { try await books.receive() }
            var order: [String] = []
            for _ in 0..<4 {
                books.clock.advance(seconds: 1)
                let next = try #require(try await register.claimAnnouncement(ofHealthyAlone: order.count == 3))
                #expect(!next.isOfFailing)
                order.append(next.subscriber)
                try await register.announcementTaken(next, status: 200)
            }
            #expect(Set(order[..<2]) == Set(healthy) && Array(order[2...]) == Array(order[..<2]), "by turns")
            #expect(try await register.claimAnnouncement(ofHealthyAlone: true)?.id == nil)
            let last = try #require(try await register.claimAnnouncement())
            #expect(last.subscriber == failing.id && last.isOfFailing)
        }
    }

    @Test(arguments: Engine.available)
    func `go to ten programs at most, and are kept for a month`(engine: Engine) async throws {
        try await open(engine) { books in
            let register = books.register
            var ids: [String] = []
            for _ in 0..<Register.mostSubscribers {
                ids.append(try await register.subscribe(subscription(), by: "ana").id)
            }
            await #expect(throws: SubscriberRefusal.tooMany(most: 10)) {
                _ = try await register.subscribe(subscription(), by: "ana")
            }
            try await books.receive()
            let first = try #require(try await register.claimAnnouncement())
            try await register.announcementTaken(first, status: 204)
            books.clock.advance(seconds: 31 * 24 * 3600)
            try await books.tidy()
            var kept = 0
            for id in ids { kept += try await register.announcements(to: id).count }
            #expect(kept == 9, "what waits is not forgotten")
        }
    }
}

extension Data {
    fileprivate func contains(_ bytes: [UInt8]) -> Bool { range(of: Data(bytes)) != nil }
}
