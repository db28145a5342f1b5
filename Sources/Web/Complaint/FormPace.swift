import Synchronization

/// Holds complaints back that come too fast for a person, or too many from one network; each server by itself, in memory
/// (S-42). The machine itself is not held back: nobody is kept out by a proxy that the settings do not name, which would
/// make all visitors one.
final class FormPace: Sendable {
    /// Why a complaint must wait, and how many seconds.
    enum Wait: Equatable {
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

    private let limits: PaceLimits
    /// For each network that has sent, when it will have its whole burst again, in seconds since 1970.
    private let owing = Mutex<[VisitorNetwork: Int]>([:])
    /// Networks above which those that owe nothing are forgotten.
    private static let many = 1_000

    init(_ limits: PaceLimits) { self.limits = limits }

    /// Counts a complaint about to be received; what it must wait for where it may not be.
    ///
    /// - Parameters:
    ///   - issued: when its form was issued, in seconds since 1970.
    ///   - now: in seconds since 1970.
    func take(from network: VisitorNetwork?, issued: Int, at now: Int) -> Wait? {
        guard let network, !network.isThisMachine else { return nil }
        let early = issued + limits.leastSeconds - now
        if early > 0 { return .tooSoon(seconds: early) }
        guard limits.burst > 0 else { return nil }
        return owing.withLock { owing in
            if owing.count > Self.many { owing = owing.filter { $0.value > now } }
            let whole = max(owing[network] ?? 0, now) + limits.refill
            let excess = whole - now - limits.burst * limits.refill
            guard excess <= 0 else { return .tooMany(seconds: excess) }
            owing[network] = whole
            return nil
        }
    }

    /// A complaint that was counted came before, and counts once.
    func giveBack(to network: VisitorNetwork?) {
        guard let network else { return }
        owing.withLock { owing in
            if let whole = owing[network] { owing[network] = whole - limits.refill }
        }
    }
}
