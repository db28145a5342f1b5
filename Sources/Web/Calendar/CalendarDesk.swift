import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry

/// Where somebody's calendar reads the due dates that they may see, by a secret address (docs/decisions/0036): no cookie, no
/// form, and nothing but numbers, kinds of date and days.
struct CalendarDesk: Sendable {
    let site: Site

    /// What an address ends with.
    private static let ending = ".ics"

    /// `GET /calendrier/{agenda}`.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let books = try await site.register(for: request)
        let named = visit.parameters.get("agenda") ?? ""
        guard named.hasSuffix(Self.ending), let secret = StaffToken(String(named.dropLast(Self.ending.count))) else {
            return gone
        }
        let accounts = site.accounts(books.organisation)
        switch try await accounts.enter(byCalendar: secret, from: site.address(of: request, visit)) {
        case .wait(let seconds): throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(seconds)])
        case .refused: return gone
        case .open(let account):
            guard account.officer.readsCaseFiles else { return gone }
            return try await feed(of: account, books)
        }
    }

    private func feed(of account: Account, _ books: Register) async throws -> Response {
        let procedure = try await books.currentProcedure()
        let feed = CalendarFeed(
            try await books.asSeen(by: account.officer).watchedCases(),
            procedure.completionWait,
            address: site.publicAddress(of: books.organisation),
            provider: procedure.provider.name,
            now: site.world.now(),
            press: site.press
        )
        return Response(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: feed.text))
        )
    }

    /// The same for whatever opens nothing: nobody learns why.
    private var gone: Response {
        let words = site.press.words("export.agenda.gone") + "\n"
        var response = site.text(words)
        response.status = .gone
        return response
    }
}
