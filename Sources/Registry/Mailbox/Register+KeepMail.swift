import Complaints
import Storage

/// Where a mail was found: nothing else tells whether a mailbox was read (S-74).
public struct MailPlace: Sendable, Hashable {
    /// The mailbox, by a name without a password: `reclamations@imap.exemple.fr/INBOX`.
    public let mailbox: String
    /// UIDVALIDITY: with another one, every UID is another mail.
    public let validity: Int
    public let uid: Int

    public init(mailbox: String, validity: Int, uid: Int) {
        self.mailbox = mailbox
        self.validity = validity
        self.uid = uid
    }
}

extension Register {
    /// The type and the name that a whole mail is kept under, as a piece of a case.
    public static let mailType = "message/rfc822", mailName = "courriel.eml"

    /// Keeps a mail, byte for byte, before anything is read of it. The same bytes are the same mail, in whatever place, so
    /// that nothing is doubled where a mailbox is read anew from its beginning.
    ///
    /// - Parameters:
    ///   - place: where it was found; nil for what a command brings.
    ///   - digest: its SHA-256, lower case hexadecimal.
    /// - Returns: false where it was known.
    @discardableResult
    public func keepMail(_ bytes: [UInt8], digest: String, at place: MailPlace?) async throws -> Bool {
        if try await findAgain(digest, at: place) { return false }
        let file = try await stage(bytes, named: Self.mailName, type: Self.mailType, digest: digest)
        return try await enterMail(digest: digest, attachment: file.id, length: bytes.count, at: place)
    }

    /// Notes a mail that is larger than what is kept: it stays in its mailbox, and somebody is told.
    public func noteTooLarge(at place: MailPlace) async throws {
        let digest = "\(MailReason.tooLarge.rawValue) \(place.mailbox) \(place.validity) \(place.uid)"
        guard try await !findAgain(digest, at: place) else { return }
        try await enterMail(digest: digest, attachment: "", length: 0, at: place)
    }

    /// Notes the place of a mail that is kept already. - Returns: whether it is.
    private func findAgain(_ digest: String, at place: MailPlace?) async throws -> Bool {
        let known = try await database.read { try mail(of: digest, in: $0) }
        guard let known, let place else { return known != nil }
        try await database.write(scope) { try note(place, of: known, in: $0) }
        return true
    }

    /// - Returns: false where another server was faster; what was staged is then forgotten with the uploads of nobody.
    @discardableResult
    private func enterMail(digest: String, attachment: String, length: Int, at place: MailPlace?) async throws -> Bool {
        let (id, now) = (world.identifier(), world.now().description)
        let isTooLarge = attachment.isEmpty
        let state: MailRecord.State = isTooLarge ? .sorted : .kept
        let sorting = isTooLarge ? (MailSort.unreadable.rawValue, MailReason.tooLarge.rawValue) : ("", "")
        return try await database.write(scope) { connection in
            let entered = try connection.run(
                """
                INSERT INTO mail (organisation, id, digest, attachment, length, kept_at, state, next_attempt_at,
                    attempts, message_id, person, address, subject, sort, reason, case_file, suggested)
                VALUES (\(organisation.id), \(id), \(digest), \(attachment), \(length), \(now), \(state.rawValue), \(now),
                    0, '', '', '', '', \(sorting.0), \(sorting.1), '', '')
                ON CONFLICT (organisation, digest) DO NOTHING RETURNING id
                """
            )
            let kept = try mail(of: digest, in: connection)
            if let place, let kept { try note(place, of: kept, in: connection) }
            guard !entered.isEmpty else { return false }
            // It is nobody's upload any more: it is kept as long as the mail is.
            try connection.run(
                "DELETE FROM upload WHERE organisation = \(organisation.id) AND id = \(attachment)"
            )
            try connection.run(
                """
                UPDATE attachment SET scan_after = '' WHERE organisation = \(organisation.id) AND id = \(attachment)
                """
            )
            return true
        }
    }

    private func mail(of digest: String, in connection: any Connection) throws -> String? {
        try connection.run(
            "SELECT id FROM mail WHERE organisation = \(organisation.id) AND digest = \(digest)"
        ).first?.text(0)
    }

    private func note(_ place: MailPlace, of mail: String, in connection: any Connection) throws {
        try connection.run(
            """
            INSERT INTO mail_place (organisation, mailbox, validity, uid, mail)
            VALUES (\(organisation.id), \(place.mailbox), \(place.validity), \(place.uid), \(mail))
            ON CONFLICT (organisation, mailbox, validity, uid) DO NOTHING
            """
        )
    }
}
