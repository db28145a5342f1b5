public import Complaints
import FoundationEssentials
import Storage
import Synchronization

/// A version of a procedure as it is kept.
struct KeptProcedure: Sendable {
    let procedure: Procedure
    /// The SHA-256 over all of it, as receptions under it bear it.
    let digest: String
}

/// Versions of procedures already read: they never change, so they are read once.
///
/// Only what a finished read gave is put here: what a transaction sees of its own, or of its neighbours in the batch, may
/// be undone, and another version get its number.
final class ProcedureShelf: Sendable {
    private let versions = Mutex<[Int: KeptProcedure]>([:])

    subscript(version: Int) -> KeptProcedure? { versions.withLock { $0[version] } }

    func put(_ kept: KeptProcedure) { versions.withLock { $0[kept.procedure.version] = kept } }
}

extension Register {
    /// The procedure in force.
    public func currentProcedure() async throws -> Procedure {
        try await shelved { connection in try currentProcedure(in: connection) }
    }

    /// The procedure that a case file was received under.
    public func procedure(of id: CaseFile.ID) async throws -> Procedure {
        try await shelved { connection in
            try procedure(load(id, in: connection).caseFile.reception.procedure, in: connection)
        }
    }

    /// Reads a version, and has it at hand from then on.
    private func shelved(
        _ read: @escaping @Sendable (any Connection) throws -> KeptProcedure
    ) async throws -> Procedure {
        let kept = try await database.read(read)
        procedures.put(kept)
        return kept.procedure
    }

    func currentProcedure(in connection: any Connection) throws -> KeptProcedure {
        let rows = try connection.run(
            "SELECT MAX(version) FROM procedure_version WHERE organisation = \(organisation.id)"
        )
        return try procedure(rows[0].integer(0), in: connection)
    }

    /// A version of the procedure.
    func procedure(_ version: Int, in connection: any Connection) throws -> KeptProcedure {
        if let known = procedures[version] { return known }
        guard let (content, digest) = try writtenProcedure(version, in: connection) else { throw Failure.unknown }
        let procedure = try JSONDecoder().decode(Procedure.self, from: Data(content.utf8))
        return KeptProcedure(procedure: procedure, digest: digest)
    }

    /// A version as it is written, with the SHA-256 over all of it: number, content, day, author and reason. Nil where it
    /// is gone.
    func writtenProcedure(
        _ version: Int,
        in connection: any Connection
    ) throws -> (content: String, digest: String)? {
        let rows = try connection.run(
            """
            SELECT content, published_at, author, reason FROM procedure_version
            WHERE organisation = \(organisation.id) AND version = \(version)
            """
        )
        guard let row = rows.first else { return nil }
        let texts = try [String(version)] + (0..<4).map { try row.text($0) }
        return (texts[1], digest(of: texts.map { Data($0.utf8) }))
    }
}

/// Writes a version of a procedure.
func insert(
    _ procedure: Procedure,
    _ organisation: String,
    _ at: Instant,
    author: String,
    reason: String,
    in connection: any Connection
) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = String(decoding: try encoder.encode(procedure), as: UTF8.self)
    try connection.run(
        """
        INSERT INTO procedure_version (organisation, version, content, published_at, author, reason)
        VALUES (\(organisation), \(procedure.version), \(content), \(at.description), \(author), \(reason))
        """
    )
}
