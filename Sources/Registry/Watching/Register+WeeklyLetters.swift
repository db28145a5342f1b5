public import Complaints
import Storage

extension Register {
    /// The letters of this week that are due and not written yet, without their lines; none on other days.
    public func weeklyLettersDue() async throws -> [WeeklyLetter] {
        let now = world.now()
        guard let week = WeeklyLetter.week(at: now) else { return [] }
        return try await unwritten(.weekly, of: week, at: now).map { account in
            WeeklyLetter(
                id: world.identifier(),
                week: week,
                account: account.id,
                recipient: account.email,
                instant: now,
                lines: []
            )
        }
    }

    /// How long a weekly letter is tried, in seconds: it is worth nothing once the week is old.
    static let weeklyLifetime = 2 * 24 * 3600

    /// Keeps a letter as it is written, unless another server has written that person's of that week.
    public func keep(_ letter: WeeklyLetter, message: [UInt8]) async throws {
        let written = WrittenLetter(
            kind: .weekly,
            id: letter.id,
            period: letter.week,
            account: letter.account,
            recipient: letter.recipient,
            at: letter.instant,
            until: letter.instant.adding(seconds: Self.weeklyLifetime)
        )
        try await keep(written, message: message)
    }
}

extension WeeklyLetter {
    /// The same with how everything stands.
    public func with(_ lines: [UpkeepLine]) -> WeeklyLetter {
        WeeklyLetter(id: id, week: week, account: account, recipient: recipient, instant: instant, lines: lines)
    }
}
