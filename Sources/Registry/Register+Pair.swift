public import Complaints
import Storage

extension Register {
    /// Changes two case files by one act, or neither: `decide` is given each as it stands, with the mark of the other one, and answers
    /// with what happens to it, or refuses. The same act by the same hand over again changes nothing.
    ///
    /// - Parameter expected: the first file's version when the person looked at it; nil where it does not matter.
    /// - Returns: the first file as it stands then.
    /// - Throws: as `change`, for either of the two.
    @discardableResult
    public func change(
        _ id: CaseFile.ID,
        with other: CaseFile.ID,
        by author: Author,
        expecting expected: Int? = nil,
        _ decide: @escaping @Sendable (CaseFile, ReceptionReference, Signature) throws -> Event
    ) async throws -> CaseFile {
        let signature = Signature(by: author, at: world.now())
        let (draws, others) = (Draws(from: world), Draws(from: world))
        return try await database.write(scope) { connection in
            let here = try load(id, in: connection)
            let there = try load(other, in: connection)
            let (mine, theirs) = (here.caseFile.reception.reference, there.caseFile.reception.reference)
            if let expected,
                here.caseFile.isRepeated(seen: expected, signature, { try decide($0, theirs, $1) })
            {
                return here.caseFile
            }
            if let expected, expected != here.caseFile.version { throw Failure.changedMeanwhile }
            let event = try decide(here.caseFile, theirs, signature)
            let reflection = try decide(there.caseFile, mine, signature)
            _ = try record(reflection, on: there, signature, others, in: connection)
            return try record(event, on: here, signature, draws, in: connection)
        }
    }
}
