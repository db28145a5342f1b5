import Complaints
import Crypto
public import Storage

/// The accounts of one organisation, their sessions, and the way in.
///
/// What takes a connection is for use within a transaction of the caller's; everything else is one of its own.
public struct Accounts: Sendable {
    let organisation: String
    let database: any Database
    let world: World
    let hasher: PasswordHasher
    /// Whose hand changes them, as the journal of accesses says.
    private(set) var hand = AccessEntry.server

    /// - Parameters:
    ///   - organisation: its identifier.
    ///   - hasher: the one of the whole process.
    public init(of organisation: String, database: any Database, world: World, hasher: PasswordHasher) {
        self.organisation = organisation
        self.database = database
        self.world = world
        self.hasher = hasher
    }

    var scope: Scope { .organisation(organisation) }

    /// The same accounts in the hands of one of them: what is changed from here is by that account.
    public func by(_ account: String) -> Accounts {
        var accounts = self
        accounts.hand = account
        return accounts
    }

    // MARK: Adding and finding

    /// Adds an account that has no password yet. `AccountAdministration` is the way for everybody outside.
    ///
    /// - Parameter end: the last day on which it is good; an auditor's has one (R-67).
    /// - Throws: `StorageError.duplicate` where the address has one already; `AccountRefusal` for the end.
    func add(
        email: String,
        name: String,
        roles: Set<String>,
        expiresOn end: CivilDate? = nil
    ) async throws -> Account {
        let id = world.identifier()
        let at = world.now()
        return try await database.write(scope) {
            try add(id: id, email: email, name: name, roles: roles, expiresOn: end, at: at, in: $0)
        }
    }

    /// Adds an account that can sign in at once, with a password that `PasswordRules` has accepted: both, or neither.
    ///
    /// - Throws: `StorageError.duplicate` where the address has an account already.
    func add(email: String, name: String, roles: Set<String>, password: String) async throws -> Account {
        let record = try await hasher.record(password, salt: world.bytes(16))
        let id = world.identifier()
        let at = world.now()
        return try await database.write(scope) { connection in
            let account = try add(id: id, email: email, name: name, roles: roles, at: at, in: connection)
            try set(record, of: id, in: connection)
            return try find(id: id, in: connection) ?? account
        }
    }

    /// The same without a password, within a transaction, such as the one that sets an organisation up.
    func add(
        id: String,
        email: String,
        name: String,
        roles: Set<String>,
        expiresOn end: CivilDate? = nil,
        at instant: Instant,
        in connection: any Connection
    ) throws -> Account {
        try AccountTerm.check(end, isNew: true, for: roles, today: instant.civilDate)
        try connection.run(
            """
            INSERT INTO account (organisation, id, email, email_folded, name, roles, created_at, expires_on)
            VALUES (\(organisation), \(id), \(email), \(Account.folded(email)), \(name), \(roles.written),
                \(instant.description), \(end?.description))
            """
        )
        try note(.added, of: id, roles.written, in: connection)
        if let end { try note(.term, of: id, end.description, in: connection) }
        return Account(
            id: id,
            organisation: organisation,
            email: email,
            name: name,
            roles: roles,
            disabledAt: nil,
            expiresOn: end,
            passwordDigest: nil
        )
    }

    /// Every account that is open today, by name: also of somebody who was invited and has not come yet.
    public func open() async throws -> [Account] {
        let today = world.now().civilDate
        return try await all().filter { $0.isOpen(on: today) }
    }

    /// Every account, disabled ones too, by name.
    public func all() async throws -> [Account] {
        try await database.read { try all(in: $0) }
    }

    /// The same within a transaction.
    func all(in connection: any Connection) throws -> [Account] {
        try connection.run("\(accounts("ORDER BY a.name, a.id"))").map { try Account($0) }
    }

    /// The account of that identifier.
    public func find(id: String) async throws -> Account? {
        try await database.read { try find(id: id, in: $0) }
    }

    /// The same within a transaction.
    func find(id: String, in connection: any Connection) throws -> Account? {
        try connection.run("\(accounts("AND a.id = \(id)"))").first.map { try Account($0) }
    }

    /// The account of that address, whatever its case.
    public func find(email: String) async throws -> Account? {
        try await database.read { try find(email: email, in: $0) }
    }

    /// The same within a transaction.
    func find(email: String, in connection: any Connection) throws -> Account? {
        try connection.run("\(accounts("AND a.email_folded = \(Account.folded(email))"))").first.map { try Account($0) }
    }

    private func accounts(_ rest: SQL) -> SQL {
        "SELECT \(Account.columns) FROM account a WHERE a.organisation = \(organisation) \(rest)"
    }
}

extension Account {
    /// The columns that `init(_:from:)` reads, of `account a`.
    static let columns: SQL = """
        a.id, a.organisation, a.email, a.name, a.roles, a.disabled_at, a.password, a.expires_on
        """

    /// That `account a` can sign in on a day, as `canSignIn(on:)` says.
    static func canSignIn(on day: CivilDate) -> SQL { "a.password IS NOT NULL AND \(isOpen(on: day))" }

    /// That `account a` is open on a day, as `isOpen(on:)` says.
    static func isOpen(on day: CivilDate) -> SQL {
        """
        a.disabled_at IS NULL AND (a.expires_on >= \(day.description)
            OR (a.expires_on IS NULL AND ' ' || a.roles || ' ' NOT LIKE \("% \(Role.auditor.rawValue) %")))
        """
    }

    /// Reads an account. - Parameter first: the place of the first of its columns.
    init(_ row: Row, from first: Int = 0) throws {
        id = try row.text(first)
        organisation = try row.text(first + 1)
        email = try row.text(first + 2)
        name = try row.text(first + 3)
        roles = Set(try row.text(first + 4).split(separator: " ").map(String.init))
        disabledAt = try row.optionalText(first + 5).flatMap { Instant($0) }
        passwordDigest = try row.optionalText(first + 6).map { Array(SHA256.hash(data: Array($0.utf8))) }
        expiresOn = try row.optionalText(first + 7).map { text in
            guard let day = CivilDate(text) else { throw StorageError.failed("an account has no valid end") }
            return day
        }
    }
}

extension Set<String> {
    /// Roles as a column holds them, in one order.
    var written: String { sorted().joined(separator: " ") }
}
