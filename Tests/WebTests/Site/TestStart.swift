import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

/// A site where no organisation is yet.
struct TestStart: Sendable {
    let organisations: Organisations
    let site: Site
    let clock: TestClock
    /// The folder of signing keys.
    let keys: String
    private let database: any Database
    private let uploads: String

    /// What whoever sets up chooses.
    static let password = "tournevis marmotte galet"

    /// What they send, but for the link's token, when they have filled in what they must.
    static let typed = [
        "nom": "Ciné-Atelier", "compte_nom": "Camille Roux", "compte_courriel": "camille@cine-atelier.example",
        "mot_de_passe": password, "mot_de_passe_encore": password,
    ]

    /// Opens it for the length of `body`.
    static func open(on engine: Engine, _ body: (TestStart) async throws -> Void) async throws {
        let start = try await TestStart(engine)
        do {
            try await body(start)
        } catch {
            await start.close()
            throw error
        }
        await start.close()
    }

    private init(_ engine: Engine) async throws {
        let clock = TestClock(Instant("2026-11-23T09:00:00Z") ?? Instant(secondsSince1970: 0))
        database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Schema.migrations)
        keys = Scratch.newPath("cles")
        uploads = FileManager.default.temporaryDirectory.path + "/doleances-envois-\(UUID().uuidString)"
        let world = World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        organisations = Organisations(database: database, world: world, keys: SigningKeys(folder: keys))
        site = try TestSite.site(over: organisations, database: database, clock: clock, uploads: uploads)
        self.clock = clock
    }

    private func close() async {
        await database.close()
        for folder in [keys, uploads] { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// Where the link that `serve` prints leads.
    func link() async throws -> String {
        "/premier-demarrage/\(try #require(try await site.firstStart.newLink()).text)"
    }

    func get(_ path: String, cookie: String? = nil) async throws -> TestAnswer {
        let headers: HTTPFields = cookie.map { [.cookie: $0] } ?? [:]
        return try await run { client in
            try await client.execute(uri: path, method: .get, headers: headers) { TestAnswer($0) }
        }
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> TestAnswer {
        try await post(path, fields.map { ($0.key, $0.value) }, headers: [:])
    }

    /// Sends a form as a browser does that says this of itself.
    func post(_ path: String, _ fields: [(name: String, value: String)], headers: HTTPFields) async throws -> TestAnswer
    {
        var body = MultipartBody()
        for field in fields { body.add(field.name, field.value) }
        var sent = headers
        sent[.contentType] = "multipart/form-data; boundary=\(MultipartBody.boundary)"
        let (all, bytes) = (sent, ByteBuffer(bytes: body.closed))
        return try await run { client in
            try await client.execute(uri: path, method: .post, headers: all, body: bytes) { TestAnswer($0) }
        }
    }

    /// Sends the pages of a link with what must be typed, and what else is: to its end where `etape` says nothing else.
    func setUp(_ path: String, _ further: [String: String] = [:]) async throws -> TestAnswer {
        let token = try await get(path).hidden("jeton") ?? ""
        return try await post(path, Self.typed.merging(further) { $1 }.merging(["jeton": token]) { first, _ in first })
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        try await Application(router: Routes.router(for: site)).test(.router, body)
    }
}
