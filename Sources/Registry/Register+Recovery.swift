import Complaints
import Storage

extension Register {
    /// Goes on from an older copy of the books that was put back, on the operator's word: the log says so for ever, and
    /// has the head that is not gone on from (F-22).
    ///
    /// - Parameters:
    ///   - reason: why, in the operator's words, kept for ever: it names no one.
    ///   - author: by what means; never a person's name.
    /// - Throws: `Failure.headForged`; `SigningKeys.Failure`; `StorageError`.
    public func goOn(reason: String, author: String) async throws {
        let noted = try key.lastSigned()
        let recovery = Recovery(
            at: world.now(),
            author: author,
            organisation: organisation.id,
            reason: reason,
            point: noted?.note
        )
        let line = try LogLine(recovery, salt: world.bytes(32))
        try await database.write(scope) { connection in
            var frontier = try head(in: connection)
            _ = try append(line, to: &frontier, in: connection)
        }
        try await keepCheckpoint()
    }

    /// - Throws: `LostHistory` where the log neither goes on from that head nor owns up to it;
    ///   `SigningKeys.Failure.illegible` where this key has not signed that head.
    func check(_ frontier: MerkleFrontier, goesOnFrom noted: Witness, in connection: any Connection) throws {
        let signed = noted.checkpoint
        guard noted.note.isSigned(by: key.signing.verifier) else {
            throw SigningKeys.Failure.illegible(path: key.witness ?? "")
        }
        guard try goesOn(frontier, from: signed, in: connection) || ownsUp(to: noted, frontier, in: connection) else {
            throw LostHistory(
                organisation: organisation.id,
                signed: signed,
                size: frontier.size,
                path: key.witness ?? ""
            )
        }
    }

    private func goesOn(
        _ frontier: MerkleFrontier,
        from signed: Checkpoint,
        in connection: any Connection
    ) throws -> Bool {
        guard signed.size < frontier.size else { return signed.size == frontier.size && signed.root == frontier.root }
        let proof = try ConsistencyProof(from: signed.size, to: frontier.size) { level, index in
            try node(level, index, in: connection)
        }
        return proof?.verifies(signed.root, to: frontier.root) ?? false
    }

    /// Whether a leaf under this very head has that point as the one which was not gone on from. Its row alone proves
    /// nothing: whoever has the database can write one.
    func ownsUp(to noted: Witness, _ frontier: MerkleFrontier, in connection: any Connection) throws -> Bool {
        let rows = try connection.run(
            """
            SELECT o.seq, o.salt, o.payload, l.leaf FROM log_opening o
            JOIN log_leaf l ON l.organisation = o.organisation AND l.seq = o.seq
            WHERE o.organisation = \(organisation.id) AND o.case_file = \(LogLine.noCaseFile) ORDER BY o.seq DESC LIMIT 1
            """
        )
        guard let row = rows.first, let opening = Opening(salt: try row.blob(1), payload: try row.blob(2)),
            let leaf = Leaf(Array(try row.text(3).utf8)), leaf.kind == .recovery,
            leaf.commitment == opening.commitment, Recovery(payload: opening.payload)?.point == noted.note.note
        else { return false }
        let proof = try InclusionProof(index: try row.integer(0), size: frontier.size) { level, index in
            try node(level, index, in: connection)
        }
        return proof?.verifies(leaf.hash, root: frontier.root) ?? false
    }
}
