/// How long somebody who keeps failing has to wait: longer and longer, at most a minute, and never for good, so that
/// nobody can lock a colleague out (S-54).
enum SignInDelay {
    /// Seconds after which failures are forgotten.
    static let memory = 15 * 60
    /// Failures before any wait.
    static let tolerated = 5
    /// The longest wait, in seconds.
    static let longest = 60

    /// Seconds to wait after that many failures in a row: 2, 4, 8, 16, 32, then 60.
    static func after(failures: Int) -> Int {
        guard failures >= tolerated else { return 0 }
        return min(longest, 2 << min(failures - tolerated, 10))
    }
}
