import Hummingbird
import Web

/// The site, asked at a host: the test client only knows its own.
struct HostResponder: HTTPResponder {
    let responder: RouterResponder<Visit>
    let host: String

    func respond(to request: Request, context: Visit) async throws -> Response {
        var head = request.head
        head.authority = host
        return try await responder.respond(to: Request(head: head, body: request.body), context: context)
    }
}
