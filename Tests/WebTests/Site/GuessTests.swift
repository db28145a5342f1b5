import Complaints
import HTTPTypes
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `Guesses at tracking secrets` {
    private static let line = "tracking secrets are guessed"

    // Shows: S-47
    @Test func `by the thousand within a minute are told in the log once a minute, and no fewer are`() {
        let (alarm, log, clock) = (GuessAlarm(), LogLines(), TestClock(Instant(secondsSince1970: 1_800_000_000)))
        let told = { log.all.count { $0.contains(Self.line) } }
        let guess = { (times: Int) in for _ in 0..<times { alarm.count(at: clock.now, of: "a", log.logger) } }
        guess(500)
        clock.advance(seconds: 59)
        guess(500)
        #expect(told() == 0 && alarm.last(of: "a", on: clock.now) == nil)
        clock.advance(seconds: 1)
        guess(500)
        #expect(told() == 0, "the first five hundred are a minute old")
        guess(1)
        #expect(told() == 1 && alarm.last(of: "a", on: clock.now) == clock.now)
        #expect(alarm.last(of: "b", on: clock.now) == nil, "nobody guesses theirs")
        guess(3_000)
        #expect(told() == 1)
        clock.advance(seconds: 60)
        guess(1_001)
        #expect(told() == 2)
        clock.advance(seconds: 24 * 3600)
        #expect(alarm.last(of: "a", on: clock.now) == nil)
    }

    // Shows: S-46, S-47
    @Test func `are told to those who run the procedure, without an address or a secret, and open nothing`()
        async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let reader = try await site.desk([.internalControl], email: "luc@cine-atelier.example")
            #expect(try await !desk.get(Path.dashboard).text.contains("codes de suivi"))
            let page = try await site.run { client in
                try await client.execute(uri: Path.followUp, method: .get) { TestAnswer($0) }
            }
            let token = try #require(page.hidden("jeton"))
            let guess = TrackingSecret(random: (1...17).map(UInt8.init)).readable
            var statuses: Set<Int> = []
            for _ in 0...GuessAlarm.threshold {
                statuses.insert(try await site.post(Path.followUp, ["jeton": token, "code_de_suivi": guess]).status)
            }
            #expect(statuses == [422, 429])
            #expect(site.log.all.count { $0.hasPrefix("error") && $0.contains(Self.line) } == 1)
            #expect(!site.log.all.contains { $0.contains(guess) })
            #expect(try await desk.get(Path.dashboard).text.contains("plus de mille codes de suivi faux"))
            #expect(try await !reader.get(Path.dashboard).text.contains("codes de suivi"))
        }
    }
}
