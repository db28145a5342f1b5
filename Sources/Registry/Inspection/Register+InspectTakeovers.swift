import Complaints
import Storage

extension Register {
    /// What a case file that was taken over is known by when it comes again; nothing for any other.
    ///
    /// - Returns: how many such rows are to be there.
    func inspectTakeover(of file: CaseFile, in connection: any Connection) throws -> Int {
        guard let complaint = FormerComplaint(file) else { return 0 }
        let rows = try connection.run(
            """
            SELECT mark FROM takeover
            WHERE organisation = \(organisation.id) AND case_file = \(file.id.description)
            """
        )
        guard try rows.map({ try $0.blob(0) }) == [complaint.mark] else {
            throw Discrepancy.list(reference: file.reception.reference.description)
        }
        return 1
    }
}
