public import Complaints
import Storage

extension Register {
    /// The head of the log, signed: what anybody may hold against us later.
    ///
    /// Taken from a snapshot, so only from what is durable; and only where a holder of the key wrote it, and where it does
    /// not contradict what was signed before.
    ///
    /// - Throws: `Failure.headForged`; `LostHistory`; `SigningKeys.Failure.illegible`; `SigningRefusal`; `StorageError`.
    public func checkpoint() async throws -> SignedNote {
        let noted = try key.lastSigned()
        return try await database.read { connection in try sign(headOf: connection, after: noted) }
    }

    /// Keeps the signed head of the log, if it has grown since. Called after commits, by one chore, for all of them.
    ///
    /// - Throws: as `checkpoint`; `SigningKeys.Failure.unwritable`.
    public func keepCheckpoint() async throws {
        let noted = try key.lastSigned()
        let signed = try await database.read { connection in
            if let noted { try check(head(in: connection), goesOnFrom: noted, in: connection) }
            let unkept = try unkeptCheckpoint(after: noted, in: connection)
            return try noted == nil ? unkept ?? sign(headOf: connection, after: noted) : unkept
        }
        guard let signed, let size = signed.checkpoint?.size else { return }
        // The witness first: what the database alone has kept could be taken back there.
        try key.note(signed, after: noted)
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO log_checkpoint (organisation, size, note) VALUES (\(organisation.id), \(size), \(signed.note))
                ON CONFLICT (organisation, size) DO NOTHING
                """
            )
        }
    }

    /// The proof file of one line of the log, complete in itself (peers §3 row 7; S-67).
    public func proof(of seq: Int) async throws -> ReceiptFile {
        let noted = try key.lastSigned()
        return try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT o.salt, o.payload, l.leaf FROM log_opening o
                JOIN log_leaf l ON l.organisation = o.organisation AND l.seq = o.seq
                WHERE o.organisation = \(organisation.id) AND o.seq = \(seq)
                """
            )
            guard let row = rows.first else { throw Failure.unknown }
            let size = try head(in: connection).size
            let lookup = { (level: Int, index: Int) throws -> MerkleHash in try node(level, index, in: connection) }
            guard let opening = Opening(salt: try row.blob(0), payload: try row.blob(1)),
                let leaf = Leaf(Array(try row.text(2).utf8)),
                let proof = try InclusionProof(index: seq, size: size, node: lookup)
            else { throw Failure.unreadable(seq: seq) }
            let note = try sign(headOf: connection, after: noted)
            return ReceiptFile(leaf: leaf, opening: opening, proof: proof, note: note)
        }
    }

    /// The head of the log as it stands. - Throws: `Failure.headForged` where no holder of the key wrote it.
    func head(in connection: any Connection) throws -> MerkleFrontier {
        let rows = try connection.run("SELECT frontier, seal FROM log_head WHERE organisation = \(organisation.id)")
        guard let row = rows.first else { throw Failure.headForged }
        return try frontier(in: row)
    }

    /// The head in the first two columns of a row, frontier and seal.
    func frontier(in row: Row) throws -> MerkleFrontier {
        guard let frontier = MerkleFrontier(try row.blob(0)), key.isSealed(frontier, by: try row.blob(1)) else {
            throw Failure.headForged
        }
        return frontier
    }

    /// The head signed here and now, where the last checkpoint kept does not cover it: who reads the whole log holds all of
    /// it against a signature, and need not write for that.
    func unkeptCheckpoint(after noted: Witness?, in connection: any Connection) throws -> SignedNote? {
        let size = try head(in: connection).size
        let kept = try lastCheckpoint(in: connection)?.size ?? -1
        return size > kept ? try sign(headOf: connection, after: noted) : nil
    }

    /// The greatest checkpoint kept.
    private func lastCheckpoint(in connection: any Connection) throws -> Checkpoint? {
        try connection.run(
            """
            SELECT note FROM log_checkpoint WHERE organisation = \(organisation.id) ORDER BY size DESC LIMIT 1
            """
        ).first.flatMap { SignedNote(try $0.text(0))?.checkpoint }
    }

    /// Signs the head, unless that would tell two stories: what the database has kept and what was noted apart from it are
    /// both gone on from.
    private func sign(headOf connection: any Connection, after noted: Witness?) throws -> SignedNote {
        let frontier = try head(in: connection)
        let last = try lastCheckpoint(in: connection)
        if let noted { try check(frontier, goesOnFrom: noted, in: connection) }
        return try key.signing.sign(size: frontier.size, root: frontier.root, after: last)
    }

    /// A node of the tree; those of level 0 are made from their leaves.
    func node(_ level: Int, _ index: Int, in connection: any Connection) throws -> MerkleHash {
        if level == 0 {
            let rows = try connection.run(
                "SELECT leaf FROM log_leaf WHERE organisation = \(organisation.id) AND seq = \(index)"
            )
            guard let text = try rows.first?.text(0) else { throw Failure.unreadable(seq: index) }
            return MerkleHash(leaf: Array(text.utf8))
        }
        let rows = try connection.run(
            """
            SELECT hash FROM log_node
            WHERE organisation = \(organisation.id) AND level = \(level) AND position = \(index)
            """
        )
        guard let bytes = try rows.first?.blob(0), let hash = MerkleHash(bytes) else {
            throw Failure.unreadable(seq: index << level)
        }
        return hash
    }
}
