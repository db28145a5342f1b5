public import Complaints
import Storage

extension Register {
    /// The letter that `change` would send for the same act now, composed as it would compose it; nil where the act sends
    /// none. Nothing is written.
    ///
    /// - Parameter expected: the file's version when the person looked at it.
    /// - Throws: `Refusal` by the rules, as the act would be; `Failure.changedMeanwhile`, `Failure.unknown`; `StorageError`.
    public func preview(
        _ id: CaseFile.ID,
        by author: Author,
        expecting expected: Int,
        _ decide: @escaping @Sendable (CaseFile, Signature) throws -> Event
    ) async throws -> LetterPreview? {
        try await preview(id, by: author, expecting: expected) { file, signature, _ in try decide(file, signature) }
    }

    /// The letter that `enter` would send now, with the number that would come next: whoever enters another case first
    /// takes that.
    ///
    /// - Throws: as `enter` would; `StorageError`.
    public func previewEntering(
        _ id: CaseFile.ID,
        asItIs: String = "",
        by author: Author,
        expecting expected: Int
    ) async throws -> LetterPreview? {
        try await preview(id, by: author, expecting: expected) { file, signature, connection in
            let rule = try procedure(file.reception.procedure, in: connection).procedure.completeness
            let year = signature.day.year
            let number = RegisterNumber(year: year, ordinal: try last(in: .register, year: year, connection) + 1)
            return try file.register(as: number, rule: rule, asItIs: asItIs, signature)
        }
    }

    private func preview(
        _ id: CaseFile.ID,
        by author: Author,
        expecting expected: Int,
        _ decide: @escaping @Sendable (CaseFile, Signature, any Connection) throws -> Event
    ) async throws -> LetterPreview? {
        let signature = Signature(by: author, at: world.now())
        let draws = Draws(from: world)
        return try await database.read { connection in
            let standing = try load(id, in: connection)
            guard expected == standing.caseFile.version else { throw Failure.changedMeanwhile }
            let event = try decide(standing.caseFile, signature, connection)
            return try prepare(event, on: standing, signature, draws, in: connection).letter?.preview
        }
    }
}
