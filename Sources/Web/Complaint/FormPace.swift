import Synchronization

/// Holds complaints back that come too fast for a person, or too many from one network, and what is added to them by the
/// follow-up pages with them; each server by itself, in memory (S-42). The machine itself is not held back: a proxy on it that
/// the settings do not name would make all visitors one. One that is elsewhere does so: `serve` warns where there seems to be
/// any that is not named.
final class FormPace: Sendable {
    /// Why a complaint must wait, and how many seconds.
    enum Wait: Error, Equatable {
        /// No person fills a form in so quickly.
        case tooSoon(seconds: Int)
        /// Others came from the same network in a short time.
        case tooMany(seconds: Int)

        var seconds: Int {
            switch self {
            case .tooSoon(let seconds), .tooMany(let seconds): seconds
            }
        }
    }

    private struct Ledger {
        /// For each network that has sent, when it will have its whole burst again, in seconds since 1970.
        var owing: [VisitorNetwork: Int] = [:]
        /// Networks above which those that owe nothing are forgotten.
        var many = FormPace.few

        /// As rarely as a crowd doubles, so that however many there are, each costs little.
        mutating func forget(at now: Int) {
            guard owing.count > many else { return }
            owing = owing.filter { $0.value > now }
            many = max(FormPace.few, 2 * owing.count)
        }
    }

    private let limits: PaceLimits
    private let ledger = Mutex(Ledger())
    private static let few = 1_000

    init(_ limits: PaceLimits) { self.limits = limits }

    /// Counts what is about to be received; what it must wait for where it may not be.
    ///
    /// - Parameters:
    ///   - issued: when its form was issued, in seconds since 1970; nil where whoever sends it has shown a secret that no
    ///     robot has.
    ///   - now: in seconds since 1970.
    func take(from network: VisitorNetwork?, issued: Int?, at now: Int) -> Wait? {
        guard let network, !network.isThisMachine else { return nil }
        if let issued, issued + limits.leastSeconds > now {
            return .tooSoon(seconds: issued + limits.leastSeconds - now)
        }
        guard limits.burst > 0 else { return nil }
        return ledger.withLock { ledger in
            ledger.forget(at: now)
            let whole = max(ledger.owing[network] ?? 0, now) + limits.refill
            let excess = whole - now - limits.burst * limits.refill
            guard excess <= 0 else { return .tooMany(seconds: excess) }
            ledger.owing[network] = whole
            return nil
        }
    }

    /// A complaint that was counted came before, and counts once.
    func giveBack(to network: VisitorNetwork?) {
        guard let network else { return }
        ledger.withLock { ledger in
            if let whole = ledger.owing[network] { ledger.owing[network] = whole - limits.refill }
        }
    }
}
