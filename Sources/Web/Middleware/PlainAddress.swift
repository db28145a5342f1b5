import HTTPTypes
public import Hummingbird

/// Refuses an address with U+0000 in it, written `%00`: nobody types it, no text that is kept may have it, and one of the
/// engines takes it for an error (S-25).
public struct PlainAddress<Context: RequestContext>: RouterMiddleware {
    public init() {}

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard !request.uri.string.utf8.percentDecoded().contains(0) else { throw HTTPError(.badRequest) }
        return try await next(request, context)
    }
}
