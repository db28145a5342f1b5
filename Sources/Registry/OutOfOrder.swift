/// An organisation whose books cannot be used until somebody has seen to it: its key is missing, or its log is not what
/// was signed. The others go on.
public struct OutOfOrder: Error, Sendable {
    /// Which.
    public let organisation: Organisation
    /// What its pages show, and the operator finds beside the reason in the log. The same as long as the reason is.
    public let reference: String
    /// Why.
    public let reason: any Error

    /// Whether this is what was known before.
    func isSame(as other: OutOfOrder) -> Bool {
        organisation.id == other.organisation.id && String(reflecting: reason) == String(reflecting: other.reason)
    }
}
