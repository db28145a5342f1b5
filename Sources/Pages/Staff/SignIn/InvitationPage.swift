/// Where somebody who was given a link chooses their password (S-55). To look at it does not use the link.
public struct InvitationPage: Page {
    public static let template = "staff/invitation"

    let frame: StaffFrame
    let path: String
    let token: String
    let greeting: String
    let email: String
    let password: NewPassword
    let hasMistakes: Bool
    /// Whether the page was open for too long.
    let isExpired: Bool

    /// - Parameters:
    ///   - path: where the form is sent: the link itself.
    ///   - token: sent back as `jeton`.
    ///   - name: whose account it is.
    ///   - email: the address that they sign in with.
    ///   - mistakes: all that the last choice had wrong.
    public init(
        providerName: String,
        path: String,
        token: String,
        name: String,
        email: String,
        mistakes: [NewPassword.Mistake] = [],
        isExpired: Bool = false,
        press: Press
    ) {
        let title = press.words("staff.invitation.title")
        hasMistakes = !mistakes.isEmpty
        frame = StaffFrame(
            title: press.title(title, isWrong: hasMistakes || isExpired),
            providerName: providerName,
            desk: nil
        )
        self.path = path
        self.token = token
        greeting = press.words("staff.invitation.greeting", ["name": name])
        self.email = email
        password = NewPassword(mistakes: mistakes, press: press)
        self.isExpired = isExpired
    }
}
