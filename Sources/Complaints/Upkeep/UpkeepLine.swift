/// How one thing stands that is watched over. The page, the weekly letter and the list of first steps are made of the same.
public struct UpkeepLine: Sendable, Hashable {
    /// How pressing it is.
    public enum Condition: String, Sendable, Hashable, CaseIterable, Comparable {
        /// Nothing to do.
        case fine = "bien"
        /// It will have to be seen to.
        case watch = "a-surveiller"
        /// It has to be seen to now.
        case act = "a-faire"

        public static func < (one: Condition, other: Condition) -> Bool { one.step < other.step }

        private var step: Int {
            switch self {
            case .fine: 0
            case .watch: 1
            case .act: 2
            }
        }
    }

    /// What was found.
    public enum Finding: String, Sendable, Hashable, CaseIterable {
        /// As it should be.
        case good = "bon"
        /// Something waits.
        case waiting = "attente"
        /// There is none.
        case missing = "absent"
        /// It was there, and is too long ago, or too little.
        case stale = "ancien"
        /// It ends soon.
        case ending = "bientot"
        /// It has ended.
        case over = "echu"
        /// It is as the provider says that it wants it.
        case declared = "declare"
    }

    public let subject: UpkeepSubject
    public let condition: Condition
    public let finding: Finding
    /// How many; of the disk, bytes; of the procedure, its version.
    public let count: Int
    /// Since when, or when it last was.
    public let since: Instant?
    /// When it ends or is due.
    public let day: CivilDate?
    /// Of the mailbox: what is wrong with it.
    public let trouble: MailboxTrouble?

    public init(
        _ subject: UpkeepSubject,
        _ condition: Condition,
        _ finding: Finding,
        count: Int = 0,
        since: Instant? = nil,
        day: CivilDate? = nil,
        trouble: MailboxTrouble? = nil
    ) {
        self.subject = subject
        self.condition = condition
        self.finding = finding
        self.count = count
        self.since = since
        self.day = day
        self.trouble = trouble
    }
}
