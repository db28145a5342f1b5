import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Web

/// Log lines, kept to be looked at.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = self.metadata.merging(event.metadata ?? [:]) { $1 }
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let line = "\(event.level) \(event.message) \(pairs.joined(separator: " "))"
            lines.lines.withLock { $0.append(line) }
        }
    }
}

/// An error that nobody foresaw, with a secret in it.
struct Unforeseen: Error, CustomStringConvertible {
    var description: String { "canary-4f1d" }
}

/// Makes a request one to the host that `X-Test-Host` names: the test client only knows its own.
private struct AsHost: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Visit,
        next: @concurrent (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var head = request.head
        if let name = HTTPField.Name("X-Test-Host"), let host = head.headerFields[name] { head.authority = host }
        return try await next(Request(head: head, body: request.body), context)
    }
}

/// The whole stack of middleware over a few routes.
struct TestCounter {
    let log = LogLines()
    var isSecure = true
    var pageFails = false

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        try await Application(router: try router(), logger: log.logger).test(.router, body)
    }

    private func router() throws -> Router<Visit> {
        let pageFails = pageFails
        let routes = RouteTable()
        let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
        let isOurs: @Sendable (String) -> Bool = { ["localhost", "reclamations.exemple.fr"].contains($0) }
        router.add(middleware: RequestLog())
        router.add(middleware: SecurityHeaders(isSecure: isSecure))
        router.add(
            middleware: ErrorPages(
                random: { Array(repeating: 0x5A, count: $0) },
                translate: {
                    $0 is CancellationError ? HTTPError(.serviceUnavailable, headers: [.retryAfter: "5"]) : nil
                },
                render: { fault, _, _ in
                    if pageFails { throw Unforeseen() }
                    let text = "\(fault.status.code) réf. \(fault.reference ?? "aucune")"
                    return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
                }
            )
        )
        router.add(middleware: AsHost())
        router.add(middleware: HostGuard(isOurs: isOurs))
        router.add(middleware: MethodsAllowed(routes))
        router.add(
            middleware: CrossSiteGuard(
                origin: try #require(SiteOrigin(isSecure ? "https://reclamations.exemple.fr" : "http://localhost")),
                isOurs: isOurs,
                acceptsOpaque: { $0 == "/reclamation" }
            )
        )
        declareRoutes(on: router)
        routes.fill(from: router.routes)
        return router
    }

    private func declareRoutes(on router: Router<Visit>) {
        router.get("reclamation") { _, _ in "formulaire" }
        router.post("reclamation") { _, _ in HTTPResponse.Status.seeOther }
        router.post("connexion") { _, _ in HTTPResponse.Status.seeOther }
        router.get("dossiers/:numero") { _, context in
            guard try context.parameters.require("numero") != "inconnu" else { throw HTTPError(.notFound) }
            return "dossier"
        }
        router.get("dossiers/liste") { _, _ in "liste" }
        router.post("lettres/liste") { _, _ in HTTPResponse.Status.seeOther }
        router.get("lettres/:numero") { _, _ in "lettre" }
        router.get("fichier") { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentSecurityPolicy: SecurityHeaders<Visit>.sandbox, .cacheControl: "private, no-store",
                    .server: "x",
                ]
            )
        }
        router.get("panne") { _, _ -> String in throw Unforeseen() }
        router.get("attente") { _, _ -> String in throw CancellationError() }
        router.get("trop") { _, _ -> String in throw FormRejection(reason: .tooLarge, read: FormData()) }
    }
}
