public import Hummingbird
import Logging
import NIOHTTP1

/// One line for each request: method, route, status, milliseconds. Never a path as sent, a query, a header or a body:
/// they hold names, numbers and secrets (S-26, S-46).
public struct RequestLog<Context: RequestContext>: RouterMiddleware {
    public init() {}

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        do {
            let response = try await next(request, context)
            log(request, context, status: response.status.code, since: start)
            return response
        } catch {
            // A body that broke off is the visitor's affair; the connection answers 400 itself where it still can.
            let status = error is HTTPParserError ? 400 : (error as? any HTTPResponseError)?.status.code ?? 500
            log(request, context, status: status, since: start)
            throw error
        }
    }

    private func log(_ request: Request, _ context: Context, status: Int, since start: ContinuousClock.Instant) {
        let elapsed = (ContinuousClock.now - start).components
        let microseconds = elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000
        let milliseconds = "\(microseconds / 1000).\(String(microseconds % 1000 + 1000).dropFirst())"
        context.logger.info(
            "request",
            metadata: [
                "method": "\(Self.known.contains(request.method) ? request.method.rawValue : "other")",
                "route": "\(context.endpointPath ?? "none")",
                "status": "\(status)",
                "ms": "\(milliseconds)",
            ]
        )
    }

    /// A method is any token a client likes: only these are written as sent.
    private static var known: [HTTPRequest.Method] { [.get, .head, .post, .put, .patch, .delete, .options, .trace] }
}
