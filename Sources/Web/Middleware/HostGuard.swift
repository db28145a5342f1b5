import HTTPTypes
public import Hummingbird

/// Answers only to the site's own names (S-17): a foreign `Host` gets 421; none, two or a broken one 400. No page and
/// no mail is ever built from the header.
public struct HostGuard<Context: RequestContext>: RouterMiddleware {
    private let isOurs: @Sendable (String) async throws -> Bool

    /// - Parameter isOurs: whether a host name is one of the site's: lower case, without port or brackets.
    public init(isOurs: @escaping @Sendable (String) async throws -> Bool) { self.isOurs = isOurs }

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        // The first `Host` is the request's authority; a second one is still among the headers.
        guard let authority = request.head.authority, let host = HostName(authority), !hasSecondHost(request) else {
            throw HTTPError(.badRequest)
        }
        guard try await isOurs(host.name) else { throw HTTPError(.misdirectedRequest) }
        return try await next(request, context)
    }

    private func hasSecondHost(_ request: Request) -> Bool {
        request.headers.contains { $0.name.canonicalName == "host" }
    }
}
