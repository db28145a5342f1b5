import Hummingbird
import Registry

/// Tokens on the site's own clock, chance and key: every page's form and every door's cookie come through here.
extension Site {
    /// The token of a new form.
    func newForm() -> FormToken { FormToken(random: world.bytes(16), at: seconds) }

    /// A form's token as its hidden field carries it.
    ///
    /// - Parameters:
    ///   - purpose: what the form does.
    ///   - binding: the digest of the session, or nothing where there is no session.
    func seal(_ token: FormToken, for purpose: String, binding: [UInt8] = []) -> String {
        token.sealed(for: purpose, binding: binding, with: formKey)
    }

    /// What a hidden field carries back; nil where it is not ours, not for that purpose or session, or too old.
    func formToken(_ text: String, for purpose: String, binding: [UInt8] = []) -> FormToken? {
        try? FormToken.check(text, for: purpose, binding: binding, at: seconds, with: formKey)
    }

    /// The session's token that the browser's cookie holds; nil where it holds none.
    func sessionToken(_ cookie: String, of request: Request) -> StaffToken? {
        cookies.value(cookie, of: request).flatMap { StaffToken($0) }
    }
}
