public import Complaints
import Storage

extension Register {
    /// What somebody may look at, as the journal of accesses names it (S-62).
    public enum Access: String, Sendable {
        case opened = "consultation"
        case downloaded = "telechargement"
        case readLetter = "lettre"
    }

    /// Records that an officer looked at a case file: who and when, never what it says (S-62; peers §3 row 22).
    public func recordAccess(_ access: Access, of id: CaseFile.ID, by account: String) async throws {
        let row = world.identifier()
        let at = world.now()
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO access (organisation, id, account, action, case_file, at)
                VALUES (\(organisation.id), \(row), \(account), \(access.rawValue), \(id.description), \(at.description))
                """
            )
        }
    }
}
