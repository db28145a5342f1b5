/// What was wrong with a password that somebody signed in was asked for again.
public enum PasswordTrouble: String, Sendable, CaseIterable {
    /// It is not theirs.
    case wrong
    /// Too many failures: a moment to wait.
    case wait
}

/// The password once more, before something that matters is done (S-58). The form that asked for it is carried along, under
/// its own names, and is done as soon as the password is right.
public struct ConfirmationPage: Page {
    public static let template = "staff/confirmation"

    let frame: StaffFrame
    let path: String
    let token: String
    let back: String
    /// Whether a file comes of it, from the page that follows.
    let isForFile: Bool
    let carried: [SignInPage.Carried]
    let mistake: String?
    /// What leads to the provider of identities, in a page beside this one; nil where it confirms nothing of theirs.
    let provider: SignInProvider?
    let providerButton: String?

    /// - Parameters:
    ///   - path: where the form was sent, and is sent again.
    ///   - carried: what it held, but for its token.
    ///   - back: where to go without doing it.
    ///   - isForFile: whether a file to keep comes of it.
    ///   - provider: what may confirm in the password's place.
    public init(
        path: String,
        carried: [SignInPage.Carried],
        back: String,
        isForFile: Bool = false,
        trouble: PasswordTrouble? = nil,
        provider: SignInProvider? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        let title = press.words("staff.confirm.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: trouble != nil),
            signedIn: signedIn,
            press: press
        )
        self.path = path
        token = signedIn.token
        self.back = back
        self.isForFile = isForFile
        self.carried = carried
        mistake = trouble.map { press.words("staff.confirm.mistake.\($0.rawValue)") }
        self.provider = provider
        providerButton = provider.map { press.words("staff.confirm.provider", ["label": $0.label]) }
    }
}
