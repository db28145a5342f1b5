public import Complaints
import Storage

/// An upload whose bytes are being kept, before anybody has sent the form that it belongs to.
public struct StagedAttachment: Sendable {
    /// The name given by the person.
    public let name: String
    /// What its content shows it to be.
    public let type: String
    /// Bytes.
    public let length: Int
    /// SHA-256 of the whole, lower case hexadecimal.
    public let digest: String

    public init(name: String, type: String, length: Int, digest: String) {
        self.name = name
        self.type = type
        self.length = length
        self.digest = digest
    }
}

extension Register {
    /// How many bytes a row of an attachment holds: enough to be quick, little enough to keep many uploads in memory.
    public static let chunkLength = 256 * 1024

    /// Keeps an upload, chunk by chunk, each in a transaction of its own so that no other write waits for it. It belongs
    /// to no case file until `receive` or `change` claims it. Unclaimed, it waits as long as its form may be sent
    /// (`Submission.lifetime`), and a day where it has none.
    ///
    /// - Parameter chunk: the bytes at a position, `chunkLength` of them but for the last; nil or none past the end.
    public func stage(
        _ attachment: StagedAttachment,
        for submission: Submission?,
        chunk: @Sendable (Int) throws -> [UInt8]?
    ) async throws -> FileSummary {
        let id = world.identifier()
        let now = world.now().description
        try await database.write(scope) { connection in
            try connection.run(
                "INSERT INTO upload (organisation, id, begun_at) VALUES (\(organisation.id), \(id), \(now))"
            )
        }
        var position = 0
        while try await stage(chunk, position, of: id) { position += 1 }
        // The row comes last: an upload that was cut off has none, and so can never be taken for a whole one.
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO attachment (organisation, id, submission, name, type, length, digest, created_at,
                    scan_after)
                VALUES (\(organisation.id), \(id), \(submission?.digest), \(attachment.name), \(attachment.type),
                    \(attachment.length), \(attachment.digest), \(now), \(Self.unscheduled))
                """
            )
        }
        return FileSummary(
            id: id,
            name: attachment.name,
            type: attachment.type,
            length: attachment.length,
            digest: attachment.digest
        )
    }

    /// Keeps one chunk, if there is one at that position. However many uploads there are, only so many hold a chunk while
    /// it waits to be written.
    private func stage(
        _ chunk: @Sendable (Int) throws -> [UInt8]?,
        _ position: Int,
        of attachment: String
    ) async throws -> Bool {
        try await chunksInHand.inTurn {
            guard let bytes = try chunk(position), !bytes.isEmpty else { return false }
            try await database.write(scope) { connection in
                try connection.run(
                    """
                    INSERT INTO attachment_chunk (organisation, attachment, position, bytes)
                    VALUES (\(organisation.id), \(attachment), \(position), \(bytes))
                    """
                )
            }
            return true
        }
    }

    /// The uploads that came with a form, oldest first; the same file sent twice counts once. Those of a form that was
    /// received are there too, so that the same form sent again is the same (S-40).
    public func staged(for submission: Submission) async throws -> [FileSummary] {
        let all = try await database.read { connection in
            try connection.run(
                """
                SELECT id, name, type, length, digest FROM attachment
                WHERE organisation = \(organisation.id) AND submission = \(submission.digest)
                ORDER BY created_at, id
                """
            ).map(FileSummary.init)
        }
        var seen = Set<String>()
        return all.filter { seen.insert("\($0.digest) \($0.name)").inserted }
    }

    /// Uploads that staff's forms keep, by their identifiers and in that order; one that is gone is left out.
    ///
    /// - Parameter id: a case file whose own are found too, so that its act sent twice is the same; nil for no such file.
    public func uploads(_ ids: [String], ownedBy id: CaseFile.ID? = nil) async throws -> [FileSummary] {
        guard !ids.isEmpty else { return [] }
        let values = ids.map(Value.text)
        let found = try await database.read { connection in
            try connection.run(
                """
                SELECT id, name, type, length, digest FROM attachment
                WHERE organisation = \(organisation.id) AND id IN (\(list: values)) AND submission IS NULL
                    AND (case_file IS NULL OR case_file = \(id?.description ?? ""))
                """
            ).map(FileSummary.init)
        }
        return ids.compactMap { id in found.first { $0.id == id } }
    }

    /// How many uploads are kept with a form, as a value within another statement.
    func uploads(with form: [UInt8]) -> SQL {
        "(SELECT COUNT(*) FROM attachment WHERE organisation = \(organisation.id) AND submission = \(form))"
    }

    /// Hands what came with a form, and no case file owns yet, over to the same form shown again under another identifier.
    public func restage(from old: Submission, to new: Submission) async throws {
        _ = try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE attachment SET submission = \(new.digest)
                WHERE organisation = \(organisation.id) AND submission = \(old.digest) AND case_file IS NULL
                """
            )
        }
    }

    /// Drops an upload that its sender took back.
    public func unstage(_ ids: [String], of submission: Submission) async throws {
        guard !ids.isEmpty else { return }
        let values = ids.map(Value.text)
        try await database.write(scope) { connection in
            let dropped = try connection.run(
                """
                DELETE FROM attachment WHERE organisation = \(organisation.id) AND id IN (\(list: values))
                    AND submission = \(submission.digest) AND case_file IS NULL RETURNING id
                """
            )
            let gone = try dropped.map { Value.text(try $0.text(0)) }
            try connection.run(
                """
                DELETE FROM attachment_chunk
                WHERE organisation = \(organisation.id) AND attachment IN (\(list: gone))
                """
            )
            try connection.run(
                "DELETE FROM upload WHERE organisation = \(organisation.id) AND id IN (\(list: gone))"
            )
        }
    }

    /// Makes uploads a case file's own. - Throws: `Failure.unknown` where one is gone or somebody else's;
    /// `Refusal.tooManyDocuments`.
    func claim(_ files: [FileSummary], for id: CaseFile.ID, in connection: any Connection) throws {
        guard !files.isEmpty else { return }
        for file in files {
            let claimed = try connection.run(
                """
                UPDATE attachment SET case_file = \(id.description), scan_after = ''
                WHERE organisation = \(organisation.id) AND id = \(file.id) AND case_file IS NULL
                    AND digest = \(file.digest) RETURNING id
                """
            )
            guard !claimed.isEmpty else { throw Failure.unknown }
            try connection.run(
                "DELETE FROM upload WHERE organisation = \(organisation.id) AND id = \(file.id)"
            )
        }
        try DocumentQuota.check(lengths: try lengths(of: id, in: connection))
    }

    /// How long the documents of a case file are, in bytes, in no order: of one more than it may hold at most.
    public func lengths(of id: CaseFile.ID) async throws -> [Int] {
        try await database.read { try lengths(of: id, in: $0) }
    }

    private func lengths(of id: CaseFile.ID, in connection: any Connection) throws -> [Int] {
        try connection.run(
            """
            SELECT length FROM attachment
            WHERE organisation = \(organisation.id) AND case_file = \(id.description)
            LIMIT \(DocumentQuota.documents + 1)
            """
        ).map { try $0.integer(0) }
    }

    /// An attachment of a case file and whose it is. - Throws: `Failure.unknown`.
    public func attachment(_ id: String) async throws -> (file: FileSummary, caseFile: CaseFile.ID) {
        try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT id, name, type, length, digest, case_file FROM attachment
                WHERE organisation = \(organisation.id) AND id = \(id) AND case_file IS NOT NULL
                    \(butHidden(whose: "attachment.case_file"))
                """
            )
            guard let row = rows.first, let caseFile = CaseFile.ID(try row.text(5)) else { throw Failure.unknown }
            return (try FileSummary(row), caseFile)
        }
    }

    /// One chunk of an attachment's bytes; nil past the last.
    public func chunk(_ position: Int, of attachment: String) async throws -> [UInt8]? {
        try await database.read { connection in
            try chunk(position, of: attachment, in: connection)
        }
    }

    func chunk(_ position: Int, of attachment: String, in connection: any Connection) throws -> [UInt8]? {
        try connection.run(
            """
            SELECT bytes FROM attachment_chunk
            WHERE organisation = \(organisation.id) AND attachment = \(attachment) AND position = \(position)
            """
        ).first?.blob(0)
    }
}

extension FileSummary {
    init(_ row: Row) throws {
        self.init(
            id: try row.text(0),
            name: try row.text(1),
            type: try row.text(2),
            length: try row.integer(3),
            digest: try row.text(4)
        )
    }
}
