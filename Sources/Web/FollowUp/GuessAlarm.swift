import Complaints
import Logging
import Synchronization

/// Notices when tracking secrets are guessed from everywhere at once, which no limit by address can slow (S-47). It is
/// told in the server's log, once a minute while it lasts, and for a day on the page of those who run the procedure: no
/// address, no secret, and no case is locked. Each server counts by itself.
final class GuessAlarm: Sendable {
    /// Failures within a minute, over all addresses, that are no accident any more.
    static let threshold = 1_000
    /// Seconds that the people of the provider are told of it.
    private static let memory = 24 * 3600

    private struct Tally {
        /// When the last failures were, in seconds since 1970: a ring of `threshold`.
        var failures: [Int64] = []
        var oldest = 0
        /// When it was told last.
        var told: Instant?
    }

    private let tally = Mutex(Tally())

    /// Counts a failure, and tells where it is one too many.
    func count(at now: Instant, _ logger: Logger) {
        let isNews = tally.withLock { tally in
            guard tally.failures.count == Self.threshold else {
                tally.failures.append(now.secondsSince1970)
                return false
            }
            let first = tally.failures[tally.oldest]
            tally.failures[tally.oldest] = now.secondsSince1970
            tally.oldest = (tally.oldest + 1) % Self.threshold
            let isDue = tally.told.map { $0.adding(seconds: 60) <= now } ?? true
            guard now.secondsSince1970 - first < 60, isDue else { return false }
            tally.told = now
            return true
        }
        guard isNews else { return }
        logger.error("tracking secrets are guessed", metadata: ["failures": "> \(Self.threshold)", "seconds": "60"])
    }

    /// When it was last told, within a day; nil where it was not.
    func last(on now: Instant) -> Instant? {
        tally.withLock { $0.told.flatMap { $0.adding(seconds: Self.memory) > now ? $0 : nil } }
    }
}
