public import Complaints
public import Registry

/// What `user set` says of an account; what it does not say stays as it is.
public struct AccountDetails: Codable, Sendable, Equatable {
    /// The organisation by name, host or identifier; nil where there is only one.
    public let organisation: String?
    /// Whose account, whatever its case.
    public let email: String
    /// As shown.
    public let name: String?
    /// All the roles held from now on.
    public let roles: Set<Role>?
    /// In place of the one that was forgotten.
    public let password: String?
    /// Whether somebody who was kept out is let in again.
    public let enables: Bool
    /// Until when it is good from now on.
    public let term: AccountTerm?

    public init(
        organisation: String?,
        email: String,
        name: String? = nil,
        roles: Set<Role>? = nil,
        password: String? = nil,
        enables: Bool = false,
        term: AccountTerm? = nil
    ) {
        self.organisation = organisation
        self.email = email
        self.name = name
        self.roles = roles
        self.password = password
        self.enables = enables
        self.term = term
    }

    /// Whether anything was said.
    var isGiven: Bool { name != nil || roles != nil || password != nil || enables || term != nil }
}
