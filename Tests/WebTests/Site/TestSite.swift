import Complaints
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mail
import OpenID
import Pages
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry
@testable import Web

/// The whole site, its real router over books of its own, with an officer of whatever roles a test needs.
struct TestSite: Sendable {
    let books: TestBooks
    let site: Site
    let log = LogLines()
    let disk = TestDisk()
    private let folder: String
    /// Made once, as a server has it.
    private let responder: RouterResponder<Visit>

    /// What every officer of a test signs in with.
    static let password = "cheval agrafe pile correcte"

    /// Opens a site for the length of `body`.
    ///
    /// - Parameter writesLetters: whether its letters have the words of the real ones, or one line.
    static func open(
        on engine: Engine = .sqlite,
        hosts: SiteHosts? = nil,
        origin: String = "http://localhost",
        hasRelay: Bool = false,
        writesLetters: Bool = false,
        needsSecondFactor: Bool = false,
        provider: IdentityProvider? = nil,
        mailboxes: Set<String> = [],
        _ body: (TestSite) async throws -> Void
    ) async throws {
        let site = try await TestSite(
            engine,
            hosts,
            origin,
            hasRelay,
            writesLetters,
            needsSecondFactor,
            provider,
            mailboxes
        )
        do {
            try await body(site)
        } catch {
            await site.close()
            throw error
        }
        await site.close()
    }

    private init(
        _ engine: Engine,
        _ hosts: SiteHosts?,
        _ origin: String,
        _ hasRelay: Bool,
        _ writesLetters: Bool,
        _ needsSecondFactor: Bool,
        _ provider: IdentityProvider?,
        _ mailboxes: Set<String>
    ) async throws {
        books = try await TestBooks(engine, needsSecondFactor: needsSecondFactor)
        folder = FileManager.default.temporaryDirectory.path + "/doleances-envois-\(UUID().uuidString)"
        let press = try Press()
        let sender = try #require(EmailAddress("reclamations@cine-atelier.example"))
        let writer = LetterWriter(press: press, sender: sender, publicAddress: origin)
        site = try Self.site(
            over: books.organisations,
            database: books.database,
            clock: books.clock,
            uploads: folder,
            disk: disk,
            hosts: hosts,
            origin: origin,
            hasRelay: hasRelay,
            provider: provider,
            mailboxes: mailboxes,
            compose: writesLetters ? writer.compose : Self.compose
        )
        responder = Routes.router(for: site).buildResponder()
    }

    /// The site over some books.
    ///
    /// - Parameters:
    ///   - uploads: the folder where they wait.
    ///   - disk: the one that it is on.
    static func site(
        over organisations: Organisations,
        database: any Database,
        clock: TestClock,
        uploads folder: String,
        disk: TestDisk = TestDisk(),
        hosts: SiteHosts? = nil,
        origin: String = "http://localhost",
        hasRelay: Bool = false,
        provider: IdentityProvider? = nil,
        mailboxes: Set<String> = [],
        compose: @escaping LetterComposer = Self.compose
    ) throws -> Site {
        let random: @Sendable (Int) -> [UInt8] = { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
        let world = World(now: { clock.now }, bytes: random)
        let spool = Spool(folder: folder, random: random)
        try spool.prepare()
        let hasher = PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        let room = Room { disk.free }
        return Site(
            registers: RegisterDirectory(organisations: organisations) { _ in compose },
            accounts: { Accounts(of: $0.id, database: database, world: world, hasher: hasher) },
            firstStart: FirstStart(organisations: organisations, hasher: hasher),
            press: try Press(),
            world: world,
            formKey: SymmetricKey(size: .bits256),
            forms: FormReader(spool: spool, room: room),
            origin: try #require(SiteOrigin(origin)),
            hosts: hosts,
            room: room,
            hasRelay: hasRelay,
            mailboxes: mailboxes,
            provider: provider
        )
    }

    private func close() async {
        await books.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Takes the folder where uploads wait away, or gives it back: as a disk that takes nothing any more.
    func spool(isThere: Bool) throws {
        try FileManager.default.removeItem(atPath: folder)
        if isThere {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } else {
            try Data().write(to: URL(fileURLWithPath: folder))
        }
    }

    /// Sends requests to the router, to a host of that name.
    func run<Value: Sendable>(
        at host: String = "localhost",
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        let responder = HostResponder(responder: responder, host: host)
        return try await Application(responder: responder, logger: log.logger).test(.router, body)
    }

    /// Sends one request: without fields it asks, with fields it sends a form.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [(name: String, value: String)]? = nil,
        cookie: String = "",
        at host: String = "localhost"
    ) async throws -> TestAnswer {
        var headers: HTTPFields = cookie.isEmpty ? [:] : [.cookie: cookie]
        var body = MultipartBody()
        for field in fields ?? [] { body.add(field.name, field.value) }
        if fields != nil { headers[.contentType] = "multipart/form-data; boundary=\(MultipartBody.boundary)" }
        let (sent, bytes) = (headers, fields == nil ? nil : ByteBuffer(bytes: body.closed))
        return try await run(at: host) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: bytes) { TestAnswer($0) }
        }
    }

    /// An officer with a password, of the books' own organisation or of another's register.
    func hire(
        _ roles: Set<Role>,
        email: String = "ines@cine-atelier.example",
        in register: Register? = nil
    ) async throws -> Account {
        let accounts = site.accounts(register?.organisation ?? books.organisation)
        let account = try await accounts.add(
            email: email,
            name: "Inès Moreau",
            roles: Set(roles.map(\.rawValue)),
            expiresOn: roles.contains(.auditor) ? books.clock.now.civilDate.adding(days: 30) : nil
        )
        return try await accounts.change(account.id, AccountChange(password: Self.password)) ?? account
    }

    /// An officer at their desk.
    func desk(_ roles: Set<Role>, email: String = "ines@cine-atelier.example") async throws -> TestDesk {
        let account = try await hire(roles, email: email)
        return TestDesk(site: self, account: account, session: try await session(of: account))
    }

    /// A fresh session.
    func session(of account: Account) async throws -> StaffToken {
        try await site.accounts(books.organisation).begin(for: account)
    }

    @Sendable static func compose(_ request: LetterRequest) -> ComposedLetter {
        let recipient = request.caseFile.email
        let text = "Lettre \(request.kind.rawValue)"
        return ComposedLetter(recipient: recipient, subject: text, text: text, message: recipient == nil ? [] : [10])
    }
}

/// A disk with as much left on it as a test needs; nil where nobody can tell.
final class TestDisk: Sendable {
    private let left = Mutex<Int64?>(nil)

    var free: Int64? {
        get { left.withLock { $0 } }
        set { left.withLock { $0 = newValue } }
    }
}

/// Somebody signed in, with the cookie and the token that their pages hold.
struct TestDesk: Sendable {
    let site: TestSite
    let account: Account
    let session: StaffToken

    /// Asks for a page.
    func get(_ path: String, method: HTTPRequest.Method = .get) async throws -> TestAnswer {
        let headers = headers
        return try await site.run { client in
            try await client.execute(uri: path, method: method, headers: headers) { TestAnswer($0) }
        }
    }

    /// Sends a form; its token is this session's, and it is made from the case file or the account of now, unless others
    /// are given.
    func post(
        _ path: String,
        _ fields: [String: String],
        files: [(name: String, content: [UInt8])] = [],
        token: String? = nil
    ) async throws -> TestAnswer {
        var body = MultipartBody()
        body.add("jeton", token ?? self.token)
        if fields["version"] == nil, let version = try await version(of: path) { body.add("version", version) }
        if fields["nom_vu"] == nil { for (name, value) in try await shown(at: path) { body.add(name, value) } }
        for (name, value) in fields { body.add(name, value) }
        for file in files { body.add("piece_jointe", filename: file.name, file.content) }
        return try await site.post(path, body.closed, headers: headers)
    }

    /// The version that the page of a case file holds; nil for the address of anything else.
    private func version(of path: String) async throws -> String? {
        let (parts, register) = (path.split(separator: "/").map(String.init), site.books.register)
        guard parts.count == 3, "/\(parts[0])" == Path.cases, let id = try await register.find(parts[1]) else {
            return nil
        }
        return String(try await register.caseFile(id).version)
    }

    /// What the form that sets an account is made from; nothing for the address of anything else.
    private func shown(at path: String) async throws -> [(name: String, value: String)] {
        let parts = path.dropFirst(Path.accounts.count + 1).split(separator: "/")
        let accounts = site.site.accounts(site.books.organisation)
        guard path.hasPrefix(Path.accounts), parts.last == "reglage",
            let account = try await accounts.find(id: String(parts[0]))
        else { return [] }
        let roles = account.roles.sorted().joined(separator: ",")
        return [("nom_vu", account.name), ("roles_vus", roles), ("echeance_vue", account.expiresOn?.description ?? "")]
    }

    /// The token that this desk's forms send.
    var token: String {
        FormToken(random: site.site.world.bytes(16), at: site.site.seconds)
            .sealed(for: StaffDoor.purpose, binding: session.digest, with: site.site.formKey)
    }

    /// What their browser sends with every request.
    var headers: HTTPFields { [.cookie: "session=\(session.text)"] }
}

extension TestSite {
    /// Sends a form as nobody in particular.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> TestAnswer {
        var body = MultipartBody()
        for (name, value) in fields { body.add(name, value) }
        return try await post(path, body.closed, headers: [:])
    }

    /// Sends a multipart body, whole or not.
    func post(_ path: String, _ body: [UInt8], headers: HTTPFields) async throws -> TestAnswer {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(MultipartBody.boundary)"
        let (sent, bytes) = (headers, ByteBuffer(bytes: body))
        return try await run { client in
            try await client.execute(uri: path, method: .post, headers: sent, body: bytes) { TestAnswer($0) }
        }
    }
}
