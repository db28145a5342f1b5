/// Where the provider's people sign in.
public struct SignInPage: Page {
    public static let template = "staff/sign-in"

    /// One field of a form that was sent after its session had ended, carried through the sign-in so that no word of it
    /// is lost.
    public struct Carried: Sendable, Hashable {
        /// The field's name, as this page's form sends it on.
        public let name: String
        /// What was written in it.
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Why the page is shown again.
    public enum Trouble: String, Sendable, CaseIterable {
        /// Address and password do not go together, or too many attempts were made: the same words whatever the cause,
        /// so that nobody learns which accounts exist.
        case refused
        /// The code came too late, or was not asked for any more.
        case late
        /// The provider of identities does not answer, or not as one.
        case providerSilent = "provider-silent"
        /// It did not say who it is.
        case providerRefused = "provider-refused"
        /// It did, and that is nobody with an open account.
        case providerUnknown = "provider-unknown"
        /// Who came back was not sent from this browser, or too long ago.
        case providerLate = "provider-late"
    }

    let frame: StaffFrame
    let path: String
    let token: String
    let next: String
    let email: String
    let mistake: String?
    /// Whether a password has just been chosen by a link.
    let isChosen: Bool
    let carried: [Carried]
    let carries: Bool
    /// What the button beside the password says; nil for none.
    let providerButton: String?
    let provider: SignInProvider?
    /// Whether the carried form is shown again from here, once somebody has signed in beside this page.
    let resumes: Bool

    /// - Parameters:
    ///   - token: sent back as `jeton` (CSRF, before there is a session).
    ///   - next: the path to go to afterwards, sent back as `suite`; Web accepts only paths of its own.
    ///   - email: what was typed before.
    ///   - trouble: why an attempt has just failed.
    ///   - isChosen: whether a password has just been chosen by a link.
    ///   - carried: the fields of the form that the ended session kept from being done.
    ///   - provider: the way beside the password; nil for none.
    public init(
        providerName: String,
        token: String,
        next: String,
        email: String = "",
        trouble: Trouble?,
        isChosen: Bool = false,
        carried: [Carried] = [],
        provider: SignInProvider? = nil,
        press: Press
    ) {
        let title = press.words("staff.sign-in.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: trouble != nil),
            providerName: providerName,
            desk: nil
        )
        path = Path.signIn
        self.token = token
        self.next = next
        self.email = email
        mistake = trouble.map { press.words("staff.sign-in.mistake.\($0.rawValue)") }
        self.isChosen = isChosen
        self.carried = carried
        carries = !carried.isEmpty
        self.provider = provider
        providerButton = provider.map { press.words("staff.sign-in.provider", ["label": $0.label]) }
        resumes = provider?.resumed != nil
    }
}
