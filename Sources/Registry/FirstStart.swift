import Complaints
import Storage

/// Whoever sets an installation up, and is the first to sign in.
public struct Founder: Sendable {
    public let email: String
    /// As shown.
    public let name: String
    /// The raw values of the roles.
    public let roles: Set<String>
    /// One that `PasswordRules` has accepted.
    let password: String

    public init(email: String, name: String, roles: Set<String>, password: String) {
        self.email = email
        self.name = name
        self.roles = roles
        self.password = password
    }
}

/// The set-up of an installation that has no organisation yet, behind a link that whoever started the server reads
/// there (S-55). A link is kept as a digest, and dies with the first organisation. Those that were given before stay good, so
/// that a server that starts again takes from nobody what they are typing, and every server's own does.
public struct FirstStart: Sendable {
    /// Hours that a link is good for.
    public static let linkHours = 24

    /// How many links are good at once, the last ones: so that a server that starts over and over keeps no more.
    static let mostLinks = 10

    /// The link was used, pushed out or too old, or there is an organisation.
    struct Over: Error {}

    let organisations: Organisations
    let hasher: PasswordHasher

    /// - Parameter hasher: the one of the whole process.
    public init(organisations: Organisations, hasher: PasswordHasher) {
        self.organisations = organisations
        self.hasher = hasher
    }

    private var world: World { organisations.world }

    /// A new link. Nil where there is an organisation.
    public func newLink() async throws -> StaffToken? {
        let token = StaffToken(random: world.bytes(32))
        let now = world.now()
        let link = Link(digest: token.digest, expiry: now.adding(seconds: Self.linkHours * 3_600))
        return try await organisations.database.write { connection in
            guard try connection.run("SELECT id FROM organisation LIMIT 1").isEmpty else { return nil }
            let good = try Self.links(connection).filter { now < $0.expiry } + [link]
            let kept = good.suffix(Self.mostLinks).flatMap(\.bytes)
            try connection.run(
                """
                INSERT INTO installation (name, value) VALUES ('first-start', \(kept))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """
            )
            return token
        }
    }

    /// Whether a link is good. Looking does not use it.
    public func isOpen(to link: StaffToken) async throws -> Bool {
        let now = world.now()
        return try await organisations.database.read { connection in
            try connection.run("SELECT id FROM organisation LIMIT 1").isEmpty && Self.isKept(link, now, connection)
        }
    }

    /// Uses a link: the organisation is there with its log begun and its first account, and the link is gone; or
    /// nothing is.
    ///
    /// - Returns: nil where the link was no good any more.
    /// - Throws: `AccountRefusal.lastAdministrator` for a founder who could let nobody else in; `Refusal.forbiddenWording`;
    ///   `StorageError`.
    public func found(
        _ founding: OrganisationFounding,
        by founder: Founder,
        with link: StaffToken
    ) async throws -> Organisation? {
        guard founder.roles.contains(Role.administrator.rawValue) else { throw AccountRefusal.lastAdministrator }
        guard try await isOpen(to: link) else { return nil }
        let record = try await hasher.record(founder.password, salt: world.bytes(16))
        let id = world.identifier()
        do {
            return try await organisations.add(founding, by: id) { organisation, at, connection in
                guard try Self.isAlone(organisation, connection), try Self.isKept(link, at, connection) else {
                    throw Over()
                }
                try open(id, founder, record, of: organisation, at: at, in: connection)
                try connection.run("DELETE FROM installation WHERE name = 'first-start'")
            }
        } catch is Over {
            return nil
        }
    }

    /// The first account, by its owner's hand (S-62).
    private func open(
        _ id: String,
        _ founder: Founder,
        _ record: PasswordRecord,
        of organisation: Organisation,
        at instant: Instant,
        in connection: any Connection
    ) throws {
        let accounts = Accounts(
            of: organisation.id,
            database: organisations.database,
            world: world,
            hasher: hasher
        ).by(id)
        _ = try accounts.add(
            id: id,
            email: founder.email,
            name: founder.name,
            roles: founder.roles,
            at: instant,
            in: connection
        )
        try accounts.set(record, of: id, in: connection)
    }

    private static func isAlone(_ organisation: Organisation, _ connection: any Connection) throws -> Bool {
        try connection.run("SELECT id FROM organisation WHERE id <> \(organisation.id) LIMIT 1").isEmpty
    }

    /// Whether this is one of the links that were given last, within its hours.
    private static func isKept(_ link: StaffToken, _ now: Instant, _ connection: any Connection) throws -> Bool {
        let digest = link.digest
        return try links(connection).contains { $0.digest == digest && now < $0.expiry }
    }

    /// Those that are kept, the last one last.
    private static func links(_ connection: any Connection) throws -> [Link] {
        let rows = try connection.run("SELECT value FROM installation WHERE name = 'first-start'")
        var rest = try rows.first?.blob(0)[...] ?? []
        var links: [Link] = []
        while let link = Link(rest.prefix(Link.length)) {
            links.append(link)
            rest = rest.dropFirst(Link.length)
        }
        return links
    }

    /// A link as it is kept.
    private struct Link {
        let digest: [UInt8]
        let expiry: Instant

        /// Of a digest and of an instant, in bytes.
        static let (digestLength, length) = (32, 52)

        var bytes: [UInt8] { digest + Array(expiry.description.utf8) }

        init(digest: [UInt8], expiry: Instant) {
            self.digest = digest
            self.expiry = expiry
        }

        /// Reads `bytes`; nil for anything else.
        init?(_ bytes: ArraySlice<UInt8>) {
            let text = String(decoding: bytes.dropFirst(Self.digestLength), as: UTF8.self)
            guard bytes.count == Self.length, let expiry = Instant(text) else { return nil }
            self.init(digest: Array(bytes.prefix(Self.digestLength)), expiry: expiry)
        }
    }
}
