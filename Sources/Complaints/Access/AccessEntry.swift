/// One line of the journal of accesses: who, what, of which case file or account, when, and what came of it. Never a text,
/// never a name, never an address (S-62).
public struct AccessEntry: Sendable, Hashable {
    /// What the journal calls a complainant, who holds no account.
    public static let complainant = "réclamant"
    /// What it calls whoever works on the server itself.
    public static let server = "serveur"
    /// What it calls whoever gave the address of no account: what they typed is kept nowhere.
    public static let nobody = ""

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

    public init(
        id: String,
        at: Instant,
        kind: AccessKind,
        outcome: AccessOutcome = .done,
        account: String,
        about: String = "",
        caseFile: String? = nil,
        detail: String = ""
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.outcome = outcome
        self.account = account
        self.about = about
        self.caseFile = caseFile
        self.detail = detail
    }

    /// Months that a line is kept (S-72).
    public static let monthsKept = 12

    /// The latest moment whose lines are forgotten.
    public static func forgotten(at now: Instant) -> Instant {
        Instant(parisDate: now.civilDate.adding(months: -monthsKept), hour: 0)
    }
}
