public import Complaints

/// What a form about an account was made from. It travels with the form, so that what somebody else has set meanwhile is
/// never set back by one that is older (S-56).
public struct AccountShown: Sendable, Equatable {
    /// The name shown beside what its owner does.
    public let name: String
    /// The roles held.
    public let roles: Set<Role>
    /// The last day; nil where there is none.
    public let expiresOn: CivilDate?

    /// The same as a form carries it.
    struct Carried: Sendable {
        let name: String
        let roles: String
        let end: String
    }

    public init(name: String, roles: Set<Role>, expiresOn: CivilDate?) {
        self.name = name
        self.roles = roles
        self.expiresOn = expiresOn
    }

    /// Read from a form.
    ///
    /// - Parameters:
    ///   - name: of the field `nom_vu`.
    ///   - roles: of the field `roles_vus`.
    ///   - end: of the field `echeance_vue`.
    public init(name: String, roles: String, end: String) {
        self.init(
            name: name,
            roles: Set(roles.split(separator: ",").compactMap { Role(rawValue: String($0)) }),
            expiresOn: CivilDate(end)
        )
    }

    var carried: Carried {
        Carried(
            name: name,
            roles: roles.sorted().map(\.rawValue).joined(separator: ","),
            end: expiresOn?.description ?? ""
        )
    }

    /// What is otherwise by now, a sentence each.
    func changes(to now: AccountShown, _ press: Press) -> [String] {
        let said = { (key: String, before: String, now: String) in
            before == now ? nil : press.words("staff.accounts.changed.\(key)", ["before": before, "now": now])
        }
        let roles = { (shown: AccountShown) in press.names(of: shown.roles) }
        let end = { (shown: AccountShown) in
            shown.expiresOn.map { FrenchDates.short($0) } ?? press.words("staff.accounts.endless")
        }
        return [
            said("name", name, now.name), said("roles", roles(self), roles(now)), said("end", end(self), end(now)),
        ].compactMap(\.self)
    }
}

extension AccountLine {
    /// What a form about it is made from.
    var shown: AccountShown { AccountShown(name: name, roles: roles, expiresOn: expiresOn) }
}
