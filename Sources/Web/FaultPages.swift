import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry
import Storage

/// What errors become on the page.
struct FaultPages: Sendable {
    let site: Site

    /// The status of an error that the site knows (S-10); nil for one that nobody foresaw.
    func translate(_ error: any Error) -> HTTPError? {
        switch error {
        case StorageError.unavailable, StorageError.full, StorageError.timedOut, StorageError.outcomeUnknown:
            HTTPError(.serviceUnavailable, headers: [.retryAfter: "30"])
        case Register.Failure.unknown: HTTPError(.notFound)
        case Register.Failure.restricted, is StaffDoor.Refused: HTTPError(.forbidden)
        case Register.Failure.changedMeanwhile, Register.Failure.differentSubmission: HTTPError(.conflict)
        // The visitor has gone, or the server is stopping: nobody's mistake.
        case is CancellationError: HTTPError(.serviceUnavailable, headers: [.retryAfter: "30"])
        case is NoOrganisation: HTTPError(.serviceUnavailable)
        case is OutOfOrder: HTTPError(.serviceUnavailable, headers: [.retryAfter: "300"])
        case is StaffDoor.Closed, is AccountChanged: HTTPError(.unauthorized)
        case let form as StaffDoor.Unaccepted: HTTPError(form.status)
        case let problem as Problem: problem.error
        // What we would take (RFC 9110, 15.5.16).
        case let form as FormRejection where form.reason == .encoded:
            HTTPError(form.status, headers: [.acceptEncoding: "identity"])
        default: nil
        }
    }

    /// The page of a fault; the way to the sign-in for somebody whose session is over.
    func render(_ fault: Fault, _ request: Request, _: Visit) async throws -> Response {
        if Path.isOfAPI(request.uri.path) {
            let problem = fault.cause as? Problem ?? Problem(ProblemKind(status: fault.status.code))
            return await site.problem(problem, fault.reference, request)
        }
        if fault.status == .unauthorized {
            // What is typed about accounts is passwords and codes, or about people: none of it is carried anywhere.
            if isOfOwnAccount(request) { return .redirect(to: Path.signIn(then: Path.account)) }
            if isOfAccounts(request) { return .redirect(to: Path.signIn(then: Path.accounts)) }
            guard request.method == .post else { return signIn(request) }
            return try await SignInDesk(site: site).resume(request)
        }
        if fault.status == .serviceUnavailable, try await isEmpty() {
            let site = site.speaking(to: request)
            return site.page(NoOrganisationPage(press: site.press), status: fault.status)
        }
        // Asked only then: where the books do not answer, nobody waits for them a second time.
        if fault.status.kind == .clientError, let visitor = try? await StaffDoor(site: site).visitor(request) {
            await note(fault.cause, request, visitor)
            // The public form has the public's pages, whoever is at it.
            if !request.uri.path.hasPrefix(Path.complaint) { return page(of: fault, for: visitor) }
        }
        let site = site.speaking(to: request)
        let page = ErrorPage(
            status: fault.status.code,
            reference: fault.reference,
            provider: try? await site.register(for: request).currentProcedure().provider,
            press: site.press
        )
        return site.page(page, status: fault.status)
    }

    /// Somebody signed in keeps their own pages around them. Where a whole part of the site is closed to roles that open no
    /// case file either, they are told why.
    private func page(of fault: Fault, for visitor: StaffVisitor) -> Response {
        let signedIn = StaffDoor(site: site).reader(visitor)
        if let refused = fault.cause as? StaffDoor.Refused, refused.isOfPart, !visitor.officer.mayEnter(.caseFiles) {
            return site.page(ReservedPage(signedIn: signedIn, press: site.press), status: fault.status)
        }
        return site.page(
            StaffErrorPage(status: fault.status.code, signedIn: signedIn, press: site.press),
            status: fault.status
        )
    }

    private func note(_ cause: any Error, _ request: Request, _ visitor: StaffVisitor) async {
        guard let books = try? await site.register(for: request) else { return }
        await visitor.noteRefusal(cause, at: request.uri.path, in: books)
    }

    private func isOfOwnAccount(_ request: Request) -> Bool {
        request.uri.path == Path.account || request.uri.path.hasPrefix(Path.account + "/")
    }

    private func isOfAccounts(_ request: Request) -> Bool {
        request.uri.path == Path.accounts || request.uri.path.hasPrefix(Path.accounts + "/")
    }

    private func signIn(_ request: Request) -> Response {
        let target = request.uri.string.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? ""
        var response = Response(status: .seeOther)
        response.headers[.location] = "\(Path.signIn)?suite=\(target)"
        return response
    }

    /// What stands for itself within a value of a query: `&`, `+`, `%` and `#` do not.
    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
    )

    private func isEmpty() async throws -> Bool { (try? await site.registers.isEmpty()) ?? false }
}
