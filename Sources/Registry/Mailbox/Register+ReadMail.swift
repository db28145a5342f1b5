public import Complaints
import Storage

/// A mail that is to be read, or to be sorted.
public struct PendingMail: Sendable, Equatable {
    public let id: String
    /// When its bytes were kept.
    public let keptAt: Instant
    /// Its bytes, as an attachment.
    let attachment: String
    /// What was read of it; nil while it is to be read, or cannot be.
    public let reading: IncomingMail?
    /// Whether it is to be read first.
    public let isUnread: Bool
    /// How often that was tried, this time included.
    public let attempts: Int
}

extension Register {
    /// How long a mail that is being read or sorted is left to whoever does, in seconds.
    static let mailClaim = 60

    /// Takes the next mail that is to be read or sorted, so that no other server does; nil where there is none. A server that
    /// died over it, or could not, loses it after a minute.
    public func claimMail() async throws -> PendingMail? {
        try await takeDue(
            of: "mail",
            where: "state <> 'sorted'",
            at: world.now(),
            for: Self.mailClaim,
            counting: true,
            returning: "id, kept_at, attachment, reading, state, attempts"
        ) { row, _ in try PendingMail(row) }
    }

    /// A mail, byte for byte. - Throws: `Failure.unknown` where it was not kept.
    public func bytes(of mail: PendingMail) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await eachChunk(of: mail.attachment) { bytes += $0 }
        guard !bytes.isEmpty else { throw Failure.unknown }
        return bytes
    }

    /// The bytes of a document, piece after piece.
    func eachChunk(of attachment: String, _ take: ([UInt8]) -> Void) async throws {
        var position = 0
        while let bytes = try await chunk(position, of: attachment) {
            take(bytes)
            position += 1
        }
    }

    /// Keeps what was read of a mail, and what came with it.
    ///
    /// - Parameters:
    ///   - reading: nil for one that cannot be read.
    ///   - files: staged, in order.
    public func note(_ reading: IncomingMail?, with files: [FileSummary], of mail: PendingMail) async throws {
        let stored = try reading?.stored
        let person = reading?.sender.map { $0.name.isBlank ? $0.address : $0.name } ?? ""
        try await database.write(scope) { connection in
            let noted = try connection.run(
                """
                UPDATE mail SET state = 'read', reading = \(stored), message_id = \(reading?.messageID ?? ""),
                    person = \(String(person.prefix(300))), address = \(reading?.sender?.address ?? ""),
                    subject = \(String((reading?.subject ?? "").prefix(500)))
                WHERE organisation = \(organisation.id) AND id = \(mail.id) AND state = 'kept' RETURNING id
                """
            )
            guard !noted.isEmpty else { return }
            for (position, file) in files.enumerated() {
                try connection.run(
                    """
                    INSERT INTO mail_file (organisation, mail, position, attachment)
                    VALUES (\(organisation.id), \(mail.id), \(position), \(file.id))
                    """
                )
                try connection.run(
                    "DELETE FROM upload WHERE organisation = \(organisation.id) AND id = \(file.id)"
                )
            }
        }
    }

    /// Keeps a file that came with a mail. Until `note` takes it in, it is nobody's, and forgotten after a day.
    public func stage(_ bytes: [UInt8], named name: String, type: String, digest: String) async throws -> FileSummary {
        let length = Self.chunkLength
        return try await stage(
            StagedAttachment(name: name, type: type, length: bytes.count, digest: digest),
            for: nil
        ) { position in
            let from = position * length
            return from < bytes.count ? Array(bytes[from..<min(from + length, bytes.count)]) : nil
        }
    }
}

extension PendingMail {
    fileprivate init(_ row: Row) throws {
        guard let keptAt = Instant(try row.text(1)) else { throw StorageError.failed("a mail's row cannot be read") }
        self.init(
            id: try row.text(0),
            keptAt: keptAt,
            attachment: try row.text(2),
            reading: try row.optionalBlob(3).map { try IncomingMail(stored: $0) },
            isUnread: try row.text(4) == MailRecord.State.kept.rawValue,
            attempts: try row.integer(5)
        )
    }
}
