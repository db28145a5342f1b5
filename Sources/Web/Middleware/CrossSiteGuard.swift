import HTTPTypes
public import Hummingbird

/// Refuses what other sites make a browser send (S-13): the first lock. The second is the form's token, which decides
/// where a client says nothing about where it comes from.
public struct CrossSiteGuard<Context: RequestContext>: RouterMiddleware {
    private let origin: SiteOrigin
    private let isOurs: @Sendable (String) async throws -> Bool
    private let acceptsOpaque: @Sendable (String) -> Bool

    /// - Parameters:
    ///   - origin: the base URL's.
    ///   - isOurs: whether a host name is one of the site's: as for `HostGuard`.
    ///   - acceptsOpaque: the paths where `Origin: null` may pass without `Sec-Fetch-Site`. Under `no-referrer`
    ///     browsers write `null` even to their own site. Those of before 2023 say nothing else: the public form, which has
    ///     no session to abuse, must not turn such a person away. Nor does any browser say more over plain HTTP, but to
    ///     its own machine: there every form must do with its token.
    public init(
        origin: SiteOrigin,
        isOurs: @escaping @Sendable (String) async throws -> Bool,
        acceptsOpaque: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.origin = origin
        self.isOurs = isOurs
        self.acceptsOpaque = acceptsOpaque
    }

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        if !isSafe(request.method) {
            guard try await comesFromUs(request) else { throw HTTPError(.forbidden) }
        }
        return try await next(request, context)
    }

    private func isSafe(_ method: HTTPRequest.Method) -> Bool { method == .get || method == .head }

    /// What a browser says of the page that sent the form: `Sec-Fetch-Site`, else `Origin`, else `Referer`; a header
    /// written twice says nothing that can be believed. Silence is not held against anybody: the token decides.
    private func comesFromUs(_ request: Request) async throws -> Bool {
        let sites = request.headers[values: .fetchSite]
        let origins = request.headers[values: .origin]
        let pages = request.headers[values: .referer]
        guard sites.count <= 1, origins.count <= 1, pages.count <= 1 else { return false }
        // `none` is the person's own doing: a bookmark, the address bar, a reload.
        if let site = sites.first, site != "same-origin", site != "none" { return false }
        if let sent = origins.first, sent != "null" { return try await isOrigin(sent, of: request) }
        let isOpaque = !origins.isEmpty
        guard sites.isEmpty else { return !isOpaque || sites.first == "same-origin" }
        if isOpaque, !acceptsOpaque(request.uri.path) { return false }
        guard let page = pages.first else { return true }
        return try await isOrigin(page, of: request)
    }

    private func isOrigin(_ url: String, of request: Request) async throws -> Bool {
        guard let sender = SiteOrigin(url) else { return false }
        if sender == origin { return true }
        return try await hostOrigin(request) == sender
    }

    /// The origin of the request itself, where it was sent to one of our names.
    private func hostOrigin(_ request: Request) async throws -> SiteOrigin? {
        guard let authority = request.head.authority,
            let host = SiteOrigin(isSecure: origin.isSecure, authority: authority), try await isOurs(host.host)
        else { return nil }
        return host
    }
}

extension HTTPField.Name {
    /// Where a request comes from, as the browser saw it (Fetch Metadata).
    fileprivate static var fetchSite: HTTPField.Name { fetchSiteName }
}

private let fetchSiteName: HTTPField.Name = {
    guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("A token is a field name.") }
    return name
}()
