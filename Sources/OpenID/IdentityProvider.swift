import FoundationEssentials

/// One question to the provider.
public struct ProviderQuestion: Sendable {
    public let address: String
    /// The fields of a form that is sent; nil for what is only fetched.
    public let form: String?
    /// What `Authorization` says; nil for nothing.
    public let authorization: String?
}

/// What it answered.
public struct ProviderAnswer: Sendable {
    public let status: Int
    public let body: [UInt8]

    public init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}

/// Why it answered nothing: words for the operator, without any secret.
public struct ProviderSilence: Error, Sendable, Hashable {
    public let words: String

    public init(words: String) {
        self.words = words
    }
}

/// Why nobody was identified; the words are for the operator's log.
public enum ProviderTrouble: Error, Sendable, Hashable {
    /// It does not answer, or a moment ago it did not: why, as far as that is known.
    case unreachable(String)
    /// What it answers is not what a provider says.
    case strange
    /// It takes the code, or us, for wrong.
    case refused
    /// Its token will not do.
    case token(TokenMistake)

    public var word: String {
        switch self {
        case .unreachable: "unreachable"
        case .strange: "strange"
        case .refused: "refused"
        case .token(let mistake): "token-\(mistake.rawValue)"
        }
    }

    /// Why it does not answer; nil where it did.
    public var detail: String? {
        guard case .unreachable(let words) = self else { return nil }
        return words
    }
}

/// The provider of identities, as far as it was asked. What it says of itself is kept for an hour; its keys too, or until a
/// token names another, and then they are fetched again at most once a minute.
public actor IdentityProvider {
    /// Puts a question by whatever way leads there. Throws where nothing is answered: `ProviderSilence`, where it knows why.
    public typealias Ask = @Sendable (ProviderQuestion) async throws -> ProviderAnswer

    public nonisolated let settings: ProviderSettings
    private let ask: Ask
    private var document: (value: ProviderDocument, at: Int)?
    private var keys: (value: KeySet, at: Int)?
    private var keysAskedAt: Int?
    private var silence: (words: String, at: Int)?
    private var underway = 0

    /// Seconds for which what is known is good.
    private static let memory = 3_600
    /// Seconds between two questions for keys that a token names.
    private static let patience = 60
    /// Seconds for which a provider that did not answer is not asked again.
    private static let rest = 15
    /// Questions at the same time: nobody makes the house wait by asking more.
    private static let most = 8

    public init(_ settings: ProviderSettings, ask: @escaping Ask) {
        self.settings = settings
        self.ask = ask
    }

    /// Where to send a browser. - Parameter instant: now, in seconds since 1970.
    public func address(for request: AuthorizationRequest, at instant: Int) async throws(ProviderTrouble) -> String {
        request.address(at: try await document(at: instant), for: settings.clientID)
    }

    /// Who came back with a code.
    ///
    /// - Parameters:
    ///   - issuer: who the address says has sent them; nil where it does not say.
    ///   - request: what they were sent with.
    public func identity(
        by code: String,
        from issuer: String?,
        for request: AuthorizationRequest,
        at instant: Int
    ) async throws(ProviderTrouble) -> Identity {
        let document = try await document(at: instant)
        // Of another provider, or of none that we know: its code goes nowhere (RFC 9207).
        guard issuer.map({ $0 == settings.issuer }) ?? !document.namesItself else { throw .token(.issuer) }
        let text = try await exchange(code, for: request, at: document, instant)
        do {
            let token = try IdentityToken(text)
            let rules = IdentityToken.Rules(
                issuer: settings.issuer,
                clientID: settings.clientID,
                nonce: request.nonce,
                instant: instant
            )
            let keys = try await keys(for: token, at: document, instant)
            return try token.identity(by: keys, rules)
        } catch let mistake as TokenMistake {
            throw .token(mistake)
        } catch let trouble as ProviderTrouble {
            throw trouble
        } catch {
            throw .strange
        }
    }

    private func document(at instant: Int) async throws(ProviderTrouble) -> ProviderDocument {
        if let document, instant - document.at < Self.memory { return document.value }
        let address = ProviderDocument.address(of: settings.issuer)
        let answer = try await put(ProviderQuestion(address: address, form: nil, authorization: nil), instant)
        guard answer.status == 200, let value = ProviderDocument(answer.body, of: settings.issuer) else {
            throw .strange
        }
        document = (value, instant)
        return value
    }

    private func keys(
        for token: IdentityToken,
        at document: ProviderDocument,
        _ instant: Int
    ) async throws(ProviderTrouble) -> KeySet {
        let known = keys.flatMap { instant - $0.at < Self.memory ? $0.value : nil }
        if let known, known.check(token.keyID, token.algorithm) != nil { return known }
        if let known, let keysAskedAt, instant - keysAskedAt < Self.patience { return known }
        keysAskedAt = instant
        let question = ProviderQuestion(address: document.keys.text, form: nil, authorization: nil)
        let answer = try await put(question, instant)
        guard answer.status == 200, let value = KeySet(answer.body) else { throw .strange }
        keys = (value, instant)
        return value
    }

    /// The token of identity for a code.
    private func exchange(
        _ code: String,
        for request: AuthorizationRequest,
        at document: ProviderDocument,
        _ instant: Int
    ) async throws(ProviderTrouble) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", request.redirect),
            ("code_verifier", request.verifier), ("client_id", settings.clientID),
        ]
        var authorization: String?
        if let secret = settings.clientSecret {
            if document.takesSecretInForm {
                fields.append(("client_secret", secret))
            } else {
                let both = "\(FormText.escape(settings.clientID)):\(FormText.escape(secret))"
                authorization = "Basic \(Data(both.utf8).base64EncodedString())"
            }
        }
        let form = FormText.write(fields)
        let question = ProviderQuestion(address: document.token.text, form: form, authorization: authorization)
        let answer = try await put(question, instant)
        guard answer.status == 200 else { throw (400...499).contains(answer.status) ? .refused : .strange }
        guard let tokens = JSONText.read(Tokens.self, answer.body) else { throw .strange }
        return tokens.idToken
    }

    private func put(_ question: ProviderQuestion, _ instant: Int) async throws(ProviderTrouble) -> ProviderAnswer {
        if let silence, (0..<Self.rest).contains(instant - silence.at) { throw .unreachable(silence.words) }
        guard underway < Self.most else { throw .unreachable("too many questions at the same time") }
        underway += 1
        defer { underway -= 1 }
        do {
            let answer = try await ask(question)
            silence = nil
            return answer
        } catch {
            let words = (error as? ProviderSilence)?.words ?? "\(type(of: error))"
            silence = (words, instant)
            throw .unreachable(words)
        }
    }

    private struct Tokens: Decodable {
        let idToken: String
    }
}
