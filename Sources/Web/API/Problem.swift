import Complaints
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Pages
import Registry

/// Why a program's request is not done: thrown, and told as RFC 9457 has it.
struct Problem: Error {
    let kind: ProblemKind
    /// Everything that is wrong, where it is known.
    var faults: [ProblemFault] = []
    /// Seconds to wait before it is tried again.
    var wait: Int?

    init(_ kind: ProblemKind, _ faults: [ProblemFault] = [], wait: Int? = nil) {
        self.kind = kind
        self.faults = faults
        self.wait = wait
    }

    /// Its status with the headers that belong to it; of a token that is missing or refused, the scheme that would do.
    var error: HTTPError {
        var headers: HTTPFields = [:]
        switch kind {
        case .tokenMissing: headers[.wwwAuthenticate] = #"Bearer realm="doleances""#
        case .tokenRefused: headers[.wwwAuthenticate] = #"Bearer realm="doleances", error="invalid_token""#
        case .scope: headers[.wwwAuthenticate] = #"Bearer realm="doleances", error="insufficient_scope""#
        case .mediaType: headers[.accept] = "application/json, multipart/form-data"
        case .unavailable: headers[.retryAfter] = "30"
        default: break
        }
        if let wait { headers[.retryAfter] = String(wait) }
        return HTTPError(.init(code: kind.status), headers: headers)
    }
}

extension Problem {
    /// What an error of a desk's or of the books' is to a program; nil for one that nobody foresaw. A case that is open to
    /// others is none.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case Register.Failure.unknown, Register.Failure.restricted: self.init(.unknown)
        case Register.Failure.changedMeanwhile: self.init(.changedMeanwhile)
        case Register.Failure.otherLetter: self.init(.otherLetter)
        case Register.Failure.differentSubmission: self.init(.otherContent)
        case is StaffDoor.Refused: self.init(.notAllowed)
        case let rejection as FormRejection: self.init(rejection)
        case let error as HTTPError where error.status == .notFound: self.init(.unknown)
        default: return nil
        }
    }

    private init(_ rejection: FormRejection) {
        switch rejection.status {
        case .unsupportedMediaType: self.init(.mediaType)
        case .contentTooLarge: self.init(.tooLarge)
        default: self.init(.unreadable)
        }
    }

    /// That of an act, or of an entry, that was not done.
    ///
    /// - Parameter faults: what is wrong with it, as its page would say it.
    init?(_ error: any Error, _ logger: Logger, _ faults: (ActDraft.Trouble) -> [ProblemFault]) {
        if let known = Problem(error) {
            self = known
            return
        }
        guard let failure = ActFailure(error, logger) else { return nil }
        switch failure.trouble {
        case .refused: self.init(.refused, faults(failure.trouble))
        case .unreadable where failure.status == .serviceUnavailable: self.init(.unavailable)
        case .unreadable: self.init(.fields, faults(failure.trouble))
        default: self.init(.unavailable)
        }
    }
}

/// A problem as it is sent.
struct ProblemReport: Sendable {
    let problem: Problem
    /// What an operator finds in the log, where somebody must see to it.
    let reference: String?
    /// What the address of its type begins with.
    let page: String
    let press: Press

    static let shape = Shape<ProblemReport>(
        "Probleme",
        [
            .string("type") { "\($0.page)#\($0.code)" }, .string("title") { $0.press.title(of: $0.problem.kind) },
            .whole("status") { $0.problem.kind.status }, .string("detail") { $0.detail },
            .string("code") { $0.code }, .maybe("champ") { $0.problem.faults.first?.field },
            .perhaps("erreurs", .list(faultShape.schema)) { report in
                let faults = report.problem.faults
                return faults.isEmpty ? nil : .list(faults.map { faultShape.json(report.told($0)) })
            }, .maybe("reference") { $0.reference },
        ]
    )

    private static let faultShape = Shape<ProblemFault>(
        "Erreur",
        [.maybe("champ") { $0.field }, .string("code") { $0.code }, .string("detail") { $0.words ?? "" }]
    )

    /// The code of the rules' refusal, where that is what it is.
    private var code: String {
        problem.kind == .refused ? problem.faults.first?.code ?? problem.kind.rawValue : problem.kind.rawValue
    }

    private var detail: String {
        guard !problem.faults.isEmpty else { return press.detail(of: problem.kind) }
        return problem.faults.map { press.words($0) }.joined(separator: " ")
    }

    private func told(_ fault: ProblemFault) -> ProblemFault {
        ProblemFault(field: fault.field, code: fault.code, words: press.words(fault))
    }
}

extension Site {
    /// A problem as a response.
    ///
    /// - Parameter request: whose host the address of the problem's type is at.
    func problem(_ problem: Problem, _ reference: String? = nil, _ request: Request) async -> Response {
        let organisation = try? await register(for: request).organisation
        let base = organisation.map(publicAddress) ?? origin.url
        let report = ProblemReport(problem: problem, reference: reference, page: base + Path.problems, press: press)
        let status = problem.error
        var response = json(ProblemReport.shape.json(report), status: status.status)
        response.headers[.contentType] = "application/problem+json"
        for field in status.headers { response.headers[field.name] = field.value }
        return response
    }

    /// A JSON value as a response.
    func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: value.bytes))
        )
    }
}
