/// What a connection has been doing, looked at once a second. Seconds are counted in looks, not read from a clock: where the
/// machine itself stood still, nobody pays for it.
struct ConnectionWatch {
    /// Bytes on their way, and the looks during which we waited for them.
    private struct Flow {
        var bytes = 0
        var waited = 0
        var silent = 0
        /// Whether any moved since the last look.
        var moved = false

        mutating func move(_ count: Int) {
            guard count > 0 else { return }
            bytes += count
            moved = true
        }

        /// One second more; whether they come too slowly.
        mutating func wait(_ limits: ConnectionLimits) -> Bool {
            waited += 1
            silent = moved ? 0 : silent + 1
            moved = false
            return silent >= limits.silence || waited > limits.grace + bytes / limits.bytesPerSecond
        }
    }

    private let limits: ConnectionLimits
    /// Requests whose answer is not complete.
    private var unanswered = 0
    /// Whether a request's body is still to come.
    private var isReading = false
    /// Looks without a request.
    private var quiet = 0
    /// Looks at a body that has had its answer.
    private var overtime = 0
    private var incoming = Flow()
    private var outgoing = Flow()
    /// Bytes of answers, and those of them that had not left at the last look.
    private var written = 0
    private var taken = 0

    init(_ limits: ConnectionLimits) { self.limits = limits }

    /// A request's head has come.
    mutating func begin() {
        unanswered += 1
        isReading = true
        overtime = 0
        incoming = Flow()
    }

    /// Bytes of its body have come.
    mutating func receive(_ count: Int) { incoming.move(count) }

    /// Its body is whole.
    mutating func end() {
        isReading = false
        quiet = 0
    }

    /// Bytes of an answer were written.
    mutating func write(_ count: Int) { written += count }

    /// An answer was written to its end.
    mutating func answer() {
        unanswered = max(0, unanswered - 1)
        quiet = 0
    }

    /// A second has gone by: whether the connection is to be closed.
    ///
    /// - Parameters:
    ///   - waits: whether we were ready to read all the while: a body that waits for us is not slow.
    ///   - unsent: bytes of answers that the other side has not taken yet.
    mutating func isTooSlow(waits: Bool, unsent: Int) -> Bool {
        if isAnswerStuck(unsent) { return true }
        if isReading {
            if unanswered == 0 {
                overtime += 1
                if overtime >= limits.rest { return true }
            }
            return waits && incoming.wait(limits)
        }
        guard unanswered == 0 else { return false }
        // An answer that is on its way is being waited for, not idled over.
        quiet = unsent > 0 ? 0 : quiet + 1
        return quiet >= limits.head
    }

    private mutating func isAnswerStuck(_ unsent: Int) -> Bool {
        // The head's bytes are not counted: what left is never less than before.
        let gone = max(taken, written - unsent)
        outgoing.move(gone - taken)
        taken = gone
        guard unsent > 0 else {
            outgoing = Flow()
            return false
        }
        return outgoing.wait(limits)
    }
}
