/// A person of the provider who handles complaints, as the rules need to know them.
public struct Officer: Sendable, Hashable {
    /// The account's identifier: opaque, never a name.
    public let id: String
    /// What this person may do.
    public let roles: Set<Role>

    public init(id: String, roles: Set<Role>) {
        self.id = id
        self.roles = roles
    }

    /// Whether a case may be given to this person: whoever runs the procedure.
    public var mayHandle: Bool { !roles.isDisjoint(with: [.complaintsManager, .management]) }

    /// Whether the pieces of a mediation are shown (C. conso. L612-3; R-46).
    public var readsMediation: Bool { !roles.isDisjoint(with: [.complaintsManager, .management, .dataProtection]) }

    /// Whether this person may see and change the provider's settings.
    public var maySet: Bool { !roles.isDisjoint(with: [.administrator, .management]) }

    /// Whether the accounts of the provider's people are this person's to administer.
    public var administersAccounts: Bool { roles.contains(.administrator) }
}

/// Whose hand an act is by.
public enum Author: Sendable, Hashable {
    /// Somebody of the provider, signed in.
    case officer(Officer)
    /// The person who complains.
    case complainant
    /// The server itself: deliveries, reminders.
    case system
}

/// Who signs an act, and when. Time is read once per transaction and handed down.
public struct Signature: Sendable, Hashable {
    /// Whose hand.
    public let author: Author
    /// The instant, UTC.
    public let instant: Instant

    public init(by author: Author, at instant: Instant) {
        self.author = author
        self.instant = instant
    }

    /// The civil day in Paris: what a delay is counted from.
    public var day: CivilDate { instant.civilDate }
}
