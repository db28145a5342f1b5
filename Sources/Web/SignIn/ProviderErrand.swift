import Crypto
import Hummingbird
import OpenID
import Pages
import Registry

/// What a browser was sent to the provider of identities for, as its cookie keeps it for ten minutes: nothing is stored here,
/// and nothing is taken from another browser (docs/decisions/0030).
struct ProviderErrand: Sendable {
    enum Purpose: String, Sendable, CaseIterable {
        case signIn = "connexion"
        /// The identity is to be that of the account signed in.
        case link = "compte"
        /// Somebody signed in shows who they are once more (S-58).
        case confirm = "confirmation"
    }

    /// The cookie's name.
    static let cookie = "identite"
    /// Seconds that there are to come back.
    static let lifetime = 600
    private static let longestNext = 1_000

    let purpose: Purpose
    /// Where to go afterwards; empty for nowhere in particular.
    let next: String
    private let form: FormToken

    /// A new one. - Parameter next: left out where it is none of our addresses.
    init(_ purpose: Purpose, then next: String, as form: FormToken) {
        self.purpose = purpose
        let isKept = SignInAttempt(next: next).isLocal && next.utf8.count <= Self.longestNext
        self.next = isKept ? next : ""
        self.form = form
    }

    /// When it began, in seconds since 1970.
    var begun: Int { form.issued }

    /// What the provider is asked. All that must not be guessed comes of the cookie's chance and of a key of ours, so that
    /// whoever sees the address knows nothing of the rest.
    func request(backTo redirect: String, with key: SymmetricKey) -> AuthorizationRequest {
        let derived = { (what: String) in
            let text = Array("identite/v1 \(what) ".utf8) + form.identifier
            return Base64URL.encode(HMAC<SHA256>.authenticationCode(for: text, using: key))
        }
        return AuthorizationRequest(
            redirect: redirect,
            state: derived("state"),
            nonce: derived("nonce"),
            verifier: derived("verifier"),
            isFresh: purpose != .signIn
        )
    }

    /// As the cookie holds it. - Parameter session: the digest of the session that it is bound to; empty for none.
    func sealed(for organisation: Organisation, session: [UInt8], with key: SymmetricKey) -> String {
        let seal = form.sealed(for: Self.seal(purpose, next, organisation), binding: session, with: key)
        return "\(purpose.rawValue).\(Base64URL.encode(next.utf8)).\(seal)"
    }

    /// Nil for a cookie that is not ours, of another organisation or session, or too old.
    init?(
        _ cookie: String,
        for organisation: Organisation,
        session: [UInt8],
        at instant: Int,
        with key: SymmetricKey
    ) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let purpose = Purpose(rawValue: parts[0]), let next = Base64URL.decode(parts[1]) else {
            return nil
        }
        let text = String(decoding: next, as: UTF8.self)
        let checked = try? FormToken.check(
            parts[2],
            for: Self.seal(purpose, text, organisation),
            binding: purpose == .signIn ? [] : session,
            at: instant,
            lifetime: Self.lifetime,
            with: key
        )
        guard let checked else { return nil }
        self.init(purpose, then: text, as: checked)
    }

    private static func seal(_ purpose: Purpose, _ next: String, _ organisation: Organisation) -> String {
        "identite \(organisation.id) \(purpose.rawValue) \(next)"
    }
}
