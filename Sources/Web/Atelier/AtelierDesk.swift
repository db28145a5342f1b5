import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Shows what is made of samples, and keeps nothing.
struct AtelierDesk: Sendable {
    let atelier: Atelier

    /// What a mail may load where readers of mail show it: its own style, and nothing from anywhere.
    private static let mailPolicy = "default-src 'none'; style-src 'unsafe-inline'"

    /// `GET /`.
    func index(_: Request, _: Visit) async throws -> Response { .html(atelier.index()) }

    /// `GET /atelier/{rayon}/{nom}`.
    func work(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let shelf = visit.parameters.get("rayon").flatMap(Atelier.Shelf.init),
            let name = visit.parameters.get("nom"), let text = atelier.html(name, on: shelf)
        else { return try await lost(request, visit) }
        var response = Response.html(text, hasScript: atelier.hasScript(name, on: shelf))
        if shelf.isMail { response.headers[.contentSecurityPolicy] = Self.mailPolicy }
        return response
    }

    /// `GET /pieces/{id}`: a dot, for every picture of a sample.
    func picture(_: Request, _: Visit) async throws -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "image/png"],
            body: .init(byteBuffer: ByteBuffer(bytes: Self.dot))
        )
    }

    private static let dot =
        Data(
            base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ) ?? Data()

    /// Any other address, which is of the site itself.
    func lost(_: Request, _: Visit) async throws -> Response { .html(atelier.index(isLost: true), status: .notFound) }
}
