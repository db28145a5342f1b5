public import Complaints
import Storage

extension Register {
    /// What the books tell of the service: of all of them, whoever may read what.
    ///
    /// - Parameters:
    ///   - accounts: everybody's, as whoever administers them sees them.
    ///   - hasRelay: whether a relay takes the letters that wait.
    ///   - mailboxes: the names of those that are read.
    public func upkeepFacts(
        accounts: [AccountStanding],
        hasRelay: Bool,
        mailboxes: Set<String> = []
    ) async throws -> UpkeepFacts {
        let now = world.now()
        let today = now.civilDate
        let published = try await publishedProcedure()
        guard let published else { throw Failure.unknown }
        var facts = UpkeepFacts(at: now, procedure: published.procedure, publishedAt: published.since)
        let received = try await waiting(.toQualify, limit: 1)
        facts.receptions = UpkeepFacts.Waiting(received.total, since: received.lines.first?.receivedAt)
        let yesterday = today.adding(days: -1)
        facts.late =
            try await waiting(.toAnswer(from: nil, through: yesterday), limit: 1).total
            + waiting(.unacknowledged(on: today), limit: 1).total
        let soon = try await waiting(
            .toAnswer(from: today, through: today.adding(days: UpkeepFacts.soonDays)),
            limit: 1
        )
        (facts.soon, facts.nextDue) = (soon.total, soon.lines.first?.answerDue)
        facts.undelivered = try await letters(in: [.failed, .held])
        facts.posting = try await letters(in: hasRelay ? [.paper] : [.paper, .waiting])
        facts.hasRelay = hasRelay
        facts.outage = hasRelay ? try await outage().map { UpkeepFacts.Waiting($0.waiting, since: $0.since) } : nil
        facts.mailboxes = try await self.mailboxes().filter { mailboxes.contains($0.name) }
            .map { UpkeepFacts.Mailbox(readAt: $0.readAt, trouble: $0.trouble, troubleSince: $0.troubleSince) }
        let mails = try await waitingMails(limit: 1)
        facts.mails = UpkeepFacts.Waiting(mails.total, since: mails.lines.first?.keptAt)
        let records = try await upkeepRecords()
        (facts.logCheckedAt, facts.restoreCheckedAt) = (records[.logCheck], records[.restoreCheck])
        facts.asksFactor = organisation.needsSecondFactor
        facts.count(accounts, on: today)
        return facts
    }

    /// How many letters are in one of these states, and since when the oldest.
    private func letters(in states: [LetterState]) async throws -> UpkeepFacts.Waiting {
        try await database.read { connection in
            let row = try connection.run(
                """
                SELECT COUNT(*), COALESCE(MIN(created_at), '') FROM letter
                WHERE organisation = \(organisation.id) AND state IN (\(list: states.map { .text($0.rawValue) }))
                """
            )[0]
            return UpkeepFacts.Waiting(try row.integer(0), since: Instant(try row.text(1)))
        }
    }
}

extension UpkeepFacts {
    /// Counts those who can sign in: who handles complaints, and who has no second factor.
    fileprivate mutating func count(_ accounts: [AccountStanding], on today: CivilDate) {
        let able = accounts.filter { $0.account.canSignIn(on: today) }
        handlers = able.filter { $0.account.runsProcedure }.count
        factorless = able.filter { !$0.hasSecondFactor }.count
    }
}

extension Account {
    /// Whether this person runs the procedure.
    var runsProcedure: Bool { !roles.isDisjoint(with: RegularLetter.readers.map(\.rawValue)) }
}
