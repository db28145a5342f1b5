import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// A program that acts for somebody of the provider, by a token that they made for it.
struct Program: StaffHand {
    let register: Register
    let accounts: Accounts
    let account: Account
    let standing: TokenStanding
    let reads: Bool

    var token: String? { standing.id }
}

/// The door of the interface for programs: a token in the header, and nothing else, neither cookie nor address. What no
/// browser sends along of its own accord needs no form token (S-13).
struct APIDoor: Sendable {
    let site: Site

    /// Answers what a program asks for, if its token lets it; what it is refused is in the journal of accesses (S-62).
    ///
    /// - Throws: `Problem`; whatever nobody foresaw.
    func answer(
        _ operation: APIOperation,
        _ request: Request,
        _ visit: Visit,
        _ body: (Program) async throws -> Response
    ) async throws -> Response {
        let books = try await site.register(for: request)
        let program = try await enter(books, request, visit)
        do {
            try demand(operation, of: program)
            return try await body(program)
        } catch {
            await program.noteRefusal(error, at: Path.ofPage(request.uri.path), in: books)
            throw Problem(error) ?? error
        }
    }

    /// - Throws: `Problem` where no token is shown, or none that is good.
    private func enter(_ books: Register, _ request: Request, _ visit: Visit) async throws -> Program {
        let headers = request.headers[values: .authorization]
        guard headers.count == 1, let text = Self.bearer(headers[0]) else { throw Problem(.tokenMissing) }
        guard let token = AccessToken(text) else { throw Problem(.tokenRefused) }
        let accounts = site.accounts(books.organisation)
        switch try await accounts.enter(by: token, from: site.address(of: request, visit)) {
        case .refused: throw Problem(.tokenRefused)
        case .wait(let seconds): throw Problem(.tooMany, wait: seconds)
        case .open(let standing, let account):
            return Program(
                register: books.asSeen(by: account.officer),
                accounts: accounts.by(account.id),
                account: account,
                standing: standing,
                reads: request.method != .head
            )
        }
    }

    /// - Throws: `Problem` where the token reads only and this is no reading; `StaffDoor.Refused` for roles that open nothing
    ///   of it.
    private func demand(_ operation: APIOperation, of program: Program) throws {
        guard program.officer.mayEnter(.caseFiles) else { throw StaffDoor.Refused(isOfPart: true) }
        guard operation.method == .get || program.standing.scope == .readAndAct else { throw Problem(.scope) }
        if operation.policy == .program(.receivers), !program.officer.mayReceive { throw StaffDoor.Refused() }
    }

    /// What follows the scheme, whose name has no case (RFC 9110, 11.1).
    private static func bearer(_ header: String) -> Substring? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1]
    }
}

extension Path {
    /// The path of the page that shows the same: `/api/v1/dossiers/…` is of `/dossiers/…`.
    fileprivate static func ofPage(_ path: String) -> String { String(path.dropFirst(api.count)) }
}
