import Complaints
import Pages
import Registry

/// What an administrator typed of an account.
struct AccountForm: Sendable {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    var name: String { form.only("nom").trimmed }
    var email: String { form.only("courriel").trimmed }

    /// The roles that are ticked; what is none of ours is not looked at (S-20).
    var roles: Set<String> { Set(form.values("roles").compactMap { Role(rawValue: $0)?.rawValue }) }

    private var day: String { form.only("echeance").trimmed }

    /// Until when; none where the field is empty.
    var term: AccountTerm { CivilDate(day).map { .until($0) } ?? .unlimited }

    /// Somebody who is to have an account.
    var newcomer: Newcomer { Newcomer(email: email, name: name, roles: roles, expiresOn: term.day) }

    /// What the form was made from; nil for one that does not say.
    var shown: AccountShown? {
        let name = form.only("nom_vu")
        guard !name.isEmpty else { return nil }
        return AccountShown(name: name, roles: form.only("roles_vus"), end: form.only("echeance_vue"))
    }

    /// What of it changes an account; nil where nothing does. - Parameter account: that the form was made from.
    func change(of account: Account) -> AccountChange? {
        let change = AccountChange(
            name: name == account.name ? nil : name,
            roles: roles == account.roles ? nil : roles,
            term: term.day == account.expiresOn ? nil : term
        )
        return change.name == nil && change.roles == nil && change.term == nil ? nil : change
    }

    /// What can be seen to be wrong, all of it. - Parameter isNew: whether it gives an address too.
    func mistakes(isNew: Bool) -> [String: AccountMistake] {
        var mistakes: [String: AccountMistake] = [:]
        if !AccountText.isName(name) { mistakes["nom"] = .name }
        if isNew, !AccountText.isEmail(email) { mistakes["courriel"] = .email }
        if roles.isEmpty { mistakes["roles"] = .roles }
        if !day.isEmpty, CivilDate(day) == nil { mistakes["echeance"] = .date }
        return mistakes
    }

    /// To be shown again.
    func draft(_ mistakes: [String: AccountMistake]) -> AccountDraft {
        AccountDraft(values: form.typed, mistakes: mistakes)
    }
}

extension AccountRefusal {
    /// Beside which field a refusal stands; nil where it is about the account as a whole.
    var mistakes: [String: AccountMistake]? {
        switch self {
        case .roleMissing: ["roles": .roles]
        case .endMissing: ["echeance": .endMissing(days: AccountTerm.auditorDays)]
        case .endIsOver: ["echeance": .endIsOver]
        case .endTooFar(let latest): ["echeance": .endTooFar(latest: latest)]
        case .unknown, .lastAdministrator, .anotherMustDecide, .ownAccount, .notOpen, .changedMeanwhile: nil
        }
    }

    /// How a page says so.
    var refused: AccountSheetPage.Refused? {
        switch self {
        case .lastAdministrator: .last
        case .anotherMustDecide, .ownAccount: .another
        case .notOpen: .notOpen
        case .changedMeanwhile: .overtaken
        case .unknown, .roleMissing, .endMissing, .endIsOver, .endTooFar: nil
        }
    }
}
