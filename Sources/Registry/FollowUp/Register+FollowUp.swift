import Complaints
import Storage

extension Register {
    /// Seconds between two notes of when a session was last seen: a page view is no write.
    private static var sightings: Int { 60 }

    /// Opens the case file of a tracking secret to whoever typed it.
    ///
    /// - Parameters:
    ///   - typed: the secret as typed, whatever it is.
    ///   - address: where the request comes from: failures are counted by address, and no case is ever locked (S-47).
    ///   - old: the session that the same browser had, if any: it ends.
    public func openFollowUp(
        typed: String,
        from address: String,
        replacing old: StaffToken? = nil
    ) async throws -> FollowUpEntry {
        let now = world.now()
        let token = StaffToken(random: world.bytes(32))
        let digest = TrackingSecret(typed: typed)?.fingerprint ?? []
        let attempts = Attempts(organisation: organisation.id, delay: .followUp)
        let subject = Attempts.subject("follow-up/v1", organisation.id, address)
        return try await database.write(scope) { connection in
            let seconds = try attempts.count(subject, at: now, in: connection)
            guard seconds == 0 else { return .wait(seconds: seconds) }
            guard let caseFile = try trackedCase(digest, in: connection) else { return .refused }
            try attempts.forgive(subject, in: connection)
            if let old { try endFollowUp(old, in: connection) }
            try connection.run(
                """
                INSERT INTO follow_up_session (organisation, token_digest, case_file, started_at, seen_at)
                VALUES (\(organisation.id), \(token.digest), \(caseFile), \(now.description), \(now.description))
                """
            )
            return .opened(token)
        }
    }

    /// The session of a token, as long as it is neither idle nor old; seen now.
    public func followUpSession(of token: StaffToken) async throws -> FollowUpSession? {
        let now = world.now()
        let row = try await database.read { connection in
            try connection.run(
                """
                SELECT case_file, seen_at FROM follow_up_session
                WHERE organisation = \(organisation.id) AND token_digest = \(token.digest)
                    AND \(FollowUpSession.isOpen(at: now))
                """
            ).first
        }
        guard let row else { return nil }
        let session = try FollowUpSession(row)
        if session.seenAt.adding(seconds: Self.sightings) <= now {
            _ = try await database.write(scope) { connection in
                try connection.run(
                    """
                    UPDATE follow_up_session SET seen_at = \(now.description)
                    WHERE organisation = \(organisation.id) AND token_digest = \(token.digest)
                    """
                )
            }
        }
        return session
    }

    /// Ends a session: the complainant leaves.
    public func endFollowUp(_ token: StaffToken) async throws {
        try await database.write(scope) { try endFollowUp(token, in: $0) }
    }

    private func endFollowUp(_ token: StaffToken, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM follow_up_session WHERE organisation = \(organisation.id) AND token_digest = \(token.digest)"
        )
    }

    private func trackedCase(_ digest: [UInt8], in connection: any Connection) throws -> String? {
        try connection.run(
            "SELECT case_file FROM tracking WHERE organisation = \(organisation.id) AND secret_digest = \(digest)"
        ).first.map { try $0.text(0) }
    }
}

extension FollowUpSession {
    /// Forgets an organisation's sessions that are over.
    static func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM follow_up_session WHERE organisation = \(organisation) AND NOT (\(isOpen(at: now)))"
        )
    }

    /// Neither idle nor old: instants are written so that text sorts as time does.
    fileprivate static func isOpen(at now: Instant) -> SQL {
        let seen = now.adding(seconds: -idleMinutes * 60).description
        let started = now.adding(seconds: -totalHours * 3_600).description
        return "seen_at > \(seen) AND started_at > \(started)"
    }

    fileprivate init(_ row: Row) throws {
        guard let caseFile = CaseFile.ID(try row.text(0)), let seenAt = Instant(try row.text(1)) else {
            throw StorageError.failed("a follow-up session cannot be read")
        }
        self.init(caseFile: caseFile, seenAt: seenAt)
    }
}
