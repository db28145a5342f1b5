public import Complaints
import Storage

extension Register {
    /// What was taken over at once.
    public struct TakenOver: Sendable, Equatable {
        /// The case files, in the order of the file.
        public let caseFiles: [CaseFile.ID]
    }

    /// One of these complaints was taken over before, or two of them are the same: nothing was written.
    public struct AlreadyTakenOver: Error, Equatable {}

    /// Which of these marks belong to complaints that were taken over before.
    public func takenOver(among marks: [[UInt8]]) async throws -> Set<[UInt8]> {
        try await database.read { connection in try takenOver(among: marks, in: connection) }
    }

    /// Takes complaints of an older register over: all of them in one transaction, or none. Each gets its line in the log,
    /// the next mark and the next number of the year in which it had been received, and no letter: nobody is written to.
    ///
    /// - Parameters:
    ///   - file: SHA-256 of the file that they came in, lower case hexadecimal.
    ///   - name: what that file is called; nil where nobody knows.
    /// - Throws: `Refusal` for anybody but the management; `AlreadyTakenOver`; `StorageError`.
    public func takeOver(
        _ complaints: [FormerComplaint],
        from file: String,
        named name: String? = nil,
        by author: Author
    ) async throws -> TakenOver {
        guard case .officer(let officer) = author, officer.mayTakeOver else { throw Refusal.notAllowed }
        let signature = Signature(by: author, at: world.now())
        let arrivals = complaints.compactMap { complaint in
            CaseFile.ID(world.identifier()).map { FormerArrival(complaint: complaint, id: $0, salt: world.bytes(32)) }
        }
        try await database.write(scope) { connection in
            let marks = arrivals.map(\.complaint.mark)
            guard Set(marks).count == marks.count, try takenOver(among: marks, in: connection).isEmpty else {
                throw AlreadyTakenOver()
            }
            try write(arrivals, from: file, named: name, signature, in: connection)
        }
        return TakenOver(caseFiles: arrivals.map(\.id))
    }

    /// How many are looked up, or entered, by one statement.
    private static let together = 500

    private func takenOver(among marks: [[UInt8]], in connection: any Connection) throws -> Set<[UInt8]> {
        var known: Set<[UInt8]> = []
        for start in stride(from: 0, to: marks.count, by: Self.together) {
            let some = marks[start..<min(start + Self.together, marks.count)]
            let rows = try connection.run(
                """
                SELECT mark FROM takeover
                WHERE organisation = \(organisation.id) AND mark IN (\(list: some.map(Value.blob)))
                """
            )
            for row in rows { known.insert(try row.blob(0)) }
        }
        return known
    }

    private func write(
        _ arrivals: [FormerArrival],
        from file: String,
        named name: String?,
        _ signature: Signature,
        in connection: any Connection
    ) throws {
        let kept = try currentProcedure(in: connection)
        let years = Dictionary(grouping: arrivals, by: \.complaint.receivedOn.year).mapValues(\.count)
        var references = try places(in: .intake, years, connection)
        var numbers = try places(in: .register, years, connection)
        var frontier = try head(in: connection)
        for arrival in arrivals {
            let year = arrival.complaint.receivedOn.year
            let entry = arrival.entry(
                as: ReceptionReference(year: year, ordinal: Self.take(year, from: &references)),
                RegisterNumber(year: year, ordinal: Self.take(year, from: &numbers)),
                from: file,
                named: name,
                under: kept,
                signature,
                organisation.id
            )
            guard let caseFile = CaseFile(id: arrival.id, entries: [entry]) else { throw Failure.unknown }
            let line = try LogLine(entry, salt: arrival.salt)
            let seq = try append(line, number: caseFile.number, to: &frontier, in: connection)
            try addRow(CaseRow(caseFile, from: seq, to: seq), in: connection)
            try connection.run(
                """
                INSERT INTO takeover (organisation, mark, case_file)
                VALUES (\(organisation.id), \(arrival.complaint.mark), \(arrival.id.description))
                """
            )
        }
    }

    /// Makes room for so many in each year of a book. - Returns: the next number of each year.
    private func places(
        in book: Book,
        _ years: [Int: Int],
        _ connection: any Connection
    ) throws -> [Int: Int] {
        var next: [Int: Int] = [:]
        for (year, count) in years.sorted(by: { $0.key < $1.key }) {
            let last = try connection.run(
                """
                INSERT INTO counter (organisation, book, year, last)
                VALUES (\(organisation.id), \(book.rawValue), \(year), \(count))
                ON CONFLICT (organisation, book, year) DO UPDATE SET last = counter.last + \(count)
                RETURNING last
                """
            )[0].integer(0)
            next[year] = last - count + 1
        }
        return next
    }

    private static func take(_ year: Int, from places: inout [Int: Int]) -> Int {
        let next = places[year, default: 1]
        places[year] = next + 1
        return next
    }
}

/// A complaint of an older register on its way in, with the chance that it needs.
private struct FormerArrival: Sendable {
    let complaint: FormerComplaint
    let id: CaseFile.ID
    let salt: [UInt8]

    /// The first entry of its file.
    func entry(
        as reference: ReceptionReference,
        _ number: RegisterNumber,
        from file: String,
        named name: String?,
        under kept: KeptProcedure,
        _ signature: Signature,
        _ organisation: String
    ) -> Entry {
        let reception = Reception(
            reference: reference,
            channel: complaint.channel,
            transcription: Transcription(arrivedOn: complaint.receivedOn),
            original: complaint.original,
            procedure: kept.procedure.version,
            procedureDigest: kept.digest,
            due: kept.procedure.dueDates(from: complaint.receivedOn),
            takeover: complaint.takeover(as: number, from: file, named: name)
        )
        return Entry(event: .takenOver(reception), signature: signature, caseFile: id, organisation: organisation)
    }
}
