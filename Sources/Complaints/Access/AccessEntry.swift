/// One line of the journal of accesses: who, what, of which case file or account, when, and what came of it. Never a text,
/// never a name, never an address (S-62).
public struct AccessEntry: Sendable, Hashable {
    /// What the journal calls a complainant, who holds no account.
    public static let complainant = "réclamant"
    /// What it calls the server, and whoever works on it.
    public static let server = "serveur"
    /// What it calls whoever gave the address of no account: what they typed is kept nowhere.
    public static let nobody = ""

    /// What somebody said and has not written, as the journal names it.
    public struct Spoken: Sendable, Hashable {
        /// The identifier in its page's address.
        public let id: String
        /// The day on which it was said.
        public let on: CivilDate

        public init(id: String, on day: CivilDate) {
            self.id = id
            on = day
        }
    }

    /// Opaque.
    public let id: String
    /// When, UTC.
    public let at: Instant
    /// What.
    public let kind: AccessKind
    /// What came of it.
    public let outcome: AccessOutcome
    /// Whose hand: an account, or one of the three words above.
    public let account: String
    /// The account that it is about, where that is not, or not surely, the hand's own; empty otherwise.
    public let about: String
    /// The number or reference of the case file that it is about; nil for none.
    public let caseFile: String?
    /// One word more: the act that was refused, what became of the account (`AccountEvent.detail`), what a session began
    /// after.
    public let detail: String
    /// How many times: attempts that failed within a minute are one line, at the time of the first.
    public let times: Int
    /// What was said that it is about, where its reader may open that; nil otherwise.
    public let spoken: Spoken?

    public init(
        id: String,
        at: Instant,
        kind: AccessKind,
        outcome: AccessOutcome = .done,
        account: String,
        about: String = "",
        caseFile: String? = nil,
        detail: String = "",
        times: Int = 1,
        spoken: Spoken? = nil
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.outcome = outcome
        self.account = account
        self.about = about
        self.caseFile = caseFile
        self.detail = detail
        self.times = times
        self.spoken = spoken
    }

    /// Months that a line is kept (S-72).
    public static let monthsKept = 12

    /// The latest moment whose lines are forgotten.
    public static func forgotten(at now: Instant) -> Instant {
        Instant(parisDate: now.civilDate.adding(months: -monthsKept), hour: 0)
    }
}
