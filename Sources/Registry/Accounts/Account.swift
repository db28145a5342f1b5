public import Complaints

/// Somebody of an organisation who signs in.
public struct Account: Sendable, Hashable {
    /// Opaque; never a name or an address.
    public let id: String
    /// The organisation's identifier.
    public let organisation: String
    /// The address as it was given.
    public let email: String
    /// The name shown beside what this person did.
    public let name: String
    /// The raw values of the roles held. What each may do is decided by the rules, not here.
    public let roles: Set<String>
    /// Since when this person may not sign in any more; `nil` for whoever may.
    public let disabledAt: Instant?
    /// The last day, in Paris, on which this person may sign in; `nil` where there is no end.
    public let expiresOn: CivilDate?
    /// SHA-256 of the password's record, so that another password is noticed; `nil` where none has been chosen.
    let passwordDigest: [UInt8]?
    /// Whether a password has been chosen.
    public var hasPassword: Bool { passwordDigest != nil }

    /// Whether nothing keeps this person from signing in on a day, in Paris, but perhaps that they have no password yet:
    /// neither kept out nor past the end. An auditor's account has an end, or is not open.
    public func isOpen(on day: CivilDate) -> Bool {
        guard disabledAt == nil else { return false }
        return expiresOn.map { day <= $0 } ?? !roles.contains(Role.auditor.rawValue)
    }

    /// Whether this person can sign in on a day, in Paris: whoever was invited and has not come yet cannot.
    public func canSignIn(on day: CivilDate) -> Bool { hasPassword && isOpen(on: day) }

    /// An address as accounts are found by: case and outer blanks do not count.
    static func folded(_ email: String) -> String {
        String(email.lowercased().drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Account {
    /// As the rules know them.
    public var officer: Officer { Officer(id: id, roles: Set(roles.compactMap(Role.init(rawValue:)))) }
}
