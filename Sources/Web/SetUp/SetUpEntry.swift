import Complaints
import Pages
import Registry

/// What the page of the first start was sent with, judged whole.
struct SetUpEntry: Sendable {
    /// What was typed, by field name, to be shown again.
    let typed: [String: [String]]
    /// All that is wrong with the settings.
    let mistakes: [SettingMistake]
    /// All that is wrong with the account.
    let wrong: SetUpPreviewPage.Wrong
    /// What is to be opened; nil where a setting will not do.
    let founding: OrganisationFounding?
    /// Who opens it.
    let founder: Founder

    /// What the first account may do: run the procedure, and set it; others come later.
    private static let roles: Set<Role> = [.complaintsManager, .management, .administrator]

    init(_ form: FormData, today: CivilDate) {
        typed = form.typed.filter { !$0.key.hasPrefix("mot_de_passe") }
        let settings = SettingsEntry(form: form).typed(SetUpPage.settings, from: nil)
        do {
            founding = try settings.founding(today: today)
            mistakes = []
        } catch {
            founding = nil
            mistakes = (error as? SettingMistakes)?.all ?? []
        }
        let name = form.only(SetUpPreviewPage.AccountMistake.name.rawValue).trimmed
        let email = form.only(SetUpPreviewPage.AccountMistake.email.rawValue).trimmed
        let password = ChosenPassword(form)
        let rules = PasswordRules(organisation: form.only(OrganisationSetting.name.field), name: name, email: email)
        wrong = SetUpPreviewPage.Wrong(
            account: (AccountText.isName(name) ? [] : [.name]) + (AccountText.isEmail(email) ? [] : [.email]),
            password: password.mistakes(under: rules)
        )
        founder = Founder(
            email: email,
            name: name,
            roles: Set(Self.roles.map(\.rawValue)),
            password: password.text
        )
    }
}
