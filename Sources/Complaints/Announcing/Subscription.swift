/// Avertissement d'un autre logiciel: what a program of the provider's is told of, and where (docs/decisions/0029).
public struct Subscription: Sendable, Hashable {
    /// What the provider calls the program.
    public var name: String
    public var address: SubscriberAddress
    /// What it is told of; never empty.
    public var events: Set<AnnouncedEvent>

    /// Characters that a name may have.
    public static let longestName = 60

    public init(name: String, address: SubscriberAddress, events: Set<AnnouncedEvent>) {
        self.name = name
        self.address = address
        self.events = events
    }

    /// The events by their words, in the order of the list.
    public var eventWords: [String] { AnnouncedEvent.allCases.filter(events.contains).map(\.rawValue) }
}

/// Whether a program is told.
public enum SubscriberState: String, Sendable, CaseIterable {
    case active = "actif"
    /// Somebody stopped it.
    case stopped = "arrete"
    /// It was stopped because it had not answered for days, or said that it is gone.
    case failing = "en-panne"
}

/// What is set of it, as the history of settings names it.
public enum SubscriberSetting: String, Sendable, CaseIterable {
    case name = "nom"
    case address = "adresse"
    case events = "evenements"
    case state = "etat"
    /// Another secret was made; neither is ever shown there.
    case secret
}
