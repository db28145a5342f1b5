public import Complaints
import FoundationEssentials
import Storage
import Synchronization

/// Versions of procedures already read: they never change, so they are read once.
final class ProcedureShelf: Sendable {
    private let versions = Mutex<[Int: (procedure: Procedure, digest: String)]>([:])

    subscript(version: Int) -> Procedure? { versions.withLock { $0[version]?.procedure } }

    /// The digest of what a version was read from, as receptions under it bear it.
    func digest(of version: Int) -> String? { versions.withLock { $0[version]?.digest } }

    func put(_ procedure: Procedure, as version: Int, digest: String) {
        versions.withLock { $0[version] = (procedure, digest) }
    }
}

extension Register {
    /// The procedure in force.
    public func currentProcedure() async throws -> Procedure {
        try await database.read { connection in try currentProcedure(in: connection) }
    }

    /// The procedure that a case file was received under.
    public func procedure(of id: CaseFile.ID) async throws -> Procedure {
        try await database.read { connection in
            let file = try load(id, in: connection).caseFile
            return try procedure(file.reception.procedure, in: connection)
        }
    }

    /// Publishes a new version of the procedure. Case files already received keep theirs.
    ///
    /// - Throws: `Refusal.forbiddenWording` where a setting that letters print has one in it.
    public func publish(_ procedure: Procedure, author: String, reason: String) async throws -> Procedure {
        try procedure.refuseForbiddenWording()
        let at = world.now()
        return try await database.write(scope) { connection in
            var next = procedure
            next.version = try currentProcedure(in: connection).version + 1
            try insert(next, organisation.id, at, author: author, reason: reason, in: connection)
            return next
        }
    }

    func currentProcedure(in connection: any Connection) throws -> Procedure {
        let rows = try connection.run(
            "SELECT MAX(version) FROM procedure_version WHERE organisation = \(organisation.id)"
        )
        return try procedure(rows[0].integer(0), in: connection)
    }

    /// A version of the procedure.
    func procedure(_ version: Int, in connection: any Connection) throws -> Procedure {
        if let known = procedures[version] { return known }
        guard let kept = try keptProcedure(version, in: connection) else { throw Failure.unknown }
        let procedure = try JSONDecoder().decode(Procedure.self, from: Data(kept.content.utf8))
        procedures.put(procedure, as: version, digest: kept.digest)
        return procedure
    }

    /// A version as it is kept, with the SHA-256 over all of it: number, content, day, author and reason. Nil where it is
    /// gone.
    func keptProcedure(_ version: Int, in connection: any Connection) throws -> (content: String, digest: String)? {
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
