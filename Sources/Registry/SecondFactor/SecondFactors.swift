import Complaints
import Storage

/// The second factors of one organisation's officers: codes of an application, and ten others for the day when it is lost
/// (S-53).
public struct SecondFactors: Sendable {
    let accounts: Accounts
    let vault: AccountVault

    /// How many recovery codes there are at first.
    static let recoveryCodes = 10

    var organisation: String { accounts.organisation }
    var scope: Scope { accounts.scope }

    /// What to ask of somebody whose password is right: the code of their application, or to set one up.
    ///
    /// - Parameter start: what they have shown.
    public func ask(_ account: Account, after start: SessionStart = .password) async throws -> PendingSignIn {
        let seed = OneTimeSeed(random: accounts.world.bytes(20))
        let (row, at) = (accounts.world.identifier(), accounts.world.now())
        return try await hold(account, start) { connection in
            try accounts.accesses.record(
                .signedIn,
                .pending,
                by: account.id,
                detail: start.rawValue,
                as: row,
                at: at,
                in: connection
            )
            return try has(account.id, in: connection) ? nil : seed
        }
    }

    /// A fresh seed for somebody signed in, in place of the one that they have.
    public func renew(_ account: Account) async throws -> PendingSignIn {
        let seed = OneTimeSeed(random: accounts.world.bytes(20))
        return try await hold(account) { _ in seed }
    }

    /// What an account has; nil where it has nothing yet.
    public func standing(of id: String) async throws -> SecondFactorStanding? {
        try await accounts.database.read { connection in
            let row = try connection.run("SELECT f.set_at FROM second_factor f WHERE \(isOf(id))").first
            guard let row, let since = Instant(try row.text(0)) else { return nil }
            let left = try connection.run("SELECT COUNT(*) FROM recovery_code f WHERE \(isOf(id))")[0].integer(0)
            return SecondFactorStanding(since: since, recoveryCodes: left)
        }
    }

    /// Ten new recovery codes in place of those that are left.
    public func renewRecoveryCodes(of id: String) async throws -> [RecoveryCode] {
        let codes = newRecoveryCodes()
        try await accounts.database.write(scope) { connection in
            try keep(codes, of: id, in: connection)
            try accounts.note(.recoveryCodes, of: id, in: connection)
        }
        return codes
    }

    private func hold(
        _ account: Account,
        _ start: SessionStart = .password,
        offering seed: @escaping @Sendable (any Connection) throws -> OneTimeSeed?
    ) async throws -> PendingSignIn {
        let token = StaffToken(random: accounts.world.bytes(32))
        let at = accounts.world.now().description
        return try await accounts.database.write(scope) { connection in
            let offered = try seed(connection)
            let sealed = try offered.map { try vault.seal($0, of: account.id) }
            try connection.run(
                """
                INSERT INTO pending_sign_in (organisation, token_digest, account, offered_seed, started_at, way)
                VALUES (\(organisation), \(token.digest), \(account.id), \(sealed), \(at), \(start.rawValue))
                """
            )
            return PendingSignIn(token: token, account: account, offered: offered, start: start)
        }
    }

    func has(_ id: String, in connection: any Connection) throws -> Bool {
        try !connection.run("SELECT 1 FROM second_factor f WHERE \(isOf(id))").isEmpty
    }

    /// Of the table `f`.
    func isOf(_ id: String) -> SQL { "f.organisation = \(organisation) AND f.account = \(id)" }

    func newRecoveryCodes() -> [RecoveryCode] {
        (0..<Self.recoveryCodes).map { _ in RecoveryCode(random: accounts.world.bytes(17)) }
    }

    /// Puts codes down in place of whatever there was.
    func keep(_ codes: [RecoveryCode], of id: String, in connection: any Connection) throws {
        try connection.run("DELETE FROM recovery_code WHERE organisation = \(organisation) AND account = \(id)")
        try connection.run(
            """
            INSERT INTO recovery_code (organisation, account, digest)
            VALUES \(rows: codes.map { [.text(organisation), .text(id), .blob($0.digest)] })
            """
        )
    }
}

extension Register {
    /// The second factors of its officers: their seeds open with the key of its log.
    public func secondFactors(of accounts: Accounts) -> SecondFactors {
        SecondFactors(accounts: accounts, vault: key.vault)
    }
}
