public import Complaints

/// The books do not go on from the head that was signed last: an older copy was put back, or another. Nothing more is
/// signed, since that would give the log two stories.
public struct LostHistory: Error, Sendable, Equatable {
    /// Whose books.
    public let organisation: String
    /// What was signed last.
    public let signed: Checkpoint
    /// How many lines the books have.
    public let size: Int
    /// The file that notes what was signed last.
    public let path: String
}
