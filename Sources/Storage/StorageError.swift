/// What can go wrong between us and the engine. Recognised by codes, never by the text of a message.
public enum StorageError: Error, Equatable, Sendable {
    /// A unique key is already taken (SQLSTATE 23505; SQLite extended codes 1555, 2067).
    case duplicate

    /// Nothing was written: the engine cannot be reached, is busy, or is closed. `hint` tells the operator what to do.
    case unavailable(hint: String)

    /// The commit was sent and its answer never came: the write happened once or not at all.
    case outcomeUnknown

    /// The statement took longer than it may; nothing was written.
    case timedOut

    /// The disk or the quota is full; nothing was written.
    case full

    /// Anything else, in the engine's words, for the operator: never shown to a visitor.
    case failed(String)
}
