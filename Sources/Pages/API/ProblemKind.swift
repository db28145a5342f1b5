/// What kept a program's request from being done (RFC 9457). The word is stable: it ends the address of the problem's type.
public enum ProblemKind: String, Sendable, CaseIterable {
    case unreadable = "demande-illisible"
    /// A reception without the key by which it counts once.
    case keyMissing = "cle-absente"
    case tokenMissing = "jeton-absent"
    /// None of ours, ended, or its owner is out: nobody learns which (S-44).
    case tokenRefused = "jeton-refuse"
    /// The token reads, and this is an act.
    case scope = "portee"
    case notAllowed = "droit"
    /// There is no such thing, or none that its owner may open.
    case unknown = "introuvable"
    case method = "methode"
    case changedMeanwhile = "modifie-entre-temps"
    /// The letter would be another than the one that was read over.
    case otherLetter = "autre-lettre"
    /// The same key came before with another content.
    case otherContent = "autre-contenu"
    /// A virus scanner found something in the document.
    case flagged = "piece-signalee"
    case tooLarge = "trop-volumineux"
    case mediaType = "type-de-contenu"
    case host = "nom-d-hote"
    /// Fields that cannot be read.
    case fields = "champs"
    /// The rules say no: the type then ends with the refusal's own code.
    case refused = "refus"
    case tooMany = "trop-de-demandes"
    case fault = "erreur-interne"
    case unavailable = "indisponible"

    /// The HTTP status that it comes with.
    public var status: Int {
        switch self {
        case .unreadable, .keyMissing: 400
        case .tokenMissing, .tokenRefused: 401
        case .scope, .notAllowed: 403
        case .unknown: 404
        case .method: 405
        case .changedMeanwhile, .otherLetter, .otherContent, .flagged: 409
        case .tooLarge: 413
        case .mediaType: 415
        case .host: 421
        case .fields, .refused: 422
        case .tooMany: 429
        case .fault: 500
        case .unavailable: 503
        }
    }

    /// That of a status that something else than an operation has answered with.
    public init(status: Int) {
        self =
            switch status {
            case 401: .tokenMissing
            case 403: .notAllowed
            case 404, 410: .unknown
            case 405: .method
            case 409: .changedMeanwhile
            case 413: .tooLarge
            case 415: .mediaType
            case 421: .host
            case 422: .fields
            case 429: .tooMany
            case 503: .unavailable
            default: status < 500 ? .unreadable : .fault
            }
    }
}

/// One thing that is wrong with what a program sent.
public struct ProblemFault: Sendable, Hashable {
    /// Where: a field's name, or the way to it (`griefs/0/motif`); nil where no field can mend it.
    public let field: String?
    /// The code of the rules' refusal, or what is wrong with the field.
    public let code: String
    /// What is said of it; nil where the code says it all.
    public let words: String?

    public init(field: String?, code: String, words: String? = nil) {
        self.field = field
        self.code = code
        self.words = words
    }
}

extension Press {
    /// A kind of problem in a few words.
    public func title(of kind: ProblemKind) -> String { words("api.probleme.\(kind.rawValue)") }

    /// What to do about it.
    public func detail(of kind: ProblemKind) -> String { words("api.probleme.\(kind.rawValue).texte") }

    /// What is wrong with a field.
    public func words(_ fault: ProblemFault) -> String { fault.words ?? words("api.\(fault.code)") }

    /// What the description of the interface says of something, by its key; nil where it says nothing.
    public func described(_ key: String) -> String? { has(key) ? words(key) : nil }
}
