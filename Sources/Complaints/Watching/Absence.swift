/// Absence: from when to when somebody of the provider is away, and who stands in for them. Their cases stay theirs; the
/// stand-in is told of them.
public struct Absence: Sendable, Hashable {
    /// The account of whoever is away.
    public let account: String
    /// The first day, in Paris.
    public let from: CivilDate
    /// The last day, in Paris.
    public let through: CivilDate
    /// The account of whoever stands in.
    public let standIn: String

    public init(account: String, from: CivilDate, through: CivilDate, standIn: String) {
        self.account = account
        self.from = from
        self.through = through
        self.standIn = standIn
    }

    /// Days that one may last at most.
    public static let mostDays = 366

    /// What the journal of accesses keeps of it, in codes.
    public var written: String { "\(from) \(through) \(standIn)" }
}
