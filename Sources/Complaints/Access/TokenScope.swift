/// Portée d'un jeton d'accès: what a program may do, of what whoever made its token may do (docs/decisions/0024).
public enum TokenScope: String, Sendable, CaseIterable {
    /// Read alone.
    case read = "lecture"
    /// Read, receive, and act on case files.
    case readAndAct = "lecture-et-actes"
}
