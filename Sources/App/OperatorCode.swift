/// What kind of refusal a command ends with: the number that an operator looks up in docs/operating.md. A refusal of the
/// rules keeps its own number, D-001 and on.
public enum OperatorCode: String, CaseIterable, Sendable {
    /// A setting of the host cannot be used.
    case setting = "C-01"
    /// The value of an option cannot be used.
    case value = "C-02"
    /// There are no books there.
    case noBooks = "C-03"
    /// No organisation, or more than one, is meant.
    case organisation = "C-04"
    /// No account is meant.
    case account = "C-05"
    /// A secret is missing, wrong, or open to others.
    case secret = "C-06"
    /// It is there already.
    case exists = "C-07"
    /// The database or a file cannot be used.
    case unavailable = "C-08"
    /// Nobody knows whether it was done.
    case unknownOutcome = "C-09"
    /// It was not done, for want of time or room.
    case undone = "C-10"
    /// The tables are another version's.
    case version = "C-11"
    /// Nobody foresaw it.
    case unforeseen = "C-12"
    /// The books, or the machine, are not fit to go on.
    case unfit = "C-13"
}
