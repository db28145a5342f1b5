public import HTTPTypes
public import Hummingbird
import Logging
import NIOHTTP1
import Registry

/// What a visitor is told when something went wrong.
public struct Fault: Sendable {
    /// The status to answer with.
    public let status: HTTPResponse.Status
    /// Headers that belong to the status, such as `Allow` or `Retry-After`.
    public let headers: HTTPFields
    /// What a visitor quotes and an operator finds in the log; only where somebody must see to the error.
    public let reference: String?
    /// What was thrown: pages differ by it, and none shows it.
    public let cause: any Error
}

/// Turns errors into pages, in one place. An error that nobody foresaw is 500 with a reference: the log has its type
/// beside the same reference, and neither the page nor the log has its contents (S-10, S-26).
public struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    private let random: @Sendable (Int) -> [UInt8]
    private let translate: @Sendable (any Error) -> HTTPError?
    private let render: @Sendable (Fault, Request, Context) async throws -> Response

    /// - Parameters:
    ///   - random: as many bytes of chance as asked for.
    ///   - translate: the status of an error that the site knows and Hummingbird does not, such as a database that is
    ///     away; `nil` for any other.
    ///   - render: the page of a fault. Its status, unless it leads elsewhere, and its headers are set here.
    public init(
        random: @escaping @Sendable (Int) -> [UInt8],
        translate: @escaping @Sendable (any Error) -> HTTPError? = { _ in nil },
        render: @escaping @Sendable (Fault, Request, Context) async throws -> Response
    ) {
        self.random = random
        self.translate = translate
        self.render = render
    }

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // The bytes are no HTTP any more: the connection itself answers 400 and closes (S-15).
            throw error
        } catch {
            return await page(fault(error, context), request, context)
        }
    }

    private func fault(_ error: any Error, _ context: Context) -> Fault {
        if let known = translate(error) ?? error as? HTTPError {
            let reference = (error as? OutOfOrder)?.reference
            return Fault(status: known.status, headers: known.headers, reference: reference, cause: error)
        }
        if let known = error as? any HTTPResponseError {
            return Fault(status: known.status, headers: [:], reference: nil, cause: error)
        }
        let reference = Crockford.encode(random(5))
        context.logger.error("unforeseen error", metadata: ["error": .kind(of: error), "reference": "\(reference)"])
        return Fault(status: .internalServerError, headers: [:], reference: reference, cause: error)
    }

    /// The page, or the bare status where the page itself fails.
    private func page(_ fault: Fault, _ request: Request, _ context: Context) async -> Response {
        var response: Response
        do {
            response = try await render(fault, request, context)
        } catch {
            context.logger.error("error page failed", metadata: ["error": .kind(of: error)])
            let text = [String(fault.status.code), fault.reference].compactMap(\.self).joined(separator: " ")
            response = Response(
                status: fault.status,
                headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            )
        }
        // A visitor who is led elsewhere is led there: browsers follow no `Location` but that of a redirection.
        if response.status.kind != .redirection { response.status = fault.status }
        for field in fault.headers { response.headers[field.name] = field.value }
        return response
    }
}
