/// What became of an account, as the journal of accesses says it (S-62).
public enum AccountEvent: String, Sendable, CaseIterable {
    /// With its roles.
    case added = "creation"
    case renamed = "nom"
    /// With all the roles held from then on.
    case roles
    /// With the last day on which it is good, where it has one from then on.
    case term = "echeance"
    case disabled = "fermeture"
    case enabled = "reouverture"
    /// Its owner was given a link.
    case invited = "invitation"
    case password = "mot-de-passe"
    case secondFactor = "second-facteur"
    case recoveryCodes = "codes-de-secours"
    /// Password and second factor were taken back, since one of them was lost.
    case credentialsForgotten = "oubli"
    /// Its owner made a token for a program, by its public name.
    case tokenMade = "jeton"
    /// Such a token ended before its time.
    case tokenEnded = "fin-de-jeton"
    /// Its owner signs in by the provider of identities too, from then on.
    case identityLinked = "identite"
    /// And no more.
    case identityUnlinked = "fin-d-identite"
    /// Its owner is away, with the first and the last day and the account that stands in; without them, is away no more.
    case absence
    /// Its owner made an address for a calendar, in place of one before.
    case calendarMade = "calendrier"
    /// And took it back.
    case calendarEnded = "fin-de-calendrier"

    /// The words of its line. - Parameter value: what it was set to, in codes; empty for nothing.
    public func detail(_ value: String = "") -> String { value.isEmpty ? rawValue : "\(rawValue) \(value)" }
}

extension AccessEntry {
    /// What became of the account that it is about, and what that was set to, in codes; nil for a line about something else.
    public var accountEvent: (event: AccountEvent, value: String)? {
        guard kind == .accountChanged else { return nil }
        let parts = detail.split(separator: " ", maxSplits: 1).map(String.init)
        return parts.first.flatMap(AccountEvent.init).map { ($0, parts.count == 2 ? parts[1] : "") }
    }
}
