import Complaints
import Storage

/// All of a line of the log but its place, so that it can be made before the transaction.
struct LogLine: Sendable {
    let opening: Opening
    /// The case file that it concerns; `noCaseFile` for the log itself.
    let owner: String
    let kind: LeafKind
    let day: CivilDate
    /// Whether the leaf names the number in the register.
    let isNumbered: Bool

    /// Whose an opening is that concerns the log itself.
    static let noCaseFile = ""

    /// - Parameter salt: 32 bytes of chance, for this line alone.
    init(_ entry: Entry, salt: [UInt8]) throws {
        opening = try Self.opening(salt, try entry.payload())
        owner = entry.caseFile.description
        kind = entry.event.leafKind
        day = entry.at.utcDate
        isNumbered = kind == .registration
    }

    /// What was said, and is no case file's.
    init(_ entry: DiscontentEntry, salt: [UInt8]) throws {
        opening = try Self.opening(salt, try entry.payload())
        owner = entry.discontent.description
        kind = entry.event.leafKind
        day = entry.at.utcDate
        isNumbered = false
    }

    /// What concerns the log itself and no case file.
    init(_ recovery: Recovery, salt: [UInt8]) throws {
        opening = try Self.opening(salt, try recovery.payload())
        owner = Self.noCaseFile
        kind = .recovery
        day = recovery.at.utcDate
        isNumbered = false
    }

    private static func opening(_ salt: [UInt8], _ payload: [UInt8]) throws -> Opening {
        guard let opening = Opening(salt: salt, payload: payload) else {
            throw StorageError.failed("an opening takes 32 bytes of salt")
        }
        return opening
    }
}

extension Register {
    /// Appends a line to the log and returns its position. The caller's transaction is the log's.
    ///
    /// - Parameter frontier: the head of the log as it stands; afterwards, as it stands then.
    func append(
        _ line: LogLine,
        number: RegisterNumber? = nil,
        to frontier: inout MerkleFrontier,
        in connection: any Connection
    ) throws -> Int {
        let seq = frontier.size
        let number = line.isNumbered ? number : nil
        guard let leaf = Leaf(seq: seq, date: line.day, kind: line.kind, number: number, opening: line.opening) else {
            throw Failure.unreadable(seq: seq)
        }
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
            VALUES (\(organisation.id), \(seq), \(line.owner), \(line.opening.salt), \(line.opening.payload))
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
