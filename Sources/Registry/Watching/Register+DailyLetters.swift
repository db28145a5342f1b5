public import Complaints
import Storage

extension Register {
    /// The letters of this day that are due and not written yet; none before seven in the morning in Paris, nor on days that
    /// are not worked.
    ///
    /// - Parameter procedure: the one in force, which says what is worked, and how long what is missing is waited for.
    public func dailyLettersDue(under procedure: Procedure) async throws -> [DailyLetter] {
        let now = world.now()
        guard let day = DailyLetter.day(at: now, in: procedure.zone) else { return [] }
        var letters: [DailyLetter] = []
        for account in try await unwritten(.daily, of: day, at: now) {
            letters.append(
                DailyLetter(
                    id: world.identifier(),
                    day: day,
                    account: account.id,
                    recipient: account.email,
                    instant: now,
                    lines: try await lines(for: account, on: day, procedure.completionWait)
                )
            )
        }
        return letters
    }

    /// Keeps a letter as it is written, unless another server has written that person's of that day. One without a line has
    /// no message, and is kept as such: nothing is sent that day, whatever comes later.
    public func keep(_ letter: DailyLetter, message: [UInt8]) async throws {
        let written = WrittenLetter(
            kind: .daily,
            id: letter.id,
            period: letter.day,
            account: letter.account,
            recipient: letter.recipient,
            at: letter.instant,
            until: letter.end
        )
        try await keep(written, message: message)
    }

    /// What waits for somebody, in the books as they may see them.
    private func lines(
        for account: Account,
        on day: CivilDate,
        _ wait: CompletionWait
    ) async throws -> [DailyLetter.Line] {
        let officer = account.officer
        let absent = Set(try await absences(coveredBy: account.id, on: day).map(\.account))
        return try await asSeen(by: officer).watchedCases().compactMap { watched in
            watched.line(for: officer, standingInFor: absent, on: day, wait)
        }.sorted()
    }
}
