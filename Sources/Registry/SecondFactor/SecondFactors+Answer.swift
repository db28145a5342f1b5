import Complaints
import Storage

extension SecondFactors {
    /// Takes a code: of the application that is being set up, of the one that is, or one of the recovery codes.
    ///
    /// Failures are counted for the account, from wherever they come: whoever is asked for a code has shown its password,
    /// and there are only a million codes.
    ///
    /// - Parameter owner: whoever is signed in and has an application take the place of theirs. Without them it only takes
    ///   the place of none, so that a password alone never changes who has the second factor.
    public func answer(
        _ token: StaffToken,
        code: String,
        replacingThatOf owner: Account? = nil
    ) async throws -> SecondFactorAnswer {
        let now = accounts.world.now()
        let recovery = newRecoveryCodes()
        let attempts = Attempts(organisation: organisation, delay: .signIn)
        return try await accounts.database.write(scope) { connection in
            guard let pending = try find(token, at: now, in: connection),
                try isFor(owner, pending, in: connection)
            else { return .gone }
            let id = pending.account.id
            let subject = Attempts.subject("code/v1", organisation, id)
            let seconds = try attempts.count(subject, at: now, in: connection)
            guard seconds == 0 else { return .wait(pending, seconds: seconds) }
            if let seed = pending.offered {
                guard let step = seed.step(of: code, at: now, after: nil) else {
                    try accounts.accesses.refuse(.secondFactor, by: id, at: now, in: connection)
                    return .wrong(pending)
                }
                try set(seed, of: id, usedAt: step, now, in: connection)
                try keep(recovery, of: id, in: connection)
                try accounts.by(id).note(.secondFactor, of: id, in: connection)
            } else {
                guard try use(code, of: id, at: now, in: connection) else {
                    try accounts.missed.count(for: id, in: connection)
                    try accounts.accesses.refuse(.secondFactor, by: id, at: now, in: connection)
                    return .wrong(pending)
                }
            }
            try attempts.forgive(subject, in: connection)
            try drop(token, in: connection)
            let shown = pending.offered == nil ? [] : recovery
            return .right(pending.account, recovery: shown, start: pending.start.andFactor)
        }
    }

    private func isFor(_ owner: Account?, _ pending: PendingSignIn, in connection: any Connection) throws -> Bool {
        if let owner { return owner.id == pending.account.id && pending.offered != nil }
        return try pending.offered == nil || !has(pending.account.id, in: connection)
    }

    private func find(_ token: StaffToken, at now: Instant, in connection: any Connection) throws -> PendingSignIn? {
        let oldest = now.adding(seconds: -PendingSignIn.patience).description
        let row = try connection.run(
            """
            SELECT p.offered_seed, p.way, \(Account.columns)
            FROM pending_sign_in p JOIN account a ON a.organisation = p.organisation AND a.id = p.account
            WHERE p.organisation = \(organisation) AND p.token_digest = \(token.digest)
                AND p.started_at > \(oldest) AND \(Account.isOpen(on: now.civilDate))
            """
        ).first
        guard let row else { return nil }
        let account = try Account(row, from: 2)
        let offered = try row.optionalBlob(0).map { try vault.open($0, of: account.id) }
        let start = SessionStart(rawValue: try row.text(1)) ?? .password
        return PendingSignIn(token: token, account: account, offered: offered, start: start)
    }

    private func set(
        _ seed: OneTimeSeed,
        of id: String,
        usedAt step: Int,
        _ now: Instant,
        in connection: any Connection
    ) throws {
        let sealed = try vault.seal(seed, of: id)
        try connection.run(
            """
            INSERT INTO second_factor (organisation, account, seed, last_step, set_at)
            VALUES (\(organisation), \(id), \(sealed), \(step), \(now.description))
            ON CONFLICT (organisation, account)
            DO UPDATE SET seed = excluded.seed, last_step = excluded.last_step, set_at = excluded.set_at
            """
        )
    }

    /// Whether a code is right; it is used then.
    private func use(_ code: String, of id: String, at now: Instant, in connection: any Connection) throws -> Bool {
        if let recovery = RecoveryCode(typed: code) {
            let used = try connection.run(
                """
                DELETE FROM recovery_code
                WHERE organisation = \(organisation) AND account = \(id) AND digest = \(recovery.digest) RETURNING account
                """
            )
            return !used.isEmpty
        }
        let row = try connection.run("SELECT f.seed, f.last_step FROM second_factor f WHERE \(isOf(id))").first
        guard let row else { return false }
        let seed = try vault.open(try row.blob(0), of: id)
        guard let step = seed.step(of: code, at: now, after: try row.integer(1)) else { return false }
        try connection.run(
            """
            UPDATE second_factor SET last_step = \(step) WHERE organisation = \(organisation) AND account = \(id)
            """
        )
        return true
    }

    private func drop(_ token: StaffToken, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM pending_sign_in WHERE organisation = \(organisation) AND token_digest = \(token.digest)"
        )
    }
}
