import Foundation

/// Long texts that are made to keep a reader busy (S-30).
public enum Hostile {
    /// What they are made of: what readers look for, over and over, and what takes long to read.
    public static let pieces = [
        "a", "0", "9999-", "REC-2026-", "@", ".", "a.", "a@b.", "é", "\r\n", "\u{301}", "\u{2010}", "/", "=", ":", "[",
        "n'", "le médiateur est obligatoire, ", "ne pas ",
    ]

    /// A piece over and over, to a mebibyte, or to other bytes.
    public static func text(of piece: String, bytes: Int = 1 << 20) -> String {
        String(repeating: piece, count: bytes / piece.utf8.count)
    }

    /// The shortest time of three that the processor worked, whatever else the machine does meanwhile.
    public static func shortest(_ work: () -> Void) -> Duration {
        (0..<3).map { _ in
            let begun = worked()
            work()
            return worked() - begun
        }.min() ?? .zero
    }

    /// How long the processor has worked for this thread.
    private static func worked() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Which of some readers do not refuse a text, or take ten milliseconds to do so, on the debug build too: each looks
    /// at the length first.
    ///
    /// - Parameter readers: whether each refuses.
    public static func slow(_ readers: [@Sendable (String) -> Bool], for text: String) -> [Int] {
        readers.indices.filter { reader in
            var isRefused = true
            let time = shortest { isRefused = readers[reader](text) && isRefused }
            return !isRefused || time >= .milliseconds(10)
        }
    }
}
