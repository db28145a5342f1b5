import Complaints
import Storage

extension Register {
    /// Takes a request for a new tracking secret. Where reference and address are those of a case file, a letter with a
    /// link goes to that address; where they are not, as much is written, and nothing leaves (S-44).
    ///
    /// - Parameters:
    ///   - reference: as typed, the reference or the number of the case.
    ///   - email: as typed.
    ///   - address: where the request comes from: they are counted by address.
    ///   - known: the token that the same browser was given when it asked before: links asked for then stay good in it.
    public func requestSecret(
        reference: String,
        email: String,
        from address: String,
        in known: StaffToken? = nil
    ) async throws -> SecretRequest {
        let now = world.now()
        let (link, browser) = (StaffToken(random: world.bytes(32)), known ?? StaffToken(random: world.bytes(32)))
        let id = world.identifier()
        let (mailbox, exact) = (mailbox(email), exactly(email))
        let attempts = Attempts(organisation: organisation.id, delay: .followUp)
        let subject = Attempts.subject("secret-request/v1", organisation.id, address)
        let file = try await self.file(reference.trimmed.uppercased(), at: email.trimmed)
        return try await database.write(scope) { connection in
            let seconds = try attempts.count(subject, at: now, in: connection)
            guard seconds == 0 else { return .wait(seconds: seconds) }
            let isTooMuch = try hasEnough(file?.id.description ?? "", mailbox, at: now, in: connection)
            let fitting = isTooMuch ? nil : file
            try connection.run(
                """
                INSERT INTO secret_request (organisation, link_digest, browser_digest, case_file, mailbox, address,
                    requested_at, used_at)
                VALUES (\(organisation.id), \(link.digest), \(browser.digest), \(fitting?.id.description ?? ""),
                    \(mailbox), \(exact), \(now.description), '')
                """
            )
            let notice = Notice(
                id: id,
                kind: .secretLink,
                recipient: fitting?.email ?? "",
                reference: fitting?.reception.reference ?? ReceptionReference(year: 0, ordinal: 0),
                link: link.text,
                instant: now
            )
            try keep(notice, for: SecretRequest.lifetime, in: connection)
            return .taken(browser)
        }
    }

    /// Whether a link is good, in this browser: asked by the page that it leads to, which changes nothing.
    public func isGood(_ link: StaffToken, in browser: StaffToken) async throws -> Bool {
        let now = world.now()
        return try await database.read { connection in
            try requested(link, browser, at: now, in: connection)?.isUsed == false
        }
    }

    /// Gives a new tracking secret for a link, once, to the browser that asked: the old one and its sessions are dead, and
    /// the address on file is told (S-49). Sent again at once by the same browser, the same secret is shown again.
    ///
    /// - Returns: nil where the link is none, or no longer good.
    public func replaceSecret(by link: StaffToken, in browser: StaffToken) async throws -> TrackingSecret? {
        let now = world.now()
        let (id, row) = (world.identifier(), world.identifier())
        let secret = SecretRequest.secret(link: link, browser: browser)
        return try await database.write(scope) { connection in
            guard let request = try requested(link, browser, at: now, in: connection) else { return nil }
            if request.isUsed { return try isSecret(secret, of: request.caseFile, in: connection) ? secret : nil }
            let file = try load(request.caseFile, in: connection).caseFile
            // The address may have been corrected since: whoever has the old one gets nothing.
            guard exactly(file.email ?? "") == request.address, file.stage != .erased else { return nil }
            try replace(by: secret, of: file, at: now, in: connection)
            let hand = AccessEntry.complainant
            try accesses.record(.newSecret, by: hand, of: file.id, as: row, at: now, in: connection)
            let notice = Notice(
                id: id,
                kind: .secretReplaced,
                recipient: file.email ?? "",
                reference: file.reception.reference,
                link: "",
                instant: now
            )
            try keep(notice, for: Self.patience, in: connection)
            return secret
        }
    }

    private func file(_ number: String, at email: String) async throws -> CaseFile? {
        guard let id = try await find(number) else { return nil }
        let file = try await caseFile(id)
        guard let known = file.email, known.lowercased() == email.lowercased(), file.stage != .erased else {
            return nil
        }
        return file
    }

    /// Whether a case file, an address or the organisation has had as many letters as it may (S-43).
    private func hasEnough(
        _ caseFile: String,
        _ mailbox: String,
        at now: Instant,
        in connection: any Connection
    ) throws -> Bool {
        let (day, hour) = (now.adding(seconds: -24 * 3600).description, now.adding(seconds: -3600).description)
        let row = try connection.run(
            """
            SELECT
                (SELECT COUNT(*) FROM secret_request WHERE organisation = \(organisation.id)
                    AND case_file = \(caseFile) AND requested_at > \(day)),
                (SELECT COUNT(*) FROM secret_request WHERE organisation = \(organisation.id)
                    AND mailbox = \(mailbox) AND requested_at > \(day) AND case_file <> ''),
                (SELECT COUNT(*) FROM secret_request WHERE organisation = \(organisation.id)
                    AND requested_at > \(hour) AND case_file <> '')
            """
        )[0]
        return try row.integer(0) >= SecretRequest.perDay || row.integer(1) >= SecretRequest.perDay
            || row.integer(2) >= SecretRequest.perHour
    }

    private func requested(
        _ link: StaffToken,
        _ browser: StaffToken,
        at now: Instant,
        in connection: any Connection
    ) throws -> (caseFile: CaseFile.ID, address: String, isUsed: Bool)? {
        let since = now.adding(seconds: -SecretRequest.lifetime).description
        let row = try connection.run(
            """
            SELECT case_file, used_at, address FROM secret_request
            WHERE organisation = \(organisation.id) AND link_digest = \(link.digest)
                AND browser_digest = \(browser.digest) AND requested_at > \(since)
            """
        ).first
        guard let row, let caseFile = CaseFile.ID(try row.text(0)) else { return nil }
        return (caseFile, try row.text(2), try !row.text(1).isEmpty)
    }

    /// Where an address leads, unreadable: what follows a `+` is no way to more letters.
    private func mailbox(_ email: String) -> String {
        Attempts.subject("mailbox/v1", organisation.id, Self.mailbox(of: email.trimmed))
    }

    /// An address as the file has it, unreadable: but for its case, every letter of it counts.
    private func exactly(_ email: String) -> String {
        Attempts.subject("secret-address/v1", organisation.id, email.trimmed.lowercased())
    }

    private func isSecret(_ secret: TrackingSecret, of id: CaseFile.ID, in connection: any Connection) throws -> Bool {
        try !connection.run(
            """
            SELECT 1 FROM tracking WHERE organisation = \(organisation.id)
                AND secret_digest = \(secret.fingerprint) AND case_file = \(id.description)
            """
        ).isEmpty
    }

    /// The new secret leads to the reception, as the old one did: `verify` compares when it was received. Whatever else
    /// was asked for the same case is answered by this.
    private func replace(
        by secret: TrackingSecret,
        of file: CaseFile,
        at now: Instant,
        in connection: any Connection
    ) throws {
        let (ours, id) = (organisation.id, file.id.description)
        try connection.run("DELETE FROM tracking WHERE organisation = \(ours) AND case_file = \(id)")
        try connection.run(
            """
            INSERT INTO tracking (organisation, secret_digest, case_file, created_at)
            VALUES (\(ours), \(secret.fingerprint), \(id), \(file.receivedAt.description))
            """
        )
        try connection.run("DELETE FROM follow_up_session WHERE organisation = \(ours) AND case_file = \(id)")
        try connection.run(
            "UPDATE submission SET sealed_secret = NULL WHERE organisation = \(ours) AND case_file = \(id)"
        )
        try connection.run(
            """
            UPDATE secret_request SET used_at = \(now.description)
            WHERE organisation = \(ours) AND case_file = \(id) AND used_at = ''
            """
        )
    }
}
