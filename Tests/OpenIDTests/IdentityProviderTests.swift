import Foundation
import Synchronization
import Testing

@testable import OpenID

@Suite struct `The provider of identities` {
    /// A provider on paper: what it answers at each address, and what it was asked.
    private final class Paper: Sendable {
        struct State {
            var answers: [String: ProviderAnswer] = [:]
            var asked: [ProviderQuestion] = []
            var isSilent = false
        }

        let state = Mutex(State())

        @Sendable func ask(_ question: ProviderQuestion) throws -> ProviderAnswer {
            try state.withLock { state in
                state.asked.append(question)
                if state.isSilent { throw ProviderSilence(words: "certificate has expired") }
                return state.answers[question.address] ?? ProviderAnswer(status: 404, body: [])
            }
        }

        func set(_ address: String, _ body: [String: Any], status: Int = 200) throws {
            let bytes = Array(try JSONSerialization.data(withJSONObject: body))
            state.withLock { $0.answers[address] = ProviderAnswer(status: status, body: bytes) }
        }

        var asked: [String] { state.withLock { $0.asked.map(\.address) } }
    }

    private static let home = TestSigner.issuer
    private static let document = home + "/.well-known/openid-configuration"
    private let paper = Paper()
    private let own: TestSigner
    private let request = AuthorizationRequest(
        redirect: "https://reclamations.exemple.fr/connexion/identite/retour",
        state: "etat",
        nonce: TestSigner.nonce,
        verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    )

    init() throws {
        own = try #require(TestSigner.own)
        try paper.set(Self.document, Self.description)
        try paper.set(Self.home + "/cles", ["keys": try own.published()])
        try paper.set(Self.home + "/jeton", ["id_token": try own.token(), "access_token": "x"])
    }

    private static let description: [String: String] = [
        "issuer": home, "authorization_endpoint": home + "/entrer?theme=clair", "token_endpoint": home + "/jeton",
        "jwks_uri": home + "/cles",
    ]

    private func provider(secret: String? = "sésame:1") throws -> IdentityProvider {
        let settings = try ProviderSettings(issuer: Self.home, clientID: TestSigner.clientID, clientSecret: secret)
        return IdentityProvider(settings, ask: paper.ask)
    }

    private func identity(
        _ provider: IdentityProvider,
        from issuer: String? = nil,
        at instant: Int? = nil
    ) async throws
        -> Identity
    {
        try await provider.identity(by: "un code", from: issuer, for: request, at: instant ?? TestSigner.instant)
    }

    @Test func `is asked for a code with all that binds it to this browser`() async throws {
        let address = try await provider().address(for: request, at: TestSigner.instant)
        let parts = try #require(URLComponents(string: address))
        let fields = Dictionary(
            uniqueKeysWithValues: (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }
        )
        #expect(address.hasPrefix(Self.home + "/entrer?theme=clair&"))
        let expected = [
            "theme": "clair", "response_type": "code", "client_id": "doleances", "redirect_uri": request.redirect,
            "scope": "openid", "state": "etat", "nonce": TestSigner.nonce, "code_challenge_method": "S256",
            // RFC 7636, appendix B.
            "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        ]
        #expect(fields == expected)
        #expect(!address.contains(request.verifier))
        let fresh = AuthorizationRequest(redirect: "r", state: "s", nonce: "n", verifier: "v", isFresh: true)
        let again = try await provider().address(for: fresh, at: TestSigner.instant)
        #expect(again.hasSuffix("&prompt=login&max_age=60"))
    }

    @Test func `gives a token for the code, to whoever shows verifier and secret`() async throws {
        #expect(try await identity(provider()).subject == "ines")
        let question = try #require(paper.state.withLock { $0.asked.first { $0.form != nil } })
        #expect(question.address == Self.home + "/jeton")
        let form = question.form ?? ""
        for part in ["grant_type=authorization_code", "code=un%20code", "code_verifier=\(request.verifier)"] {
            #expect(form.contains(part), "\(part)")
        }
        #expect(form.contains("redirect_uri=https%3A%2F%2Freclamations.exemple.fr%2Fconnexion%2Fidentite%2Fretour"))
        let both = Data("doleances:s%C3%A9same%3A1".utf8).base64EncodedString()
        #expect(question.authorization == "Basic \(both)" && !form.contains("secret"))
    }

    @Test func `is shown the secret in the form where it takes none in a header, and none where we have none`()
        async throws
    {
        var description: [String: Any] = Self.description
        description["token_endpoint_auth_methods_supported"] = ["client_secret_post"]
        try paper.set(Self.document, description)
        _ = try await identity(provider())
        _ = try await identity(provider(secret: nil))
        let forms = paper.state.withLock { $0.asked.filter { $0.form != nil } }
        #expect(forms.map { $0.form?.contains("client_secret=s%C3%A9same%3A1") } == [true, false])
        #expect(forms.allSatisfy { $0.authorization == nil })
    }

    @Test func `is not taken for another: by its document, its tokens, or whoever sends the browser back`() async throws
    {
        await #expect(throws: ProviderTrouble.token(.issuer)) {
            try await identity(provider(), from: "https://autre.exemple.fr")
        }
        #expect(try await identity(provider(), from: Self.home).subject == "ines")
        var description: [String: Any] = Self.description
        description["authorization_response_iss_parameter_supported"] = true
        try paper.set(Self.document, description)
        await #expect(throws: ProviderTrouble.token(.issuer)) { try await identity(provider()) }
        description["issuer"] = "https://autre.exemple.fr"
        try paper.set(Self.document, description)
        await #expect(throws: ProviderTrouble.strange) { try await identity(provider(), from: Self.home) }
    }

    // Shows: S-29
    @Test(arguments: ["authorization_endpoint", "token_endpoint", "jwks_uri"])
    func `may send nobody, and be asked nothing, in clear text`(name: String) async throws {
        let addresses = [
            "http://connexion.exemple.fr/x", "http://localhost:9000/x", "http://127.0.0.1/x", "http://[::1]/x",
            "javascript:alert(1)", "https://a@b.fr/", "//b.fr", "",
        ]
        for address in addresses {
            var description: [String: Any] = Self.description
            description[name] = address
            try paper.set(Self.document, description)
            await #expect(throws: ProviderTrouble.strange) { try await identity(provider()) }
        }
    }

    @Test func `is asked for its document once an hour, and for its keys when a token names another`() async throws {
        let provider = try provider()
        let now = TestSigner.instant
        _ = try await identity(provider)
        _ = try await identity(provider, at: now + 30)
        #expect(paper.asked.count { $0 == Self.document } == 1)
        #expect(paper.asked.count { $0.hasSuffix("/cles") } == 1)
        let stranger = try #require(TestSigner.stranger)
        try paper.set(Self.home + "/jeton", ["id_token": try stranger.token(keyID: "r2")])
        for _ in 0..<3 {
            await #expect(throws: ProviderTrouble.token(.key)) { try await identity(provider, at: now + 59) }
        }
        #expect(paper.asked.count { $0.hasSuffix("/cles") } == 1, "at most once a minute")
        try paper.set(Self.home + "/cles", ["keys": try stranger.published(rsaName: "r2")])
        #expect(try await identity(provider, at: now + 60).subject == "ines")
        #expect(paper.asked.count { $0.hasSuffix("/cles") } == 2)
    }

    @Test func `that does not answer is left alone for a moment, and is asked again`() async throws {
        let provider = try provider()
        let now = TestSigner.instant
        paper.state.withLock { $0.isSilent = true }
        let silence = ProviderTrouble.unreachable("certificate has expired")
        for _ in 0..<3 { await #expect(throws: silence) { try await identity(provider) } }
        #expect(paper.asked.count == 1)
        paper.state.withLock { $0.isSilent = false }
        await #expect(throws: silence) { try await identity(provider, at: now + 14) }
        #expect(try await identity(provider, at: now + 15).subject == "ines")
    }

    @Test func `that answers amiss identifies nobody`() async throws {
        try paper.set(Self.home + "/jeton", ["error": "invalid_grant"], status: 400)
        await #expect(throws: ProviderTrouble.refused) { try await identity(provider()) }
        try paper.set(Self.home + "/jeton", ["access_token": "x"])
        await #expect(throws: ProviderTrouble.strange) { try await identity(provider()) }
        try paper.set(Self.home + "/jeton", ["id_token": "x"], status: 302)
        await #expect(throws: ProviderTrouble.strange) { try await identity(provider()) }
        try paper.set(Self.home + "/jeton", ["id_token": "x"])
        await #expect(throws: ProviderTrouble.token(.malformed)) { try await identity(provider()) }
        try paper.set(Self.document, [:], status: 500)
        await #expect(throws: ProviderTrouble.strange) { try await identity(provider()) }
    }
}

@Suite struct `The settings of the provider` {
    @Test(arguments: [
        "https://connexion.exemple.fr", "https://connexion.exemple.fr:8443/realms/centre", "http://127.0.0.1:9000",
        "http://localhost/", "http://[::1]:9000",
    ]) func `take an address by TLS, or of this machine`(issuer: String) throws {
        #expect(try ProviderSettings(issuer: issuer, clientID: "c").issuer == issuer)
    }

    @Test(arguments: [
        "", "connexion.exemple.fr", "http://connexion.exemple.fr", "http://127.0.0.1.exemple.fr", "ftp://a.fr",
        "https://", "https://a.fr?x=1", "https://a.fr#x", "https://u:p@a.fr", "https://a.fr/ x",
    ]) func `take no other`(issuer: String) {
        #expect(throws: ProviderSettings.Mistake.issuer) { try ProviderSettings(issuer: issuer, clientID: "c") }
    }

    // Shows: S-81
    @Test func `name the host where no label is given, and do not print the secret`() throws {
        let settings = try ProviderSettings(
            issuer: "https://connexion.exemple.fr/a",
            clientID: "c",
            clientSecret: "sésame"
        )
        #expect(settings.label == "connexion.exemple.fr")
        #expect(!"\(settings)".contains("sésame") && !String(reflecting: settings).contains("sésame"))
        for text in ["", "a\nb", String(repeating: "a", count: 1_001)] {
            #expect(throws: ProviderSettings.Mistake.client) {
                try ProviderSettings(issuer: "https://a.fr", clientID: text)
            }
            #expect(throws: ProviderSettings.Mistake.client) {
                try ProviderSettings(issuer: "https://a.fr", clientID: "c", clientSecret: text)
            }
        }
    }

    @Test func `are written as their alphabet has it`() {
        #expect(Base64URL.encode([251, 255, 254]) == "-__-" && Base64URL.encode([]) == "")
        #expect(Base64URL.decode("-__-") == [251, 255, 254] && Base64URL.decode("") == [])
        for text in ["+//+", "AQ==", "A", "é", "A A A"] { #expect(Base64URL.decode(text) == nil, "\(text)") }
    }
}
