import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry

/// The pages that anybody may read.
struct Lobby: Sendable {
    let site: Site

    /// `GET /`.
    func home(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let procedure = try await register.currentProcedure()
        return site.page(HomePage(procedure: procedure, today: site.today, press: site.press))
    }

    /// `GET /sante`: whether the server and its database answer now, for whoever watches over them. Nothing that was read
    /// before counts.
    func health(_ request: Request, _: Visit) async throws -> Response {
        _ = try await site.registers.all(fresh: true)
        guard site.room.takesWords else { throw HTTPError(.serviceUnavailable) }
        return site.text("ok\n")
    }

    /// `GET /registre/point-de-controle`: the signed head of the log, for anybody to keep.
    func checkpoint(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        return site.text(try await register.checkpoint().note)
    }

    /// `GET /ressources/{nom}`: a style sheet, under a name that changes with its content, kept for ever.
    func asset(_ request: Request, _ visit: Visit) async throws -> Response {
        try Response.asset(visit.parameters.get("nom"))
    }
}

extension Response {
    /// A style sheet or the icon, by the last part of its path. - Throws: 404.
    static func asset(_ name: String?) throws -> Response {
        guard let file = name.flatMap({ Assets.file($0) }) else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: ByteBuffer(string: file.body))
        )
    }
}
