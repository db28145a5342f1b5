/// Lettre de la semaine: how the service stands, sent on Monday morning to those who run the procedure and want it.
public struct WeeklyLetter: Sendable, Hashable {
    /// Opaque, 128 bits of chance in hexadecimal; also the left part of its Message-ID.
    public let id: String
    /// The Monday of its week.
    public let week: CivilDate
    /// The account that it is for.
    public let account: String
    /// The address of that account.
    public let recipient: String
    /// When it was written.
    public let instant: Instant
    /// How everything stood then.
    public let lines: [UpkeepLine]

    public init(
        id: String,
        week: CivilDate,
        account: String,
        recipient: String,
        instant: Instant,
        lines: [UpkeepLine]
    ) {
        self.id = id
        self.week = week
        self.account = account
        self.recipient = recipient
        self.instant = instant
        self.lines = lines
    }

    /// The hour in Paris from which it is written on Mondays.
    static let hour = 7

    /// The Monday whose letter is due at a moment: on that day from seven o’clock in Paris, and on the day after, where nobody
    /// was there to write it. A week that is missed is not made up for.
    public static func week(at now: Instant) -> CivilDate? {
        let today = now.civilDate
        switch today.weekday {
        case .monday: return now.parisTime.hour >= hour ? today : nil
        case .tuesday: return today.adding(days: -1)
        default: return nil
        }
    }
}

extension Officer {
    /// Whether this person watches over the service: numbers and dates alone, so that an administrator may too.
    public var watchesService: Bool { !roles.isDisjoint(with: [.complaintsManager, .management, .administrator]) }
}
