/// An account is no longer what it was when its password was checked: whoever signs in does it anew.
public struct AccountChanged: Error {}

/// What is to change of an account; what is nil stays as it is.
public struct AccountChange: Sendable {
    /// The name shown beside what this person does from now on.
    public var name: String?
    /// The raw values of all the roles held from now on.
    public var roles: Set<String>?
    /// A password that `PasswordRules` has accepted.
    public var password: String?
    /// Whether somebody who was kept out is let in again.
    public var enables: Bool
    /// Until when it is good from now on.
    public var term: AccountTerm?

    public init(
        name: String? = nil,
        roles: Set<String>? = nil,
        password: String? = nil,
        enables: Bool = false,
        term: AccountTerm? = nil
    ) {
        self.name = name
        self.roles = roles
        self.password = password
        self.enables = enables
        self.term = term
    }
}
