/// How long somebody who keeps guessing has to wait: longer and longer, at most a minute, and never for good, so that
/// nobody can lock anybody else out.
struct GuessDelay: Sendable {
    /// Seconds after which failures are forgotten.
    let memory: Int
    /// Failures before any wait.
    let tolerated: Int
    /// The longest wait, in seconds.
    static let longest = 60

    /// Passwords: five failures within a quarter of an hour (S-54).
    static let signIn = GuessDelay(memory: 15 * 60, tolerated: 5)
    /// Tracking secrets: ten failures within a minute (S-47).
    static let followUp = GuessDelay(memory: 60, tolerated: 10)
    /// Tokens of programs, likewise.
    static let token = followUp

    /// Seconds to wait after that many failures in a row: 2, 4, 8, 16, 32, then 60.
    func after(failures: Int) -> Int {
        guard failures >= tolerated else { return 0 }
        return min(Self.longest, 2 << min(failures - tolerated, 10))
    }
}
