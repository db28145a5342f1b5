public import Complaints
import Crypto
import FoundationEssentials
import Storage

/// The file that somebody is trying to bring in.
public struct TakeoverDraft: Sendable, Equatable {
    /// What the file is called.
    public let name: String
    /// Its bytes, as they came.
    public let content: [UInt8]
    /// SHA-256 of them, lower case hexadecimal.
    public let digest: String
    /// What its columns hold; nil until somebody has said so.
    public let choices: FormerChoices?
    /// SHA-256 of the file and of what its columns are said to hold, lower case hexadecimal: whoever has read a trial over
    /// has read this one.
    public let trialDigest: String

    init(name: String, content: [UInt8], digest: String, choices text: String) {
        self.name = name
        self.content = content
        self.digest = digest
        choices = try? JSONDecoder().decode(FormerChoices.self, from: Data(text.utf8))
        trialDigest = hexadecimal(SHA256.hash(data: Array("\(digest)\n\(text)".utf8)))
    }

    /// How long it is kept, in seconds.
    static let lifetime = 24 * 3600
}

extension Register {
    /// Keeps a file for whoever tries to bring it in, in the place of the one before.
    public func keepTakeoverDraft(
        _ content: [UInt8],
        named name: String,
        digest: String,
        of account: String
    ) async throws {
        let now = world.now().description
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO takeover_draft (organisation, account, name, content, digest, choices, made_at)
                VALUES (\(organisation.id), \(account), \(name), \(content), \(digest), '', \(now))
                ON CONFLICT (organisation, account) DO UPDATE SET name = excluded.name, content = excluded.content,
                    digest = excluded.digest, choices = '', made_at = excluded.made_at
                """
            )
        }
    }

    /// The file that somebody is trying to bring in; nil where there is none, or none any more.
    public func takeoverDraft(of account: String) async throws -> TakeoverDraft? {
        let oldest = world.now().adding(seconds: -TakeoverDraft.lifetime).description
        return try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT name, content, digest, choices FROM takeover_draft
                WHERE organisation = \(organisation.id) AND account = \(account) AND made_at >= \(oldest)
                """
            )
            return try rows.first.map { row in
                TakeoverDraft(
                    name: try row.text(0),
                    content: try row.blob(1),
                    digest: try row.text(2),
                    choices: try row.text(3)
                )
            }
        }
    }

    /// Keeps what the columns of that file hold.
    ///
    /// - Parameter digest: SHA-256 of the file that they are the columns of.
    /// - Returns: false where it is gone, or another is in its place: nothing was kept.
    public func choose(_ choices: FormerChoices, ofFile digest: String, of account: String) async throws -> Bool {
        let text = String(decoding: try JSONEncoder().encode(choices), as: UTF8.self)
        return try await database.write(scope) { connection in
            let kept = try connection.run(
                """
                UPDATE takeover_draft SET choices = \(text)
                WHERE organisation = \(organisation.id) AND account = \(account) AND digest = \(digest)
                RETURNING digest
                """
            )
            return !kept.isEmpty
        }
    }

    /// Erases that file.
    public func dropTakeoverDraft(of account: String) async throws {
        try await database.write(scope) { connection in
            try connection.run(
                "DELETE FROM takeover_draft WHERE organisation = \(organisation.id) AND account = \(account)"
            )
        }
    }
}

extension TakeoverDraft {
    /// Erases what nobody has brought in within a day.
    static func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        let oldest = now.adding(seconds: -lifetime).description
        try connection.run(
            "DELETE FROM takeover_draft WHERE organisation = \(organisation) AND made_at < \(oldest)"
        )
    }
}
