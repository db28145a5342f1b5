import Complaints
import Storage

extension Accounts {
    /// Seconds between two notes of when a session was last seen: a page view is no write.
    private static var sightings: Int { 60 }

    /// Begins a session under a fresh token (S-56). The old one, if there was one, is ended.
    ///
    /// - Parameters:
    ///   - account: as it was when its password was checked.
    ///   - start: what was shown for it.
    /// - Throws: `AccountChanged` where it is no longer so: other roles, another password, kept out, or over.
    public func begin(
        for account: Account,
        replacing old: StaffToken? = nil,
        after start: SessionStart = .password
    ) async throws -> StaffToken {
        let token = StaffToken(random: world.bytes(32))
        let (id, row) = (world.identifier(), world.identifier())
        let now = world.now()
        let (at, today) = (now.description, now.civilDate)
        try await database.write(scope) { connection in
            guard account.isOpen(on: today), try find(id: account.id, in: connection) == account else {
                throw AccountChanged()
            }
            if let old { try end(old, as: .sessionEnded, at: now, in: connection) }
            let failures = try missed.take(of: account.id, in: connection)
            try connection.run(
                """
                INSERT INTO staff_session (organisation, token_digest, id, account, started_at, seen_at, missed)
                VALUES (\(organisation), \(token.digest), \(id), \(account.id), \(at), \(at), \(failures))
                """
            )
            guard start != .sameSession else { return }
            try connection.run(
                "UPDATE account SET signed_in_at = \(at) WHERE organisation = \(organisation) AND id = \(account.id)"
            )
            let detail = start.rawValue
            try accesses.record(.signedIn, by: account.id, detail: detail, as: row, at: now, in: connection)
        }
        return token
    }

    /// The session of a token, as long as it is neither idle nor old, and its account open; seen now.
    public func session(of token: StaffToken) async throws -> StaffSession? {
        let now = world.now()
        let found = try await database.read { connection in
            try sessions(at: now, "AND s.token_digest = \(token.digest)", in: connection).first
        }
        guard let session = found else { return nil }
        if session.seenAt.adding(seconds: Self.sightings) <= now {
            _ = try await database.write(scope) { connection in
                try connection.run(
                    """
                    UPDATE staff_session SET seen_at = \(now.description)
                    WHERE organisation = \(organisation) AND token_digest = \(token.digest)
                    """
                )
            }
        }
        return session
    }

    /// The open sessions of an account, the latest first, to choose which to end.
    public func sessions(of id: String) async throws -> [StaffSession] {
        let now = world.now()
        return try await database.read { connection in
            try sessions(at: now, "AND s.account = \(id) ORDER BY s.seen_at DESC, s.id", in: connection)
        }
    }

    /// Signs out.
    public func end(_ token: StaffToken) async throws {
        let now = world.now()
        try await database.write(scope) { try end(token, as: .signedOut, at: now, in: $0) }
    }

    /// Ends one session of an account by its identifier; another account's is not touched.
    public func end(session: String, of id: String) async throws {
        try await database.write(scope) { try end(session: session, of: id, in: $0) }
    }

    /// The same within a transaction.
    func end(session: String, of id: String, in connection: any Connection) throws {
        let one: SQL = "s.id = \(session) AND s.account = \(id)"
        try accesses.end(one, as: .sessionEnded, by: hand, at: world.now(), in: connection)
    }

    /// Ends every session of an account, within a transaction.
    func endSessions(of id: String, in connection: any Connection) throws {
        try accesses.end("s.account = \(id)", as: .sessionEnded, by: hand, at: world.now(), in: connection)
    }

    /// Ends every session of an account but the one of a token.
    public func endOthers(of id: String, than token: StaffToken) async throws {
        let now = world.now()
        try await database.write(scope) { connection in
            let others: SQL = "s.account = \(id) AND s.token_digest <> \(token.digest)"
            try accesses.end(others, as: .sessionEnded, by: hand, at: now, in: connection)
        }
    }

    /// Notes that the password has just been given again in a session (S-58).
    ///
    /// - Parameter start: `provider` where an identity was shown in its place.
    public func confirm(_ token: StaffToken, by start: SessionStart = .password) async throws {
        let row = world.identifier()
        let now = world.now()
        try await database.write(scope) { connection in
            let confirmed = try connection.run(
                """
                UPDATE staff_session SET confirmed_at = \(now.description)
                WHERE organisation = \(organisation) AND token_digest = \(token.digest) RETURNING account
                """
            )
            guard let account = try confirmed.first?.text(0) else { return }
            let detail = start.rawValue
            try accesses.record(.confirmed, by: account, detail: detail, as: row, at: now, in: connection)
        }
    }

    /// Forgets what is over: sessions, tokens, sign-ins under way, links, failures, and the journal of accesses of more than a year
    /// ago. For a chore.
    public func forgetExpired() async throws {
        let now = world.now()
        let forgotten = now.adding(seconds: -GuessDelay.signIn.memory).description
        let late = now.adding(seconds: -PendingSignIn.patience).description
        try await database.write(scope) { connection in
            let limits = limits(at: now)
            let over: SQL = "(s.seen_at <= \(limits.seen) OR s.started_at <= \(limits.started))"
            try accesses.end(over, as: .sessionEnded, by: nil, detail: Self.ofAge, at: now, in: connection)
            try accesses.forget(at: now, in: connection)
            try forgetTokens(at: now, in: connection)
            try connection.run(
                "DELETE FROM pending_sign_in WHERE organisation = \(organisation) AND started_at <= \(late)"
            )
            try connection.run(
                "DELETE FROM password_link WHERE organisation = \(organisation) AND expires_at <= \(now.description)"
            )
            try connection.run(
                "DELETE FROM account_notice WHERE organisation = \(organisation) AND expires_at <= \(now.description)"
            )
            try connection.run(
                "DELETE FROM sign_in_attempt WHERE organisation = \(organisation) AND last_at <= \(forgotten)"
            )
        }
    }

    /// What the journal of accesses says of a session that nobody ended.
    private static let ofAge = "delai"

    private func end(_ token: StaffToken, as kind: AccessKind, at now: Instant, in connection: any Connection) throws {
        try accesses.end("s.token_digest = \(token.digest)", as: kind, by: nil, at: now, in: connection)
    }

    private func sessions(at now: Instant, _ rest: SQL, in connection: any Connection) throws -> [StaffSession] {
        let limits = limits(at: now)
        let rows = try connection.run(
            """
            SELECT s.id, s.started_at, s.seen_at, COALESCE(s.confirmed_at, s.started_at), s.missed,
                \(Account.columns)
            FROM staff_session s JOIN account a ON a.organisation = s.organisation AND a.id = s.account
            WHERE s.organisation = \(organisation) AND \(Account.isOpen(on: now.civilDate))
                AND s.seen_at > \(limits.seen) AND s.started_at > \(limits.started) \(rest)
            """
        )
        return try rows.map(StaffSession.init)
    }

    /// What a session must be later than: instants are written so that text sorts as time does.
    private func limits(at now: Instant) -> (seen: String, started: String) {
        (
            now.adding(seconds: -StaffSession.idleMinutes * 60).description,
            now.adding(seconds: -StaffSession.totalHours * 3_600).description
        )
    }
}

extension StaffSession {
    fileprivate init(_ row: Row) throws {
        guard let startedAt = Instant(try row.text(1)), let seenAt = Instant(try row.text(2)),
            let confirmedAt = Instant(try row.text(3))
        else { throw StorageError.failed("a session has no valid instants") }
        self.init(
            id: try row.text(0),
            account: try Account(row, from: 5),
            startedAt: startedAt,
            seenAt: seenAt,
            confirmedAt: confirmedAt,
            missed: try row.integer(4)
        )
    }
}
