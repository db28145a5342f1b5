import Complaints
import Logging
import Synchronization

/// Notices when tracking secrets are guessed from everywhere at once, which no limit by address can slow (S-47). It is
/// told in the server's log, once a minute while it lasts, and for a day on the page of those who run the procedure of an
/// organisation where it happens: no address, no secret, and no case is locked. Each server counts by itself.
final class GuessAlarm: Sendable {
    /// Failures within a minute, over all addresses, that are no accident any more.
    static let threshold = 1_000
    /// Seconds that the people of the provider are told of it.
    private static let memory = 24 * 3600

    private struct Tally {
        /// When the last failures were, in seconds since 1970: a ring of `threshold`.
        var failures: [Int64] = []
        var oldest = 0
        /// When it was told last in the log.
        var told: Instant?
        /// When the last of too many failures was, by organisation.
        var latest: [String: Instant] = [:]
    }

    private let tally = Mutex(Tally())

    /// Counts a failure, and tells where it is one too many. - Parameter organisation: whose secrets are guessed.
    func count(at now: Instant, of organisation: String, _ logger: Logger) {
        let isNews = tally.withLock { tally in
            guard tally.failures.count == Self.threshold else {
                tally.failures.append(now.secondsSince1970)
                return false
            }
            let first = tally.failures[tally.oldest]
            tally.failures[tally.oldest] = now.secondsSince1970
            tally.oldest = (tally.oldest + 1) % Self.threshold
            guard now.secondsSince1970 - first < 60 else { return false }
            tally.latest[organisation] = now
            guard tally.told.map({ $0.adding(seconds: 60) <= now }) ?? true else { return false }
            tally.told = now
            return true
        }
        guard isNews else { return }
        logger.error("tracking secrets are guessed", metadata: ["failures": "> \(Self.threshold)", "seconds": "60"])
    }

    /// When an organisation's were last guessed so, within a day; nil where they were not.
    func last(of organisation: String, on now: Instant) -> Instant? {
        tally.withLock { $0.latest[organisation].flatMap { $0.adding(seconds: Self.memory) > now ? $0 : nil } }
    }
}
