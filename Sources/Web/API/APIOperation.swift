import Complaints
import HTTPTypes
import Pages

/// What programs may ask for, one by one. This list is what is routed, what is described and what is tried: the raw value is
/// the operation's name in the description.
enum APIOperation: String, CaseIterable, Sendable {
    case describe = "decrire"
    case listReceptions = "listerReceptions"
    case receive = "saisirReception"
    case listCases = "listerDossiers"
    case readCase = "lireDossier"
    case readDocument = "lirePiece"
    case act = "faireActe"
    case listMails = "listerCourriels"
    case readMail = "lireCourriel"
    case sortMail = "trierCourriel"

    /// Its method and the path of its route.
    private var route: (method: HTTPRequest.Method, path: String) {
        switch self {
        case .describe: (.get, Path.apiDescription)
        case .listReceptions: (.get, Path.apiReceptions)
        case .receive: (.post, Path.apiReceptions)
        case .listCases: (.get, Path.apiCases)
        case .readCase: (.get, Path.apiCases + "/{reference}")
        case .readDocument: (.get, Path.apiCases + "/{reference}/pieces/{id}")
        case .act: (.post, Path.apiCases + "/{reference}/actes")
        case .listMails: (.get, Path.apiMails)
        case .readMail: (.get, Path.apiMails + "/{id}")
        case .sortMail: (.post, Path.apiMails + "/{id}/tri")
        }
    }

    var method: HTTPRequest.Method { route.method }
    var path: String { route.path }

    /// Who may ask for it.
    var policy: RoutePolicy {
        switch self {
        case .describe: .anybody
        case .listReceptions, .listCases, .readCase, .readDocument, .listMails, .readMail: .program(.readers)
        case .receive, .sortMail: .program(.receivers)
        case .act: .program(.namedAct)
        }
    }

    /// What it answers when it is done.
    var done: APIAnswer {
        switch self {
        case .describe: APIAnswer(200, .elsewhere)
        case .listReceptions, .listCases: APIAnswer(200, APIList.shape.schema)
        case .receive: APIAnswer(201, APIReceipt.shape.schema)
        case .readCase: APIAnswer(200, APICase.shape.schema)
        case .readDocument: APIAnswer(200, nil, types: FileKind.allCases.map(\.contentType))
        case .act: APIAnswer(200, APIOutcome.shape.schema)
        case .listMails: APIAnswer(200, APIMailList.shape.schema)
        case .readMail, .sortMail: APIAnswer(200, APIMail.shape.schema)
        }
    }

    /// Statuses that it may come to beside, each with its problem.
    var problems: [ProblemKind] {
        guard self != .describe else { return [.unreadable, .method, .host, .fault, .unavailable] }
        let always: [ProblemKind] = [
            .unreadable, .tokenMissing, .tokenRefused, .notAllowed, .method, .host, .fields, .tooMany, .fault,
            .unavailable,
        ]
        let sent: [ProblemKind] = [.scope, .tooLarge, .mediaType, .refused]
        return switch self {
        case .describe, .listReceptions, .listCases, .listMails: always
        case .receive: always + sent + [.keyMissing, .otherContent, .unknown]
        case .readCase, .readMail: always + [.unknown]
        case .readDocument: always + [.unknown, .flagged]
        case .act: always + sent + [.unknown, .changedMeanwhile, .otherLetter]
        case .sortMail: always + sent + [.unknown, .changedMeanwhile]
        }
    }

    /// What its body holds; nil where it has none.
    var body: Schema? {
        switch self {
        case .receive: .object(ReceptionFields.schema)
        case .act: .variants(by: ActFields.word, ActFields.variants)
        case .sortMail: .object(MailFields.schema)
        default: nil
        }
    }

    /// Whether documents may come with its body.
    var takesDocuments: Bool { self == .receive || self == .act }
}

/// What an operation answers when it is done.
struct APIAnswer: Sendable {
    let status: Int
    /// What its body is; nil for the bytes of a document.
    let schema: Schema?
    /// Its media types.
    let types: [String]

    init(_ status: Int, _ schema: Schema?, types: [String] = ["application/json"]) {
        self.status = status
        self.schema = schema
        self.types = types
    }
}
