public import Complaints
public import Storage

/// The organisations of this installation, and the way to each one's register.
public struct Organisations: Sendable {
    let database: any Database
    let world: World
    let keys: SigningKeys

    public init(database: any Database, world: World, keys: SigningKeys) {
        self.database = database
        self.world = world
        self.keys = keys
    }

    /// Adds an organisation with its first procedure, its signing key and an empty log.
    ///
    /// - Throws: `StorageError.duplicate` where another has the host name; `Refusal.forbiddenWording` where a setting
    ///   that letters print has one in it (R-36, R-37).
    public func add(
        name: String,
        host: String?,
        needsSecondFactor: Bool = true,
        procedure: Procedure? = nil
    ) async throws -> Organisation {
        let first = procedure ?? Procedure(provider: Provider(name: name))
        return try await add(
            OrganisationFounding(name: name, host: host, needsSecondFactor: needsSecondFactor, procedure: first)
        )
    }

    /// Adds an organisation that is known to do.
    public func add(_ founding: OrganisationFounding) async throws -> Organisation {
        try await add(founding, by: SettingsChange.installation) { _, _, _ in }
    }

    /// Adds an organisation, and with it what else is written in the same transaction, or nothing at all.
    ///
    /// - Parameters:
    ///   - author: whose hand it is, in the history of the settings.
    ///   - besides: given the organisation as it is, and the instant.
    /// - Throws: what `besides` throws, too.
    func add(
        _ founding: OrganisationFounding,
        by author: String,
        besides: @escaping @Sendable (Organisation, Instant, any Connection) throws -> Void
    ) async throws -> Organisation {
        try founding.procedure.refuseForbiddenWording()
        let id = world.identifier()
        let seed = world.bytes(32)
        try keys.create(seed, for: id)
        guard let key = LogKey(seed: seed, origin: keys.origin(of: id), witness: nil) else {
            throw SigningKeys.Failure.unwritable(path: keys.folder)
        }
        let at = world.now()
        do {
            return try await database.write { connection in
                let organisation = try begin(id, founding, key, at, by: author, in: connection)
                try besides(organisation, at, connection)
                return organisation
            }
        } catch  where error.wroteNothing {
            // Nothing will ever be signed with it.
            keys.discard(id)
            throw error
        }
    }

    private func begin(
        _ id: String,
        _ founding: OrganisationFounding,
        _ key: LogKey,
        _ at: Instant,
        by author: String,
        in connection: any Connection
    ) throws -> Organisation {
        let verifier = key.signing.verifier.description
        let number = try connection.run(
            """
            INSERT INTO organisation (id, number, name, host, second_factor, log_key, created_at)
            SELECT \(id), COALESCE(MAX(number), 0) + 1, \(founding.name), \(founding.host),
                \(founding.needsSecondFactor ? "on" : "off"), \(verifier), \(at.description)
            FROM organisation RETURNING number
            """
        )[0].integer(0)
        try connection.run(
            """
            INSERT INTO log_head (organisation, frontier, seal)
            VALUES (\(id), \(MerkleFrontier().bytes), \(key.seal(MerkleFrontier())))
            """
        )
        try insert(founding.procedure, id, at, author: author, reason: "première version", in: connection)
        return Organisation(
            id: id,
            number: number,
            name: founding.name,
            host: founding.host,
            needsSecondFactor: founding.needsSecondFactor,
            logKey: verifier
        )
    }

    /// Every organisation, by name.
    public func all() async throws -> [Organisation] { try await database.read { try Self.all(in: $0) } }

    /// The same within a transaction.
    static func all(in connection: any Connection) throws -> [Organisation] {
        try connection.run(
            "SELECT id, number, name, host, second_factor, log_key FROM organisation ORDER BY name, id"
        ).map { row in
            Organisation(
                id: try row.text(0),
                number: try row.integer(1),
                name: try row.text(2),
                host: try row.optionalText(3),
                needsSecondFactor: try row.text(4) == "on",
                logKey: try row.text(5)
            )
        }
    }

    /// A register over an organisation's books.
    ///
    /// - Throws: `SigningKeys.Failure` where its signing key is missing, exposed or another's (S-81).
    public func register(of organisation: Organisation, compose: @escaping LetterComposer) throws -> Register {
        Register(
            organisation: organisation,
            database: database,
            world: world,
            key: try keys.key(of: organisation),
            compose: compose
        )
    }

    /// A secret that all servers of the installation share, made at first need: what form tokens are signed with.
    public func installationSecret() async throws -> [UInt8] {
        let fresh = world.bytes(32)
        return try await database.write { connection in
            try connection.run(
                """
                INSERT INTO installation (name, value) VALUES ('form-secret', \(fresh)) ON CONFLICT (name) DO NOTHING
                """
            )
            return try connection.run("SELECT value FROM installation WHERE name = 'form-secret'")[0].blob(0)
        }
    }
}

extension Error {
    /// Whether it is sure that a transaction that ended so has written nothing.
    fileprivate var wroteNothing: Bool { self is FirstStart.Over || self as? StorageError == .duplicate }
}

/// The tables of this version, in order.
public enum Schema {
    /// Every migration script, as embedded.
    public static var migrations: [Migration] {
        EmbeddedText.files
            .filter { $0.key.hasPrefix("Migrations/") }
            .sorted { $0.key < $1.key }
            .map { Migration(name: String($0.key.dropFirst("Migrations/".count)), script: $0.value) }
    }
}
