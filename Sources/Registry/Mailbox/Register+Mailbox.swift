public import Complaints
import Storage

/// How far a mailbox was read.
public struct MailboxStanding: Sendable, Equatable {
    public let name: String
    /// UIDVALIDITY of what was read.
    public let validity: Int
    /// Every UID up to this one is accounted for.
    public let through: Int
    /// When it was last read to its end; nil for never.
    public let readAt: Instant?
    /// What is wrong with it, and since when; nil where the last reading went well.
    public let trouble: MailboxTrouble?
    public let troubleSince: Instant?

    init(
        name: String,
        validity: Int = 0,
        through: Int = 0,
        readAt: Instant? = nil,
        trouble: MailboxTrouble? = nil,
        troubleSince: Instant? = nil
    ) {
        self.name = name
        self.validity = validity
        self.through = through
        self.readAt = readAt
        self.trouble = trouble
        self.troubleSince = troubleSince
    }

    /// The account at the server, which is mostly the address that people write to.
    public var account: String { name.lastIndex(of: "@").map { String(name[..<$0]) } ?? name }
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
        try await write(
            MailboxStanding(name: name, validity: validity, through: through),
            "validity = excluded.validity, through = excluded.through"
        )
    }

    /// Notes that a mailbox was read to its end now. - Parameter trouble: what is wrong with it nevertheless.
    public func noteMailboxRead(
        _ name: String,
        validity: Int,
        through: Int,
        but trouble: MailboxTrouble? = nil
    ) async throws {
        let now = world.now()
        try await write(
            MailboxStanding(
                name: name,
                validity: validity,
                through: through,
                readAt: now,
                trouble: trouble,
                troubleSince: trouble.map { _ in now }
            ),
            """
            validity = excluded.validity, through = excluded.through, read_at = excluded.read_at,
            trouble = excluded.trouble, trouble_since = \(since(trouble))
            """
        )
    }

    /// Notes what is wrong with a mailbox, since the first time that it was so.
    public func noteMailbox(_ name: String, trouble: MailboxTrouble) async throws {
        try await write(
            MailboxStanding(name: name, trouble: trouble, troubleSince: world.now()),
            "trouble = excluded.trouble, trouble_since = \(since(trouble))"
        )
    }

    /// Since when: the reasons why it cannot be read follow upon each other without a pause.
    private func since(_ trouble: MailboxTrouble?) -> SQL {
        guard let trouble else { return "''" }
        let alike = trouble.isRead ? [trouble] : MailboxTrouble.allCases.filter { !$0.isRead }
        return """
            CASE WHEN mailbox.trouble IN (\(list: alike.map { .text($0.rawValue) })) THEN mailbox.trouble_since
                ELSE excluded.trouble_since END
            """
    }

    /// - Parameter change: what becomes of its row, where there is one.
    private func write(_ standing: MailboxStanding, _ change: SQL) async throws {
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO mailbox (organisation, name, validity, through, read_at, trouble, trouble_since)
                VALUES (\(organisation.id), \(standing.name), \(standing.validity), \(standing.through),
                    \(standing.readAt?.description ?? ""), \(standing.trouble?.rawValue ?? ""),
                    \(standing.troubleSince?.description ?? ""))
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
