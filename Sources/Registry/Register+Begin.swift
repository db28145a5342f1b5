import Complaints
import Storage

extension Register {
    /// What a transaction found and did.
    struct Begun: Sendable {
        let receipt: Receipt
        /// The procedure in force, where the one foreseen no longer was.
        var procedure: KeptProcedure?
    }

    /// The transaction of a reception. It reads and writes each thing once: all receptions of an organisation wait for one
    /// another here.
    ///
    /// - Parameter foreseen: what to write if the mark is the one expected; made anew where it is not.
    func begin(_ arrival: Arrival, _ foreseen: Beginning?, in connection: any Connection) throws -> Begun {
        let place = try place(for: arrival, in: connection)
        var frontier = place.frontier
        if let earlier = try take(arrival, seq: frontier.size, in: connection) { return Begun(receipt: earlier) }
        let hasEnough = place.toAddress >= Self.acknowledgementsPerAddress
        let marks = try marks(for: arrival, isAnswered: !hasEnough, in: connection)
        var (beginning, newer) = (foreseen, nil as KeptProcedure?)
        if foreseen?.reference != marks.reference || foreseen?.procedure != place.procedure {
            let procedure = try procedure(place.procedure, in: connection)
            beginning = try Beginning(arrival, as: marks.reference, under: procedure, in: self)
            newer = procedure
        }
        guard let beginning else { throw Failure.unknown }
        try claim(arrival.intake.original.files, for: arrival.id, in: connection)
        let seq = try append(beginning.line, number: nil, to: &frontier, in: connection)
        try addRow(beginning.row.placed(from: seq, to: seq), in: connection)
        let isOverCap = hasEnough || marks.inHour > Self.acknowledgementsPerHour
        let state: LetterState =
            beginning.letter.content.recipient == nil ? .paper : isOverCap ? .held : .waiting
        try keep(beginning.letter, as: state, of: arrival.id, arrival.signature.instant, in: connection)
        try enterSecret(of: arrival, in: connection)
        if let file = beginning.confidential {
            try alert(about: file, since: nil, arrival.signature, arrival.draws, in: connection)
        } else if place.hasSubscribers {
            let reception = Announced(
                event: .received,
                caseFile: arrival.id,
                reference: beginning.reference,
                number: nil,
                stage: .received
            )
            try announce(reception, arrival.signature, arrival.draws, in: connection)
        }
        return Begun(
            receipt: Receipt(caseFile: arrival.id, reference: marks.reference, seq: seq, isRepeat: false),
            procedure: newer
        )
    }

    /// The head of the log, the procedure in force, how many acknowledgements the address has had since yesterday, and
    /// whether any program is told of what happens.
    ///
    /// - Throws: `Failure.uploadsForgotten`; `Failure.headForged`.
    private func place(
        for arrival: Arrival,
        in connection: any Connection
    ) throws -> (frontier: MerkleFrontier, procedure: Int, toAddress: Int, hasSubscribers: Bool) {
        let recent = arrival.intake.original.email.map { acknowledgements(to: $0, before: arrival.signature.instant) }
        let kept = arrival.intake.knowsUploads ? nil : arrival.form.map { uploads(with: $0.digest) }
        let rows = try connection.run(
            """
            SELECT h.frontier, h.seal,
                (SELECT MAX(version) FROM procedure_version p WHERE p.organisation = h.organisation),
                \(recent ?? "0"), \(kept ?? "0"),
                (SELECT COUNT(*) FROM subscriber s WHERE s.organisation = h.organisation)
            FROM log_head h WHERE h.organisation = \(organisation.id)
            """
        )
        guard let row = rows.first else { throw Failure.headForged }
        guard try row.integer(4) == 0 else { throw Failure.uploadsForgotten }
        return (try frontier(in: row), try row.integer(2), try row.integer(3), try row.integer(5) > 0)
    }

    /// The next mark, and how many acknowledgements this hour has seen, this one among them. Undone with the transaction,
    /// so no mark is ever skipped.
    ///
    /// - Parameter isAnswered: false where the address has had enough of them: whoever floods one keeps nobody else from
    ///   being answered.
    private func marks(
        for arrival: Arrival,
        isAnswered: Bool,
        in connection: any Connection
    ) throws -> (reference: ReceptionReference, inHour: Int) {
        let hour = Self.hour(of: arrival.signature.instant)
        let isCounted = isAnswered && arrival.intake.original.email != nil
        let books = [(Book.intake, arrival.year)] + (isCounted ? [(.letters, hour)] : [])
        let rows = books.map { book, year -> [Value] in
            [.text(organisation.id), .text(book.rawValue), .integer(Int64(year)), .integer(1)]
        }
        let given = try connection.run(
            """
            INSERT INTO counter (organisation, book, year, last) VALUES \(rows: rows)
            ON CONFLICT (organisation, book, year) DO UPDATE SET last = counter.last + 1 RETURNING book, last
            """
        ).map { (try $0.text(0), try $0.integer(1)) }
        let last = Dictionary(given) { first, _ in first }
        guard let ordinal = last[Book.intake.rawValue] else { throw Failure.unknown }
        let reference = ReceptionReference(year: arrival.year, ordinal: ordinal)
        return (reference, last[Book.letters.rawValue] ?? 0)
    }

    private func enterSecret(of arrival: Arrival, in connection: any Connection) throws {
        guard let secret = arrival.secret else { return }
        try connection.run(
            """
            INSERT INTO tracking (organisation, secret_digest, case_file, created_at)
            VALUES (\(organisation.id), \(secret), \(arrival.id.description), \(arrival.receivedAt.description))
            """
        )
    }
}
