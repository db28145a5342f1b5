import Complaints
import FoundationEssentials
import Storage
import Synchronization
import TestSupport

@testable import Registry

/// Two organisations with nobody in them yet, a clock that stands still, and chance that can be counted on.
final class AccountBooks: Sendable {
    private struct State {
        var now = Instant(secondsSince1970: 1_795_427_521)
        var drawn: UInt64 = 0
    }

    private let state = Mutex(State())
    private let database: any Database
    private let hasher: PasswordHasher

    init(on engine: Engine, cost: PasswordRecord.Cost? = PasswordRecord.Cost(logN: 4, r: 8, p: 1)) async throws {
        database = try await engine.emptyDatabase()
        hasher = PasswordHasher(cost: cost ?? .current)
        let scripts = try [
            "0001-register.sql", "0002-accounts.sql", "0011-second-factor.sql", "0012-confirmed.sql",
            "0013-missed-attempts.sql", "0018-access.sql", "0020-account-expiry.sql",
            "0023-access-count.sql", "0025-access-token.sql", "0030-openid.sql", "0035-calendar-feed.sql",
        ]
        .map(Self.script)
        try await database.write { connection in
            for script in scripts { try connection.script(script) }
            for (number, organisation) in ["alpha", "beta"].enumerated() {
                try connection.run(
                    """
                    INSERT INTO organisation (id, number, name, second_factor, log_key, created_at)
                    VALUES (\(organisation), \(number), \(organisation), 'on', '', '2026-01-01T00:00:00Z')
                    """
                )
            }
        }
    }

    /// The accounts of one of the two.
    func accounts(of organisation: String = "alpha", at cost: PasswordRecord.Cost? = nil) -> Accounts {
        let hasher = cost.map { PasswordHasher(cost: $0) } ?? hasher
        return Accounts(of: organisation, database: database, world: world, hasher: hasher)
    }

    /// Their second factors.
    func secondFactors(of organisation: String = "alpha") -> SecondFactors {
        let vault = AccountVault(seed: Array(repeating: 7, count: 32))
        return SecondFactors(accounts: accounts(of: organisation), vault: vault)
    }

    /// The time.
    var now: Instant { state.withLock { $0.now } }

    /// Lets time pass.
    func wait(seconds: Int) { state.withLock { $0.now = $0.now.adding(seconds: seconds) } }

    /// Everything written, as text: to look for what must not be there.
    func dump() async throws -> String {
        try await database.read { connection in
            let tables: [SQL] = [
                "account", "staff_session", "sign_in_attempt", "password_link", "second_factor", "recovery_code",
                "pending_sign_in", "missed_attempt", "access", "account_notice",
                "access_token", "provider_identity", "calendar_feed",
            ]
            return try tables.flatMap { try connection.run("SELECT * FROM \($0)") }.map { "\($0)" }.joined(
                separator: "\n"
            )
        }
    }

    /// Whatever else a test does in a transaction.
    func write(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try await database.write(.organisation("alpha"), body)
    }

    /// The rows of a question.
    func rows(_ sql: SQL) async throws -> [Row] { try await database.read { try $0.run(sql) } }

    /// How many rows a table has.
    func count(_ table: SQL) async throws -> Int {
        try await database.read { try $0.run("SELECT COUNT(*) FROM \(table)")[0].integer(0) }
    }

    private var world: World {
        World(
            now: { self.state.withLock { $0.now } },
            bytes: { count in
                let drawn = self.state.withLock { state in
                    state.drawn += 1
                    return state.drawn
                }
                return (0..<count).map {
                    UInt8(truncatingIfNeeded: (drawn &* 0x9E37_79B9_7F4A_7C15) >> UInt64($0 % 8 * 8))
                }
            }
        )
    }

    private static func script(_ name: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let bytes = try Data(contentsOf: URL(filePath: "/\(root)/Sources/Registry/Migrations/\(name)"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
