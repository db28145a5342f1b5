public import Complaints
import Storage

extension Register {
    /// Receives a part of a case file apart from it: with a mark, an acknowledgement and later a number of its own, from the
    /// same person, as of the same day. Each says which the other is. What was open to few is open to the same few in the
    /// part. Sent again as it was, it is received once.
    ///
    /// - Parameters:
    ///   - part: its documents are the case file’s; they are copied.
    ///   - expected: as for `change`.
    /// - Returns: the case file that it was split off from, as it stands then.
    /// - Throws: as `change`.
    @discardableResult
    public func split(
        _ part: ComplaintPart,
        off id: CaseFile.ID,
        by author: Author,
        expecting expected: Int
    ) async throws -> CaseFile {
        let file = try await caseFile(id)
        // Refused before anything is copied.
        _ = try file.original(of: part, Signature(by: author, at: world.now()))
        var copied = part
        copied.files = try await copies(of: part.files, in: id)
        let arrival = try Arrival(intake(of: copied, from: file, by: author, expected), in: world)
        let draws = Draws(from: world)
        return try await database.write(scope) { connection in
            let standing = try load(id, in: connection)
            var arrival = arrival
            let staff = try colleagues(in: connection).map(\.officer)
            arrival.intake.restriction = standing.caseFile.restrictionOfPart(among: staff)
            let begun = try begin(part: arrival, in: connection)
            guard !begun.isRepeat else { return standing.caseFile }
            guard standing.caseFile.version == expected, file.version == expected else {
                throw Failure.changedMeanwhile
            }
            let event = try standing.caseFile.split(into: begun.reference, arrival.signature)
            return try record(event, on: standing, arrival.signature, draws, in: connection)
        }
    }

    /// Another part that was split off from the same state of the file meanwhile is a change of it.
    private func begin(part: Arrival, in connection: any Connection) throws -> Receipt {
        do {
            return try begin(part, nil, in: connection).receipt
        } catch Failure.differentSubmission {
            throw Failure.changedMeanwhile
        }
    }

    private func intake(
        of part: ComplaintPart,
        from file: CaseFile,
        by author: Author,
        _ version: Int
    ) throws -> Intake {
        Intake(
            channel: file.reception.channel,
            sentOn: file.sentOn,
            transcription: file.transcriptionOfPart,
            original: try file.original(of: part, Signature(by: author, at: world.now())),
            language: file.reception.language,
            submission: Submission(id: Array("scission/v1 \(file.id) \(version)".utf8)),
            author: author
        )
    }

    /// Documents of a case file once more, as uploads that another one can claim: nobody's for a day, and then gone.
    func copies(of files: [FileSummary], in id: CaseFile.ID) async throws -> [FileSummary] {
        let now = world.now().description
        var copies: [FileSummary] = []
        for file in files {
            let copy = world.identifier()
            try await database.write(scope) { try self.copy(file.id, of: id, as: copy, now, in: $0) }
            copies.append(
                FileSummary(id: copy, name: file.name, type: file.type, length: file.length, digest: file.digest)
            )
        }
        return copies
    }

    private func copy(
        _ file: String,
        of id: CaseFile.ID,
        as copy: String,
        _ now: String,
        in connection: any Connection
    ) throws {
        try connection.run(
            "INSERT INTO upload (organisation, id, begun_at) VALUES (\(organisation.id), \(copy), \(now))"
        )
        let copied = try connection.run(
            """
            INSERT INTO attachment
                (organisation, id, name, type, length, digest, created_at, scanned_at, finding, scan_after)
            SELECT organisation, \(copy), name, type, length, digest, \(now), scanned_at, finding, \(Self.unscheduled)
            FROM attachment
            WHERE organisation = \(organisation.id) AND id = \(file) AND case_file = \(id.description) RETURNING id
            """
        )
        guard !copied.isEmpty else { throw Failure.unknown }
        try connection.run(
            """
            INSERT INTO attachment_chunk (organisation, attachment, position, bytes)
            SELECT organisation, \(copy), position, bytes FROM attachment_chunk
            WHERE organisation = \(organisation.id) AND attachment = \(file)
            """
        )
    }
}
