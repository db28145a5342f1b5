/// The accounts of the provider's people, and a form to invite somebody: for administrators, who read no case (R-67, S-55).
public struct AccountsPage: Page {
    public static let template = "staff/accounts"

    let frame: StaffFrame
    let token: String
    let path = Path.accounts
    let rows: [AccountRow]
    let fields: AccountFields
    /// Why a form came to nothing.
    let undone: String?
    /// How the link gets there.
    let way: String

    /// - Parameters:
    ///   - lines: every account, disabled ones too.
    ///   - draft: a form that would not do.
    ///   - isExpired: whether it was of an earlier session.
    ///   - mails: whether links leave by mail.
    public init(
        lines: [AccountLine],
        draft: AccountDraft? = nil,
        isExpired: Bool = false,
        mails: Bool,
        signedIn: SignedIn,
        press: Press
    ) {
        fields = AccountFields(of: nil, draft: draft, press: press)
        let title = press.words("staff.accounts.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: fields.hasMistakes || isExpired),
            section: .accounts,
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
        rows = lines.map { AccountRow($0, press) }
        undone = isExpired ? press.words("staff.accounts.expired") : nil
        way = press.words(mails ? "staff.accounts.way.mail" : "staff.accounts.way.hand")
    }
}
