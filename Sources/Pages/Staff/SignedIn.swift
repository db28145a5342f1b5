public import Complaints

/// Who looks at a staff page, and for which provider.
public struct SignedIn: Sendable {
    /// The account, and what it may do.
    public let officer: Officer
    /// The person's name, as the page greets them and as an answer is signed.
    public let name: String
    /// The provider whose books are open.
    public let providerName: String
    /// The token that every form of the page sends back as `jeton` (CSRF).
    public let token: String
    /// How many attempts to sign in had failed before they did, as long as they are to be told.
    public let missed: Int

    public init(officer: Officer, name: String, providerName: String, token: String, missed: Int = 0) {
        self.officer = officer
        self.name = name
        self.providerName = providerName
        self.token = token
        self.missed = missed
    }
}

extension CaseFile {
    /// Whether the pieces of this file's mediation are shown to an officer: to those who follow mediations, but to nobody
    /// whom the complaint names or who stepped aside. Whoever handles it by a rule that was lifted follows it.
    public func showsMediation(to officer: Officer) -> Bool { officer.readsMediation && !bars(officer) }
}
