import Testing

@testable import Web

@Suite struct `The pace of forms` {
    private static let visitor = VisitorNetwork("192.0.2.1")
    private static let start = 1_800_000_000

    private func pace(_ change: (inout PaceLimits) -> Void = { _ in }) -> FormPace {
        var limits = PaceLimits()
        limits.burst = 3
        change(&limits)
        return FormPace(limits)
    }

    // Shows: S-42
    @Test func `waits until a person could have filled the form in`() {
        let pace = pace()
        for seconds in [0, 1, 2] {
            let wait = pace.take(from: Self.visitor, issued: Self.start, at: Self.start + seconds)
            #expect(wait == .tooSoon(seconds: 3 - seconds))
        }
        #expect(pace.take(from: Self.visitor, issued: Self.start, at: Self.start + 3) == nil)
    }

    // Shows: S-42
    @Test func `lets a few pass at once, then one each minute, and says when`() {
        let pace = pace()
        let take = { (after: Int) in pace.take(from: Self.visitor, issued: 0, at: Self.start + after) }
        for _ in 1...3 { #expect(take(0) == nil) }
        #expect(take(0) == .tooMany(seconds: 60))
        #expect(take(59) == .tooMany(seconds: 1))
        #expect(take(60) == nil)
        #expect(take(60) == .tooMany(seconds: 60))
        for _ in 1...3 { #expect(take(1_000) == nil) }
        #expect(take(1_000) == .tooMany(seconds: 60))
    }

    // Shows: S-42
    @Test func `holds no other network back, however many there are`() {
        let pace = pace()
        for index in 0..<5_000 {
            let network = VisitorNetwork("10.1.\(index / 250).\(index % 250)")
            #expect(pace.take(from: network, issued: 0, at: Self.start) == nil)
        }
        for address in ["2001:db8::1", "2001:db8::2", "2001:db8::3"] {
            #expect(pace.take(from: VisitorNetwork(address), issued: 0, at: Self.start) == nil)
        }
        #expect(pace.take(from: VisitorNetwork("2001:db8::4"), issued: 0, at: Self.start) == .tooMany(seconds: 60))
        #expect(pace.take(from: VisitorNetwork("2001:db8:0:1::1"), issued: 0, at: Self.start) == nil)
    }

    // Shows: S-40, S-42
    @Test func `counts once what is sent twice`() {
        let pace = pace()
        for _ in 1...20 {
            #expect(pace.take(from: Self.visitor, issued: 0, at: Self.start) == nil)
            pace.giveBack(to: Self.visitor)
        }
        for _ in 1...3 { #expect(pace.take(from: Self.visitor, issued: 0, at: Self.start) == nil) }
        #expect(pace.take(from: Self.visitor, issued: 0, at: Self.start) != nil)
    }

    // Shows: S-42
    @Test func `does not hold the machine itself back, nor anybody where it is set so`() {
        let (held, free) = (pace(), pace { $0.burst = 0 })
        for _ in 1...20 {
            #expect(held.take(from: VisitorNetwork("127.0.0.1"), issued: Self.start, at: Self.start) == nil)
            #expect(held.take(from: nil, issued: Self.start, at: Self.start) == nil)
            #expect(free.take(from: Self.visitor, issued: 0, at: Self.start) == nil)
        }
        let known = pace { $0.burst = 1 }
        #expect(known.take(from: Self.visitor, issued: nil, at: Self.start) == nil)
        #expect(known.take(from: Self.visitor, issued: nil, at: Self.start) == .tooMany(seconds: 60))
        let prompt = pace { $0.leastSeconds = 0 }
        #expect(prompt.take(from: Self.visitor, issued: Self.start, at: Self.start) == nil)
    }
}
