import Complaints
import Storage

extension Register {
    /// Appends an entry to the log and returns its position. The caller's transaction is the log's.
    func append(
        _ entry: Entry,
        number: RegisterNumber?,
        salt: [UInt8],
        in connection: any Connection
    ) throws -> Int {
        let isNumbered = entry.event.kind == .registered
        return try append(
            try entry.payload(),
            of: entry.caseFile.description,
            as: entry.event.leafKind,
            on: entry.at.utcDate,
            number: isNumbered ? number : nil,
            salt: salt,
            in: connection
        )
    }

    /// Appends what concerns the log itself and no case file.
    func append(_ recovery: Recovery, salt: [UInt8], in connection: any Connection) throws {
        _ = try append(
            try recovery.payload(),
            of: Self.noCaseFile,
            as: .recovery,
            on: recovery.at.utcDate,
            number: nil,
            salt: salt,
            in: connection
        )
    }

    /// Whose an opening is that concerns the log itself.
    static let noCaseFile = ""

    private func append(
        _ payload: [UInt8],
        of owner: String,
        as kind: LeafKind,
        on day: CivilDate,
        number: RegisterNumber?,
        salt: [UInt8],
        in connection: any Connection
    ) throws -> Int {
        var frontier = try head(in: connection)
        let seq = frontier.size
        guard let opening = Opening(salt: salt, payload: payload),
            let leaf = Leaf(seq: seq, date: day, kind: kind, number: number, opening: opening)
        else { throw Failure.unreadable(seq: seq) }
        let text = String(decoding: leaf.bytes, as: UTF8.self)
        try connection.run(
            "INSERT INTO log_leaf (organisation, seq, leaf) VALUES (\(organisation.id), \(seq), \(text))"
        )
        for node in frontier.append(leaf.hash) where node.level > 0 {
            try connection.run(
                """
                INSERT INTO log_node (organisation, level, position, hash)
                VALUES (\(organisation.id), \(node.level), \(node.index), \(node.hash.bytes))
                """
            )
        }
        try connection.run(
            """
            INSERT INTO log_opening (organisation, seq, case_file, salt, payload)
            VALUES (\(organisation.id), \(seq), \(owner), \(salt), \(opening.payload))
            """
        )
        try connection.run(
            """
            UPDATE log_head SET frontier = \(frontier.bytes), seal = \(key.seal(frontier))
            WHERE organisation = \(organisation.id)
            """
        )
        return seq
    }
}
