import HTTPTypes
public import Hummingbird

/// Answers 405, with the methods that would do, where a path exists for others (S-10). Hummingbird itself says 404.
///
/// TRACE and CONNECT are refused everywhere. Stands within `ErrorPages`, which gives the refusal its page.
public struct MethodsAllowed<Context: RequestContext>: RouterMiddleware {
    private let routes: RouteTable

    /// - Parameter routes: the site's routes; filled once they are declared, which is after the middleware.
    public init(_ routes: RouteTable) { self.routes = routes }

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method == .trace || request.method == .connect { throw refusal(of: request) }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            // A handler that found no such case says the same status: its method is among the path's, or there is none.
            let methods = routes.methods(at: request.uri.path)
            guard !methods.isEmpty, !methods.contains(request.method) else { throw error }
            throw refusal(of: request)
        }
    }

    private func refusal(of request: Request) -> HTTPError {
        let allowed = routes.methods(at: request.uri.path).map(\.rawValue).sorted().joined(separator: ", ")
        return HTTPError(.methodNotAllowed, headers: [.allow: allowed])
    }
}
