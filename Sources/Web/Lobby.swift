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
        try Response.asset(visit.parameters.get("nom"), for: request)
    }
}

extension Response {
    /// A style sheet, a script or the icon, by the last part of its path, compressed for whoever takes that. Pages never
    /// are: beside what a visitor chooses, their length would tell of the secrets in them (BREACH). - Throws: 404.
    static func asset(_ name: String?, for request: Request) throws -> Response {
        guard let name, let file = Assets.file(name) else { throw HTTPError(.notFound) }
        var headers: HTTPFields = [
            .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
        ]
        guard Gzip.isTaken(by: request.headers[values: .acceptEncoding]), let packed = Gzip.assets[name] else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: file.body)))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: packed)))
    }
}
