public import Complaints
import Storage

extension Register {
    /// What somebody may look at, as the journal of accesses names it (S-62).
    public enum Access: String, Sendable {
        case opened = "consultation"
        case downloaded = "telechargement"
        case readLetter = "lettre"
        /// The complainant was given another tracking secret (S-49).
        case newSecret = "nouveau-code"
    }

    /// Records that an officer looked at a case file: who and when, never what it says (S-62; peers §3 row 22).
    ///
    /// - Throws: `Failure.restricted` where the case is not open to its reader: nothing is recorded then; `StorageError`.
    /// - Parameter handles: whether it is somebody who handles complaints: what the complainant wrote is read then.
    public func recordAccess(
        _ access: Access,
        of id: CaseFile.ID,
        by account: String,
        handles: Bool = false
    ) async throws {
        let row = world.identifier()
        let at = world.now()
        try await database.write(scope) { connection in
            guard try isOpen(id, in: connection) else { throw Failure.restricted }
            try recordAccess(access, of: id, by: account, as: row, at: at, in: connection)
            if handles, access == .opened { try markRead(id, in: connection) }
        }
    }

    /// The same within a transaction.
    func recordAccess(
        _ access: Access,
        of id: CaseFile.ID,
        by account: String,
        as row: String,
        at: Instant,
        in connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO access (organisation, id, account, action, case_file, at)
            VALUES (\(organisation.id), \(row), \(account), \(access.rawValue), \(id.description), \(at.description))
            """
        )
    }
}
