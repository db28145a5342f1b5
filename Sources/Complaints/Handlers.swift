/// Gestionnaires: who may be given a case, and whether that leaves anything to choose (docs/decisions/0019).
public struct Handlers: Sendable, Hashable {
    /// The accounts that can sign in and may handle cases.
    public let accounts: Set<String>
    /// Whether there are several persons to choose from: not with one such account, nor where the provider declares that
    /// all accounts are one person's.
    public let areSeveral: Bool

    /// - Parameters:
    ///   - staff: the accounts of the provider that may sign in.
    ///   - procedure: the one in force, which says whether the provider is one person.
    public init(among staff: [Officer], under procedure: Procedure) {
        accounts = Set(staff.filter(\.mayHandle).map(\.id))
        areSeveral = !procedure.isOnePerson && accounts.count > 1
    }
}

extension CaseFile {
    /// Whether there is anybody to choose for the case. Where there is one person there is not, but for what an assignment
    /// alone can do: lift the rule on conflicts of interest where it bars every account that may handle cases, and
    /// take over what somebody holds who is no longer among them.
    public func hasHandlersToChoose(among handlers: Handlers) -> Bool {
        if handlers.areSeveral { return true }
        guard !handlers.accounts.isEmpty else { return false }
        guard let handler else { return handlers.accounts.isSubset(of: conflicted) }
        return !handlers.accounts.contains(handler)
    }
}
