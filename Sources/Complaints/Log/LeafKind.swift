/// What a leaf of the log records, in the words that stay legible for ever. None of them identifies anyone.
public enum LeafKind: String, Sendable, Hashable, Codable, CaseIterable {
    case reception
    case acknowledgement = "accuse"
    /// The only kind that bears a number of the Registre.
    case registration = "inscription"
    case message
    case decision
    case closing = "cloture"
    case reopening = "reouverture"
    /// A retention hold.
    case hold = "gel"
    case holdRelease = "degel"
    /// Its payload's `nombre` is how many openings before it were erased.
    case erasure = "effacement"
    /// Its payload's `vkey` is the key that signs from then on.
    case keyChange = "cle"
    /// First leaf of a log that goes on after the loss of another; its payload holds the last known checkpoint.
    case recovery = "reprise"

    /// Whether the payload of such a leaf is kept for ever: it names no one, and the audit reads it.
    public var isPermanent: Bool {
        switch self {
        case .erasure, .keyChange, .recovery: true
        default: false
        }
    }
}
