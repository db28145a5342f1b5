public import Complaints
import Storage

/// The relay takes no letter, and how long that has lasted.
public struct Outage: Sendable, Equatable {
    /// Since when the oldest of the letters it did not take is tried.
    public let since: Instant
    /// How many letters wait.
    public let waiting: Int
    /// Why the last one was not taken.
    public let trouble: LetterTrouble
}

extension Register {
    /// How long it must last to be told, in seconds: a single letter that a server asks to bring again is none.
    static let outagePatience = 3 * 60

    /// Whether the relay takes our letters: nil where the last one tried was taken, or none has waited long.
    public func outage() async throws -> Outage? {
        let since = world.now().adding(seconds: -Self.outagePatience)
        return try await database.read { connection in
            let tried = try connection.run(
                """
                SELECT state, result FROM letter WHERE organisation = \(organisation.id) AND tried_at <> ''
                    AND (state = 'issued' OR (state = 'waiting' AND result <> ''))
                ORDER BY tried_at DESC, state, id LIMIT 1
                """
            )
            guard let last = tried.first, try last.text(0) == LetterState.waiting.rawValue,
                let trouble = LetterTrouble.read(try last.text(1))?.trouble
            else { return nil }
            let row = try connection.run(
                """
                SELECT COUNT(*), MIN(CASE WHEN result <> '' THEN tried_since END) FROM letter
                WHERE organisation = \(organisation.id) AND state = 'waiting'
                """
            )[0]
            guard let oldest = Instant(try row.text(1)), oldest <= since else { return nil }
            return Outage(since: oldest, waiting: try row.integer(0), trouble: trouble)
        }
    }
}
