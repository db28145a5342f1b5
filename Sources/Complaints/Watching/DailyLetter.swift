/// Lettre du jour: the cases that wait for somebody, sent to them in the morning of a working day.
public struct DailyLetter: Sendable, Hashable {
    /// One case.
    public struct Line: Sendable, Hashable {
        /// Its register number or, before it has one, its reference.
        public let identifier: String
        public let stage: Stage
        /// The most pressing thing that it waits for.
        public let matter: CaseMatter
        /// The day that this is about.
        public let day: CivilDate
        /// Whether whoever handles it is away, and the reader stands in.
        public let isStandIn: Bool

        public init(identifier: String, stage: Stage, matter: CaseMatter, day: CivilDate, isStandIn: Bool = false) {
            self.identifier = identifier
            self.stage = stage
            self.matter = matter
            self.day = day
            self.isStandIn = isStandIn
        }
    }

    /// Opaque, 128 bits of chance in hexadecimal; also the left part of its Message-ID.
    public let id: String
    /// The day that it is of.
    public let day: CivilDate
    /// The account that it is for.
    public let account: String
    /// The address of that account.
    public let recipient: String
    /// When it was written.
    public let instant: Instant
    /// The cases, the most pressing first; with none it is not sent.
    public let lines: [Line]

    public init(
        id: String,
        day: CivilDate,
        account: String,
        recipient: String,
        instant: Instant,
        lines: [Line]
    ) {
        self.id = id
        self.day = day
        self.account = account
        self.recipient = recipient
        self.instant = instant
        self.lines = lines
    }

    /// The hour in Paris from which it is written.
    static let hour = 7

    /// The day whose letter is due at a moment: a working day, from Monday to Friday, from seven o’clock in Paris to
    /// midnight. One that is over is not made up for.
    ///
    /// - Parameter zone: whose public holidays count.
    public static func day(at now: Instant, in zone: Zone) -> CivilDate? {
        let today = now.civilDate
        guard now.parisTime.hour >= hour, FrenchCalendar(zone: zone).isBusinessDay(today) else { return nil }
        return today
    }

    /// The first moment at which it is worth nothing any more.
    public var end: Instant { Instant(parisDate: day.adding(days: 1), hour: 0) }
}

extension WatchedCase {
    /// What the daily letter says of it to somebody; nil where it says nothing to them. Of what nobody handles, and of
    /// what is late, it speaks to others than whoever handles it too.
    ///
    /// - Parameters:
    ///   - absent: the accounts that they stand in for today.
    ///   - wait: how long what a complaint lacks is waited for.
    public func line(
        for officer: Officer,
        standingInFor absent: Set<String> = [],
        on today: CivilDate,
        _ wait: CompletionWait
    ) -> DailyLetter.Line? {
        guard let (matter, day) = matter(on: today, wait) else { return nil }
        let isOwn = handler == officer.id
        let isStandIn = !isOwn && handler.map(absent.contains) == true
        let isUnassigned = handler == nil && officer.mayHandle
        let isLate = [.late, .thirdPartyLate].contains(matter) && officer.roles.contains(.management)
        guard isOwn || isStandIn || isUnassigned || isLate else { return nil }
        return DailyLetter.Line(
            identifier: identifier,
            stage: stage,
            matter: matter,
            day: day,
            isStandIn: isStandIn
        )
    }
}

extension DailyLetter.Line: Comparable {
    /// The more pressing first; of two alike the earlier day.
    public static func < (one: DailyLetter.Line, other: DailyLetter.Line) -> Bool {
        (one.matter, one.day, one.identifier) < (other.matter, other.day, other.identifier)
    }
}
