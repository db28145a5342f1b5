import Complaints
import Storage

/// Who must be left, and who must do it.
extension AccountAdministration {
    /// Whether somebody changes their own roles or end because nobody else can.
    ///
    /// - Throws: `AccountRefusal.anotherMustDecide` where there is another administrator.
    func isAlone(over id: String, _ today: CivilDate, in connection: any Connection) throws -> Bool {
        guard accounts.hand == id else { return false }
        if isOnePerson { return true }
        let others = try accounts.all(in: connection).contains { account in
            account.id != id && account.canSignIn(on: today) && account.administers
        }
        if others { throw AccountRefusal.anotherMustDecide }
        return true
    }

    /// Refuses a change that would leave nobody to administer the accounts.
    func keepAdministrator(_ before: Account, _ after: Account, in connection: any Connection) throws {
        guard before.administersForGood, !after.administersForGood else { return }
        guard try accounts.all(in: connection).contains(where: \.administersForGood) else {
            throw AccountRefusal.lastAdministrator
        }
    }
}

extension Account {
    /// Whether it has the role.
    var administers: Bool { roles.contains(Role.administrator.rawValue) }

    /// Whether all that administrators set of it is as it was.
    func isSet(as other: Account) -> Bool {
        name == other.name && roles == other.roles && expiresOn == other.expiresOn
    }

    /// Whether its owner can administer accounts today and on any day to come.
    var administersForGood: Bool {
        let isAuditor = roles.contains(Role.auditor.rawValue)
        return administers && hasPassword && disabledAt == nil && expiresOn == nil && !isAuditor
    }
}

extension Register {
    /// The administration of its officers' accounts by one of them.
    ///
    /// - Parameters:
    ///   - accounts: in their hands.
    ///   - isOnePerson: whether the provider declares that all its accounts are one person's.
    ///   - mails: whether links leave by mail.
    public func administration(
        of accounts: Accounts,
        isOnePerson: Bool,
        mails: Bool
    ) -> AccountAdministration {
        AccountAdministration(of: accounts, isOnePerson: isOnePerson, sealing: mails ? key.links : nil)
    }
}
