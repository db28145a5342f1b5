extension UpkeepFacts {
    /// A line for each thing that can be told of, in the order of `UpkeepSubject`.
    public var lines: [UpkeepLine] { UpkeepSubject.allCases.compactMap(line) }

    /// What whoever begins has to see to, done or not.
    public var firstSteps: [UpkeepLine] { UpkeepSubject.firstSteps.compactMap(line) }

    /// How one thing stands; nil where nobody can tell, or there is no such thing here.
    func line(_ subject: UpkeepSubject) -> UpkeepLine? {
        switch subject {
        case .receptions: receptionsLine
        case .late: UpkeepLine(.late, late == 0 ? .fine : .act, late == 0 ? .good : .waiting, count: late)
        case .soon:
            UpkeepLine(.soon, soon == 0 ? .fine : .watch, soon == 0 ? .good : .waiting, count: soon, day: nextDue)
        case .undelivered: waiting(.undelivered, undelivered, .act)
        case .posting: waiting(.posting, posting, hasWaitedLong(posting.since) ? .act : .watch)
        case .relay: relayLine
        case .mailbox: mailboxLine
        case .mails: mailboxes.isEmpty && mails.count == 0 ? nil : waiting(.mails, mails, .act)
        case .address: UpkeepLine(.address, isPublic ? .fine : .act, isPublic ? .good : .missing)
        case .procedure: procedureLine
        case .mediator: mediatorLine
        case .people: peopleLine
        case .factors: factorsLine
        case .logCheck: checkLine(.logCheck, logCheckedAt, days: Self.logCheckDays, never: .watch)
        case .restoreCheck: checkLine(.restoreCheck, restoreCheckedAt, days: Self.restoreCheckDays, never: .act)
        case .disk: diskLine
        case .certificate: certificateLine
        }
    }

    private var receptionsLine: UpkeepLine {
        waiting(.receptions, receptions, hasWaitedLong(receptions.since) ? .act : .watch)
    }

    private func waiting(
        _ subject: UpkeepSubject,
        _ waiting: Waiting,
        _ condition: UpkeepLine.Condition
    ) -> UpkeepLine {
        guard waiting.count > 0 else { return UpkeepLine(subject, .fine, .good) }
        return UpkeepLine(subject, condition, .waiting, count: waiting.count, since: waiting.since)
    }

    private func hasWaitedLong(_ since: Instant?) -> Bool {
        since.map { days(since: $0) > Self.longWait } ?? false
    }

    private func days(since start: Instant) -> Int { start.civilDate.days(until: instant.civilDate) }

    private var relayLine: UpkeepLine {
        guard hasRelay else { return UpkeepLine(.relay, .watch, .missing) }
        guard let outage else { return UpkeepLine(.relay, .fine, .good) }
        return UpkeepLine(.relay, .act, .waiting, count: outage.count, since: outage.since)
    }

    /// The one that stands worst; nil where none is read, or was yet.
    private var mailboxLine: UpkeepLine? {
        let troubled = mailboxes.filter { $0.trouble != nil }
        let unread = troubled.filter { $0.trouble?.isRead == false }
        let worse = unread.isEmpty ? troubled : unread
        if let worst = worse.min(by: { ($0.troubleSince ?? instant) < ($1.troubleSince ?? instant) }) {
            return UpkeepLine(.mailbox, .act, .waiting, since: worst.troubleSince, trouble: worst.trouble)
        }
        guard let read = mailboxes.compactMap(\.readAt).min() else { return nil }
        let isStale = read.adding(seconds: Self.mailboxPatience) < instant
        return UpkeepLine(.mailbox, isStale ? .watch : .fine, isStale ? .stale : .good, since: read)
    }

    private var procedureLine: UpkeepLine {
        UpkeepLine(
            .procedure,
            isReachable ? .fine : .watch,
            isReachable ? .good : .missing,
            count: version,
            since: publishedAt
        )
    }

    private var mediatorLine: UpkeepLine {
        switch mediator {
        case .missing: UpkeepLine(.mediator, .act, .missing)
        case .expired(let end): UpkeepLine(.mediator, .act, .over, day: end)
        case .ending(let end): UpkeepLine(.mediator, .watch, .ending, day: end)
        case .inForce: UpkeepLine(.mediator, .fine, agreementEnds == nil ? .declared : .good, day: agreementEnds)
        }
    }

    private var peopleLine: UpkeepLine {
        if handlers == 0 { return UpkeepLine(.people, .act, .missing) }
        if handlers > 1 { return UpkeepLine(.people, .fine, .good, count: handlers) }
        return UpkeepLine(.people, isOnePerson ? .fine : .watch, isOnePerson ? .declared : .waiting, count: 1)
    }

    private var factorsLine: UpkeepLine {
        guard asksFactor else { return UpkeepLine(.factors, .watch, .missing) }
        return UpkeepLine(
            .factors,
            factorless == 0 ? .fine : .watch,
            factorless == 0 ? .good : .waiting,
            count: factorless
        )
    }

    private func checkLine(
        _ subject: UpkeepSubject,
        _ last: Instant?,
        days most: Int,
        never: UpkeepLine.Condition
    ) -> UpkeepLine {
        guard let last else { return UpkeepLine(subject, never, .missing) }
        let isRecent = days(since: last) <= most
        return UpkeepLine(subject, isRecent ? .fine : .watch, isRecent ? .good : .stale, since: last)
    }

    private var diskLine: UpkeepLine? {
        guard let bytesFree else { return nil }
        let condition: UpkeepLine.Condition =
            bytesFree < Self.leastFree ? .act : bytesFree < Self.lowFree ? .watch : .fine
        let finding: UpkeepLine.Finding =
            switch condition {
            case .fine: .good
            case .watch: .stale
            case .act: .over
            }
        return UpkeepLine(.disk, condition, finding, count: Int(clamping: bytesFree))
    }

    private var certificateLine: UpkeepLine? {
        guard let certificateEnds else { return nil }
        let end = certificateEnds.civilDate
        if certificateEnds <= instant { return UpkeepLine(.certificate, .act, .over, day: end) }
        let left = instant.civilDate.days(until: end)
        guard left <= Self.certificateDays else { return UpkeepLine(.certificate, .fine, .good, day: end) }
        return UpkeepLine(.certificate, left <= Self.certificateLastDays ? .act : .watch, .ending, day: end)
    }
}
