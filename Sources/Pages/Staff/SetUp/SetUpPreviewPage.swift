public import Complaints

/// The second page of the first start: the procedure and the form as the public will read them, between the provider's own
/// head and foot, and the account of whoever opens them. Nothing is recorded yet.
public struct SetUpPreviewPage: Page {
    public static let template = "staff/set-up-preview"

    /// What may be wrong with the first account, by the name of its field; passwords apart.
    public enum AccountMistake: String, Sendable, CaseIterable {
        case name = "compte_nom"
        case email = "compte_courriel"
    }

    /// All that is wrong with the account.
    public struct Wrong: Sendable {
        let account: [AccountMistake]
        let password: [NewPassword.Mistake]

        public init(account: [AccountMistake] = [], password: [NewPassword.Mistake] = []) {
            self.account = account
            self.password = password
        }

        /// Whether nothing is.
        public var isNothing: Bool { account.isEmpty && password.isEmpty }
    }

    let frame: PublicFrame
    let path: String
    let token: String
    /// What was typed on the first page.
    let hidden: [RecapPage.Hidden]
    let mistakes: [ActForm.Mistake]
    let hasMistakes: Bool
    let account: [Field]
    let password: NewPassword
    let procedure: ProcedurePage
    let form: ComplaintFormPage

    /// - Parameters:
    ///   - procedure: the one that would be published.
    ///   - now: when.
    ///   - limits: which documents the form would take.
    ///   - hasRelay: whether letters can leave by e-mail.
    ///   - path: where the form is sent: the link itself.
    ///   - token: sent back as `jeton`.
    ///   - typed: what was sent before, by field name.
    public init(
        of procedure: Procedure,
        at now: Instant,
        limits: DocumentLimits,
        hasRelay: Bool,
        path: String,
        token: String,
        typed: [String: [String]],
        wrong: Wrong = Wrong(),
        press: Press
    ) {
        let words = wrong.account.map { ($0.rawValue, press.words("staff.set-up.mistake.\($0.rawValue)")) }
        let pen = FormPen(
            press: press,
            noun: SettingsPen.noun,
            values: typed,
            mistakes: Dictionary(words) { first, _ in first }
        )
        account = [
            pen.line(AccountMistake.name.rawValue, autocomplete: "name"),
            pen.line(AccountMistake.email.rawValue, type: "email", autocomplete: "username"),
        ]
        password = NewPassword(mistakes: wrong.password, press: press)
        mistakes = SettingsPen.mistakes(in: account)
        hasMistakes = !wrong.isNothing
        hidden = RecapPage.Hidden.all(SetUpPage.settings.map(\.field), typed)
        let title = press.words("staff.set-up.preview.title")
        frame = PublicFrame(
            title: press.title(title, isWrong: hasMistakes),
            provider: procedure.provider,
            in: .stays,
            press
        )
        let published = PublishedProcedure(procedure: procedure, since: now, until: nil)
        self.procedure = ProcedurePage(of: published, today: now.civilDate, press: press)
        form = ComplaintFormPage(procedure: procedure, submission: "", limits: limits, hasRelay: hasRelay, press: press)
        self.path = path
        self.token = token
    }
}
