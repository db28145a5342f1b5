import Testing

@testable import App

@Suite struct `A connection` {
    private let limits = ConnectionLimits()

    /// After how many looks it is closed; nil where it never is within an hour. `each` is what happens before a look.
    private func looks(
        _ watch: ConnectionWatch,
        waits: Bool = true,
        unsent: Int = 0,
        _ each: (inout ConnectionWatch, Int) -> Void = { _, _ in }
    ) -> Int? {
        var watch = watch
        return (1...3600).first { look in
            each(&watch, look)
            return watch.isTooSlow(waits: waits, unsent: unsent)
        }
    }

    /// One whose request has a body to come.
    private var sending: ConnectionWatch {
        var watch = ConnectionWatch(limits)
        watch.begin()
        return watch
    }

    // Shows: S-16
    @Test func `that sends no request, or no whole head of one, is closed after ten seconds`() {
        #expect(limits.head <= 10 && limits.silence <= 15)
        #expect(looks(ConnectionWatch(limits)) == limits.head)
        var answered = sending
        answered.end()
        answered.answer()
        #expect(looks(answered) == limits.head)
    }

    // Shows: S-16
    @Test func `that falls silent within a body is closed after fifteen`() {
        #expect(looks(sending) == limits.silence)
        let stalled = looks(sending) { watch, look in if look <= 100 { watch.receive(1 << 20) } }
        #expect(stalled == 100 + limits.silence)
    }

    // Shows: S-16
    @Test(arguments: [1, 20, 400]) func `that drips is closed, however long its body is`(bytes: Int) throws {
        let closed = try #require(looks(sending) { watch, _ in watch.receive(bytes) })
        #expect(closed > limits.grace && closed < 120)
    }

    // Shows: S-16
    @Test func `on a bad line may take its time`() {
        #expect(looks(sending) { watch, _ in watch.receive(1_000) } == nil)
        // Ten seconds under a bridge, again and again.
        #expect(looks(sending) { watch, look in if look % 11 == 0 { watch.receive(16_000) } } == nil)
        var reading = ConnectionWatch(limits)
        reading.write(1 << 20)
        #expect(looks(reading, unsent: 1 << 20) { watch, _ in watch.write(1_000) } == nil)
    }

    // Shows: S-16
    @Test func `is not held to account while we are the slow ones`() {
        #expect(looks(sending, waits: false) == nil)
        var whole = sending
        whole.end()
        #expect(looks(whole) == nil)
    }

    // Shows: S-16
    @Test func `that takes no answer, or drips it, is closed`() throws {
        var asked = sending
        asked.end()
        asked.write(1 << 20)
        #expect(looks(asked, unsent: 1 << 20) == limits.silence)
        let dripped = try #require(looks(asked, unsent: 1 << 20) { watch, _ in watch.write(20) })
        #expect(dripped > limits.grace && dripped < 60)
    }

    // Shows: S-16
    @Test func `that goes on sending after its answer is closed after a while`() {
        var refused = sending
        refused.answer()
        #expect(looks(refused) { watch, _ in watch.receive(1 << 20) } == limits.rest)
        var short = refused
        short.end()
        #expect(looks(short) == limits.head)
    }
}
