import Complaints
import Foundation
import Post
import TestSupport
import Testing

@testable import App
@testable import Registry

@Suite struct `The round of the announcements` {
    private static let courier = HTTPCourier(CourierSettings(privateHosts: ["127.0.0.1"], timeout: 10))

    private func chore(_ outbox: TestOutbox, _ courier: any Courier = Self.courier) -> DeliverAnnouncements {
        DeliverAnnouncements(
            registers: outbox.registers,
            courier: courier,
            publicAddress: { _ in "https://cine.example" },
            logger: outbox.log.logger
        )
    }

    /// One round, to the end of all that it sent.
    private func round(_ chore: DeliverAnnouncements) async {
        let underWay = AnnouncementsUnderWay()
        await chore.round(underWay)
        await underWay.finish()
    }

    private func subscribe(
        _ outbox: TestOutbox,
        to address: String,
        _ events: Set<AnnouncedEvent> = Set(AnnouncedEvent.allCases)
    ) async throws -> (id: String, secret: SigningSecret) {
        let address = try #require(SubscriberAddress(address))
        let subscription = Subscription(name: "Gestion", address: address, events: events)
        return try await outbox.books.register.subscribe(subscription, by: "ana")
    }

    @Test(arguments: Engine.available)
    func `tells what happened, signed, without anything of anybody, and where it can be read`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                let told = try await subscribe(outbox, to: server.address("200"))
                try server.know([SigningSecret(random: Array(0..<32)).text, told.secret.text])
                let register = outbox.books.register
                let id = try await outbox.books.receive()
                outbox.books.clock.advance(seconds: 60)
                try await outbox.books.answer(id)
                let chore = chore(outbox)
                for _ in 0..<4 { await round(chore) }
                let requests = try server.requests()
                let types = requests.compactMap { $0.body.firstMatch(of: /"type":"([^"]*)"/)?.output.1 }
                #expect(types.sorted() == ["dossier.inscription", "dossier.reception", "dossier.reponse"])
                #expect(requests.allSatisfy { $0.signedBy == [1] && $0.headers["content-type"] == "application/json" })
                let first = try #require(requests.first { $0.body.contains("dossier.reception") })
                let identifier = try #require(first.headers["webhook-id"])
                let organisation = outbox.books.organisation.id
                #expect(
                    first.body == """
                        {"type":"dossier.reception","id":"\(identifier)","timestamp":"2026-11-23T09:00:00Z",\
                        "data":{"organisme":"\(organisation)","reference":"2026-R-0001","etape":"recue",\
                        "url":"https://cine.example/api/v1/dossiers/2026-R-0001"}}
                        """
                )
                let answered = try #require(requests.first { $0.body.contains("dossier.reponse") })
                #expect(answered.body.contains(#""numero":"REC-2026-0001""#))
                #expect(answered.body.contains(#""url":"https://cine.example/api/v1/dossiers/REC-2026-0001""#))
                let all = requests.map(\.body).joined()
                for word in [Story.original.lastName, Story.original.subject, Story.original.email ?? "@"] {
                    #expect(!all.contains(word), "\(word)")
                }
                let kept = try await register.announcements(to: told.id)
                #expect(kept.count == 3 && kept.allSatisfy { $0.state == .delivered && $0.status == 200 })
                #expect(outbox.log.lines.allSatisfy { !$0.contains("127.0.0.1") })
            }
        }
    }

    @Test(arguments: Engine.available)
    func `tries again under the same identifier, and once more when somebody asks`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                let told = try await subscribe(outbox, to: server.address("flaky?cle=secrete"))
                try server.know([told.secret.text])
                try await outbox.books.receive()
                let chore = chore(outbox)
                await round(chore)
                await round(chore)
                #expect(try server.requests().count == 1, "a minute is waited")
                let register = outbox.books.register
                let waiting = try #require(try await register.announcements(to: told.id).first)
                #expect(waiting.state == .waiting && waiting.status == 503 && waiting.trouble == .refused)
                #expect(try await register.subscriber(told.id).failingSince == outbox.books.clock.now)
                outbox.books.clock.advance(seconds: 61)
                await round(chore)
                let requests = try server.requests()
                #expect(requests.count == 2 && requests[0].body == requests[1].body)
                #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1)
                #expect(Set(requests.map { $0.headers["webhook-timestamp"] }).count == 2)
                #expect(requests.allSatisfy { $0.signedBy == [0] })
                #expect(try await register.subscriber(told.id).failingSince == nil)
                #expect(outbox.log.lines.contains { $0.contains("announcement refused") && $0.contains("503") })
                #expect(outbox.log.lines.allSatisfy { !$0.contains("secrete") })
                // A trial is tried once; what was given up leaves again by hand.
                try await register.change(
                    told.id,
                    to: Subscription(
                        name: "Gestion",
                        address: try #require(SubscriberAddress(server.address("flaky?encore"))),
                        events: [.received]
                    ),
                    by: "ana"
                )
                outbox.books.clock.advance(seconds: 1)
                try await register.sendTrial(to: told.id)
                await round(chore)
                let trial = try #require(try await register.announcements(to: told.id).first)
                #expect(trial.event == nil && trial.state == .failed && trial.status == 503)
                try await register.resend(trial.id, to: told.id)
                await round(chore)
                #expect(try await register.announcements(to: told.id).first?.state == .delivered)
                await #expect(throws: SubscriberRefusal.hasNotFailed) {
                    try await register.resend(trial.id, to: told.id)
                }
                #expect(try server.requests().last?.body.contains(#""type":"essai""#) == true)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `sends again what a server took and did not live to send, and only then`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                let told = try await subscribe(outbox, to: server.address("200"))
                try await outbox.books.receive()
                // The first server dies after this.
                let taken = try #require(try await outbox.books.register.claimAnnouncement())
                await round(chore(outbox))
                #expect(try server.requests().isEmpty)
                outbox.books.clock.advance(seconds: Register.announcementClaim + 1)
                await round(chore(outbox))
                #expect(try server.requests().map { $0.headers["webhook-id"] } == [taken.id])
                #expect(try await outbox.books.register.announcements(to: told.id).first?.attempts == 2)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `of two servers sends each announcement once`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                _ = try await subscribe(outbox, to: server.address("200"))
                _ = try await subscribe(outbox, to: server.address("204"))
                for _ in 0..<3 { try await outbox.books.receive() }
                let (one, other) = (chore(outbox), chore(outbox))
                for _ in 0..<6 {
                    async let first: Void = round(one)
                    async let second: Void = round(other)
                    _ = await (first, second)
                }
                let ids = try server.requests().compactMap { $0.headers["webhook-id"] }
                #expect(ids.count == 6 && Set(ids).count == 6)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `waits for no slow program, and holds up nobody else for it`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                for _ in 0..<4 { _ = try await subscribe(outbox, to: server.address("slow")) }
                // What waits for the slow ones has been due longer, and is more than they take in a minute.
                for _ in 0..<20 { try await outbox.books.receive() }
                outbox.books.clock.advance(seconds: 1)
                let quick = try await subscribe(outbox, to: server.address("200"))
                try await outbox.books.receive()
                outbox.books.clock.advance(seconds: 1)
                let (chore, underWay) = (chore(outbox), AnnouncementsUnderWay())
                let begun = ContinuousClock.now
                await chore.round(underWay)
                #expect(ContinuousClock.now - begun < .seconds(3), "a round waits for nobody")
                var isDelivered = false
                while !isDelivered, ContinuousClock.now - begun < .seconds(30) {
                    await chore.round(underWay)
                    try await Task.sleep(for: .milliseconds(20))
                    let kept = try await outbox.books.register.announcements(to: quick.id)
                    isDelivered = kept.allSatisfy { $0.state == .delivered }
                }
                let slow = try server.requests().filter { $0.path == "/slow" }
                #expect(isDelivered && slow.count <= 8, "the quick one is next, once one of the slow ones is done")
                await underWay.finish()
            }
        }
    }

    @Test func `keeps a place for programs that something reaches`() async {
        let underWay = AnnouncementsUnderWay()
        let held = Task<Void, Never> { _ = try? await Task.sleep(for: .seconds(60)) }
        for _ in 0..<3 {
            #expect(underWay.room(for: "alpha") == .any)
            underWay.start(of: "alpha", isOfFailing: true) { await held.value }
        }
        #expect(underWay.room(for: "alpha") == .healthy && underWay.room(for: "beta") == .any)
        underWay.start(of: "alpha", isOfFailing: false) { await held.value }
        #expect(underWay.room(for: "alpha") == .none)
        held.cancel()
        await underWay.finish()
        #expect(underWay.room(for: "alpha") == .any)
    }

    @Test(arguments: Engine.available)
    func `signs with both secrets for a day after another was made`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                let told = try await subscribe(outbox, to: server.address("200"))
                let renewed = try await outbox.books.register.renewSecret(of: told.id, by: "ana")
                #expect(renewed.text != told.secret.text)
                try server.know([told.secret.text, renewed.text])
                try await outbox.books.receive()
                await round(chore(outbox))
                outbox.books.clock.advance(seconds: 24 * 3600 + 1)
                try await outbox.books.tidy()
                try await outbox.books.receive()
                await round(chore(outbox))
                #expect(try server.requests().map(\.signedBy) == [[0, 1], [1]])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `tells a program no more that nothing has reached for five days, or that says it is gone`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                let (deaf, gone) = (
                    try await subscribe(outbox, to: server.address("500")),
                    try await subscribe(outbox, to: server.address("410"))
                )
                try await outbox.books.receive()
                let (chore, register) = (chore(outbox), outbox.books.register)
                await round(chore)
                #expect(try await register.subscriber(gone.id).state == .failing)
                #expect(try await register.subscriber(deaf.id).state == .active)
                outbox.books.clock.advance(seconds: 3 * 24 * 3600 + 1)
                await round(chore)
                #expect(try await register.announcements(to: deaf.id).map(\.state) == [.failed], "after three days")
                try await outbox.books.receive()
                await round(chore)
                outbox.books.clock.advance(seconds: 2 * 24 * 3600)
                await round(chore)
                #expect(try await register.subscriber(deaf.id).state == .failing)
                #expect(try await register.announcements(to: deaf.id).allSatisfy { $0.state == .failed })
                let count = try server.requests().count
                try await outbox.books.receive()
                await round(chore)
                #expect(try server.requests().count == count)
                let changes = try await register.subscriberChanges().filter { $0.setting == .state }
                #expect(changes.count == 2 && changes.allSatisfy { $0.author == "serveur" && $0.present == "en-panne" })
                #expect(outbox.log.lines.contains { $0.contains("subscriber stopped") })
                await #expect(throws: SubscriberRefusal.isStopped) { try await register.sendTrial(to: deaf.id) }
            }
        }
    }

    // Shows: S-29
    @Test(arguments: Engine.available)
    func `reaches no machine of this network unless the host allows it`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await WebhookServer.run { server in
                let told = try await subscribe(outbox, to: server.address("200").replacing("http:", with: "https:"))
                try await outbox.books.receive()
                await round(chore(outbox, HTTPCourier(CourierSettings())))
                #expect(try server.requests().isEmpty)
                let kept = try #require(try await outbox.books.register.announcements(to: told.id).first)
                #expect(kept.state == .waiting && kept.trouble == .forbidden && kept.status == nil)
            }
        }
    }
}
