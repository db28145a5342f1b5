public import Complaints
import FoundationEssentials
import Storage
import Synchronization

/// Versions of procedures already read: they never change, so they are read once.
final class ProcedureShelf: Sendable {
    private let versions = Mutex<[Int: Procedure]>([:])

    subscript(version: Int) -> Procedure? {
        get { versions.withLock { $0[version] } }
        set { versions.withLock { $0[version] = newValue } }
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
        let rows = try connection.run(
            """
            SELECT content FROM procedure_version
            WHERE organisation = \(organisation.id) AND version = \(version)
            """
        )
        guard let content = try rows.first?.text(0) else { throw Failure.unknown }
        let procedure = try JSONDecoder().decode(Procedure.self, from: Data(content.utf8))
        procedures[version] = procedure
        return procedure
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
