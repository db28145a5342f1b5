/// A training provider whose books are kept here: the root of everything.
public struct Organisation: Sendable, Hashable {
    /// Opaque; part of every key.
    public let id: String
    /// Short, for keys that are written often; never used twice.
    let number: Int
    /// Its name, for lists and pages.
    public let name: String
    /// The host name that chooses it; nil where it is the only one.
    public let host: String?
    /// Whether officers need a second factor to sign in.
    public let needsSecondFactor: Bool
    /// The public key of its log, as a C2SP verifier key.
    public let logKey: String

    init(id: String, number: Int, name: String, host: String?, needsSecondFactor: Bool, logKey: String) {
        self.id = id
        self.number = number
        self.name = name
        self.host = host
        self.needsSecondFactor = needsSecondFactor
        self.logKey = logKey
    }

    /// Whether commands may mean it by this: its name, its host name or its identifier.
    public func isMeant(by text: String) -> Bool { id == text || name == text || host == text.lowercased() }
}
