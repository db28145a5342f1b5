import HTTPTypes
public import Hummingbird

/// Answers HEAD with the headers that GET would have, and nothing after them (RFC 9110, 9.3.2): on a connection that is
/// kept, any body would be taken for the next answer. Refusals have pages, so this stands outside all that make one; that
/// HEAD finds the routes of GET is the router's option.
public struct HeadAnswers<Context: RequestContext>: RouterMiddleware {
    public init() {}

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
