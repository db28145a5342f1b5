public import Complaints
import Storage

/// Why a mailbox could not be read, in one word that says nothing of what anybody wrote.
public enum MailboxTrouble: String, Sendable, Hashable, CaseIterable {
    /// No such server, or nothing answers there.
    case unreachable
    /// No TLS, or a certificate that is not the server's: nothing was said (S-79).
    case insecure
    /// The server does not accept our name and password.
    case unauthenticated
    /// There is no such mailbox, or it says what makes no sense.
    case refused
    /// The server did not answer in time.
    case timedOut
    /// The connection was lost on the way.
    case interrupted
}

/// How far a mailbox was read.
public struct MailboxStanding: Sendable, Equatable {
    public let name: String
    /// UIDVALIDITY of what was read.
    public let validity: Int
    /// Every UID up to this one is accounted for.
    public let through: Int
    /// When it was last read to its end; nil for never.
    public let readAt: Instant?
    /// Why it cannot be read, and since when; nil where the last reading went well.
    public let trouble: MailboxTrouble?
    public let troubleSince: Instant?
}

extension Register {
    /// How far a mailbox was read; nil for one that never was.
    public func standing(ofMailbox name: String) async throws -> MailboxStanding? {
        try await mailboxes("name = \(name)").first
    }

    /// How far each mailbox was read.
    public func mailboxes() async throws -> [MailboxStanding] { try await mailboxes("1 = 1") }

    private func mailboxes(_ condition: SQL) async throws -> [MailboxStanding] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT name, validity, through, read_at, trouble, trouble_since FROM mailbox
                WHERE organisation = \(organisation.id) AND \(condition) ORDER BY name
                """
            ).map(MailboxStanding.init)
        }
    }

    /// Which of some UIDs are accounted for.
    public func knownMails(in mailbox: String, validity: Int, among uids: [Int]) async throws -> Set<Int> {
        guard let least = uids.min(), let most = uids.max() else { return [] }
        let rows = try await database.read { connection in
            try connection.run(
                """
                SELECT uid FROM mail_place WHERE organisation = \(organisation.id) AND mailbox = \(mailbox)
                    AND validity = \(validity) AND uid >= \(least) AND uid <= \(most)
                """
            )
        }
        return Set(try rows.map { try $0.integer(0) })
    }

    /// Notes that every UID up to one is accounted for.
    public func noteMailbox(_ name: String, validity: Int, through: Int) async throws {
        try await writeMailbox(name, validity: validity, through: through) { _ in
            "validity = excluded.validity, through = excluded.through"
        }
    }

    /// Notes that a mailbox was read to its end now.
    public func noteMailboxRead(_ name: String, validity: Int, through: Int) async throws {
        try await writeMailbox(name, validity: validity, through: through) { now in
            """
            validity = excluded.validity, through = excluded.through, read_at = \(now), trouble = '', trouble_since = ''
            """
        }
    }

    /// Notes that a mailbox cannot be read, since the first time that it could not.
    public func noteMailbox(_ name: String, trouble: MailboxTrouble) async throws {
        let word = trouble.rawValue
        try await writeMailbox(name, validity: 0, through: 0) { now in
            """
            trouble = \(word), trouble_since = CASE WHEN mailbox.trouble_since = '' THEN \(now) ELSE mailbox.trouble_since END
            """
        }
    }

    /// - Parameter change: what becomes of its row, now.
    private func writeMailbox(_ name: String, validity: Int, through: Int, _ change: (String) -> SQL) async throws {
        let now = world.now().description
        let change = change(now)
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO mailbox (organisation, name, validity, through, read_at, trouble, trouble_since)
                VALUES (\(organisation.id), \(name), 0, 0, '', '', '') ON CONFLICT (organisation, name) DO NOTHING
                """
            )
            try connection.run(
                """
                INSERT INTO mailbox (organisation, name, validity, through, read_at, trouble, trouble_since)
                VALUES (\(organisation.id), \(name), \(validity), \(through), '', '', '')
                ON CONFLICT (organisation, name) DO UPDATE SET \(change)
                """
            )
        }
    }
}

extension MailboxStanding {
    fileprivate init(_ row: Row) throws {
        self.init(
            name: try row.text(0),
            validity: try row.integer(1),
            through: try row.integer(2),
            readAt: Instant(try row.text(3)),
            trouble: MailboxTrouble(rawValue: try row.text(4)),
            troubleSince: Instant(try row.text(5))
        )
    }
}
