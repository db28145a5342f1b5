public import Complaints
import Storage

extension Register {
    /// Notes what somebody said. The same form sent again notes it once. In confidence it is open to those to whom a
    /// complaint in confidence is, by the procedure of that moment.
    ///
    /// - Parameters:
    ///   - hearing: without a restriction.
    ///   - form: what makes the form count once.
    /// - Throws: `Refusal` by the rules; `Failure.differentSubmission` where the form came before with other content.
    public func hear(
        _ hearing: Hearing,
        inConfidence: Bool = false,
        as form: Submission,
        by author: Author
    ) async throws -> Discontent.ID {
        let signature = Signature(by: author, at: world.now())
        let (salt, draw) = (world.bytes(32), world.identifier())
        guard let id = Discontent.ID(hexadecimal(form.digest.prefix(16))) else { throw Failure.unknown }
        return try await database.write(scope) { connection in
            if let known = try discontent(id, in: connection) {
                let isSame = known.discontent.hearing.isSame(as: hearing, inConfidence: inConfidence)
                guard isSame else { throw Failure.differentSubmission }
                return id
            }
            var heard = hearing
            if inConfidence { heard.restriction = try currentProcedure(in: connection).procedure.confidence }
            let event = try Discontent.hear(heard, signature)
            let noted = try record(event, of: id, on: nil, signature, salt, in: connection)
            try alert(about: noted, signature, draw, in: connection)
            return id
        }
    }

    /// Changes a discontent: `decide` is given it as it stands and answers with what happens, or refuses. The same act by
    /// the same officer over again changes nothing.
    ///
    /// - Parameter expected: its version when the person looked at it; nil where it does not matter.
    /// - Throws: `Refusal` by the rules; `Failure.changedMeanwhile`, `Failure.unknown`, `Failure.restricted`;
    ///   `StorageError`.
    @discardableResult
    public func change(
        discontent id: Discontent.ID,
        by author: Author,
        expecting expected: Int? = nil,
        _ decide: @escaping @Sendable (Discontent, Signature) throws -> DiscontentEvent
    ) async throws -> Discontent {
        let signature = Signature(by: author, at: world.now())
        let salt = world.bytes(32)
        return try await database.write(scope) { connection in
            guard let standing = try discontent(id, in: connection) else { throw Failure.unknown }
            let known = standing.discontent
            try demandOpen(known, in: connection)
            if expected.map({ $0 == known.version - 1 }) ?? true, known.isRepeated(signature, decide) { return known }
            if let expected, expected != known.version { throw Failure.changedMeanwhile }
            return try record(try decide(known, signature), of: id, on: standing, signature, salt, in: connection)
        }
    }

    /// A discontent as it stands. - Throws: `Failure.unknown`; `Failure.restricted` where it, or the case that came of it, is
    /// closed to the reader.
    public func discontent(_ id: Discontent.ID) async throws -> Discontent {
        try await database.read { connection in
            guard let standing = try discontent(id, in: connection) else { throw Failure.unknown }
            try demandOpen(standing.discontent, in: connection)
            return standing.discontent
        }
    }

    /// A discontent, and where its history begins and ends in the log.
    private typealias Known = (discontent: Discontent, first: Int, last: Int)

    private func discontent(_ id: Discontent.ID, in connection: any Connection) throws -> Known? {
        let listed = try connection.run(
            "SELECT 1 FROM discontent WHERE organisation = \(organisation.id) AND id = \(id.description)"
        )
        guard !listed.isEmpty else { return nil }
        let rows = try connection.run(
            """
            SELECT seq, payload FROM log_opening
            WHERE organisation = \(organisation.id) AND case_file = \(id.description) ORDER BY seq
            """
        )
        guard let first = rows.first, let last = rows.last else { return nil }
        let entries = try rows.map { row in
            guard let entry = try? DiscontentEntry(payload: row.blob(1)) else {
                throw Failure.unreadable(seq: try row.integer(0))
            }
            return entry
        }
        guard let discontent = Discontent(id: id, entries: entries) else {
            throw Failure.unreadable(seq: try first.integer(0))
        }
        return (discontent, try first.integer(0), try last.integer(0))
    }

    /// Writes one event: its line in the log and its projection. Both, or by the transaction neither.
    private func record(
        _ event: DiscontentEvent,
        of id: Discontent.ID,
        on standing: Known?,
        _ signature: Signature,
        _ salt: [UInt8],
        in connection: any Connection
    ) throws -> Discontent {
        let entry = DiscontentEntry(
            event: event,
            signature: signature,
            discontent: id,
            organisation: organisation.id,
            previous: standing?.last
        )
        var frontier = try head(in: connection)
        let seq = try append(try LogLine(entry, salt: salt), to: &frontier, in: connection)
        let entries = (standing?.discontent.entries ?? []) + [entry]
        guard let after = Discontent(id: id, entries: entries) else { throw Failure.unknown }
        let row = DiscontentRow(after, from: standing?.first ?? seq, to: seq)
        try connection.run(
            "DELETE FROM discontent WHERE organisation = \(organisation.id) AND id = \(id.description)"
        )
        try connection.run(
            """
            INSERT INTO discontent (organisation, \(DiscontentRow.columns))
            VALUES (\(organisation.id), \(list: row.values))
            """
        )
        return after
    }
}
