/// The form that takes a code: after a password, or to set an application up.
public struct CodeForm: Sendable {
    /// Why it is shown again.
    public enum Mistake: String, Sendable, CaseIterable {
        /// The code is not that of this moment, or was used before.
        case wrong
        /// Too many failures: a moment to wait.
        case wait
    }

    let path: String
    let token: String
    let pending: String
    let next: String
    let carried: [SignInPage.Carried]
    let carries: Bool
    let mistake: String?
    /// Whether a reader is led straight to its field, past what stands above it.
    var isFocused: Bool

    /// - Parameters:
    ///   - path: where it is sent.
    ///   - token: sent back as `jeton`.
    ///   - pending: what is waited for, sent back as `attente`.
    ///   - next: the path to go to afterwards, sent back as `suite`.
    ///   - carried: the fields of a form that an ended session kept from being done.
    public init(
        path: String = Path.signIn,
        token: String,
        pending: String,
        next: String = "",
        carried: [SignInPage.Carried] = [],
        mistake: Mistake? = nil,
        press: Press
    ) {
        self.path = path
        self.token = token
        self.pending = pending
        self.next = next
        self.carried = carried
        carries = !carried.isEmpty
        isFocused = mistake != nil
        self.mistake = mistake.map { press.words("staff.code.mistake.\($0.rawValue)") }
    }

    /// The title of the page that the form is on.
    func title(_ key: String, _ press: Press) -> String {
        let title = press.words(key)
        return press.title(title, isWrong: mistake != nil)
    }
}
