import Complaints
import Storage

/// An entry with its opening: all of a line of the log but its place, so that it can be made before the transaction.
struct LogLine: Sendable {
    let entry: Entry
    let opening: Opening

    /// - Parameter salt: 32 bytes of chance, for this line alone.
    init(_ entry: Entry, salt: [UInt8]) throws {
        guard let opening = Opening(salt: salt, payload: try entry.payload()) else {
            throw StorageError.failed("an opening takes 32 bytes of salt")
        }
        self.entry = entry
        self.opening = opening
    }
}

extension Register {
    /// Appends a line to the log and returns its position. The caller's transaction is the log's.
    ///
    /// - Parameter frontier: the head of the log as it stands; afterwards, as it stands then.
    func append(
        _ line: LogLine,
        number: RegisterNumber?,
        to frontier: inout MerkleFrontier,
        in connection: any Connection
    ) throws -> Int {
        let (entry, opening, seq) = (line.entry, line.opening, frontier.size)
        guard
            let leaf = Leaf(
                seq: seq,
                date: entry.at.utcDate,
                kind: entry.event.leafKind,
                number: entry.event.kind == .registered ? number : nil,
                opening: opening
            )
        else { throw Failure.unreadable(seq: seq) }
        let bytes = leaf.bytes
        try connection.run(
            """
            INSERT INTO log_leaf (organisation, seq, leaf)
            VALUES (\(organisation.id), \(seq), \(String(decoding: bytes, as: UTF8.self)))
            """
        )
        let nodes = frontier.append(MerkleHash(leaf: bytes)).filter { $0.level > 0 }.map { node -> [Value] in
            [
                .text(organisation.id), .integer(Int64(node.level)), .integer(Int64(node.index)),
                .blob(node.hash.bytes),
            ]
        }
        if !nodes.isEmpty {
            try connection.run("INSERT INTO log_node (organisation, level, position, hash) VALUES \(rows: nodes)")
        }
        try connection.run(
            """
            INSERT INTO log_opening (organisation, seq, case_file, salt, payload)
            VALUES (\(organisation.id), \(seq), \(entry.caseFile.description), \(opening.salt), \(opening.payload))
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
