import Complaints
import Storage

extension Register {
    /// Goes on from an older copy of the books that was put back, on the operator's word: the log says so for ever, and
    /// has the head that is not gone on from (F-22).
    ///
    /// - Parameters:
    ///   - reason: why, in the operator's words, kept for ever: it names no one.
    ///   - author: by what means; never a person's name.
    ///   - unproven: whether to believe that something was lost where no signed head shows it, as when the keys came
    ///     from the same copy.
    /// - Returns: how many signed lines are no longer there, as far as their number shows; nil, with nothing written,
    ///   where nothing shows that any was lost.
    /// - Throws: `Failure.headForged`; `SigningKeys.Failure`; `StorageError`.
    @discardableResult
    public func goOn(reason: String, author: String, unproven: Bool = false) async throws -> Int? {
        let noted = try key.lastSigned()
        let recovery = Recovery(
            at: world.now(),
            author: author,
            organisation: organisation.id,
            reason: reason,
            point: noted?.note
        )
        let line = try LogLine(recovery, salt: world.bytes(32))
        let lost: Int? = try await database.write(scope) { connection in
            var frontier = try head(in: connection)
            let isLost = try noted.map { try !isKnown($0, frontier, in: connection) } ?? false
            guard isLost || unproven else { return nil }
            let lost = max(0, (noted?.checkpoint.size ?? 0) - frontier.size)
            _ = try append(line, to: &frontier, in: connection)
            return lost
        }
        if lost != nil { try await keepCheckpoint() }
        return lost
    }

    /// - Throws: `LostHistory` where the log neither goes on from that head nor owns up to it;
    ///   `SigningKeys.Failure.illegible` where this key has not signed that head.
    func check(_ frontier: MerkleFrontier, goesOnFrom noted: Witness, in connection: any Connection) throws {
        let signed = noted.checkpoint
        guard noted.note.isSigned(by: key.signing.verifier) else {
            throw SigningKeys.Failure.illegible(path: key.witness ?? "")
        }
        guard try isKnown(noted, frontier, in: connection) else {
            throw LostHistory(
                organisation: organisation.id,
                signed: signed,
                size: frontier.size,
                path: key.witness ?? ""
            )
        }
    }

    /// Whether the log goes on from that head, or owns up to not doing so.
    private func isKnown(_ noted: Witness, _ frontier: MerkleFrontier, in connection: any Connection) throws -> Bool {
        try goesOn(frontier, from: noted.checkpoint, in: connection) || ownsUp(to: noted, frontier, in: connection)
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

    /// Whether the last leaf of its kind has that point as the one which was not gone on from.
    func ownsUp(to noted: Witness, _ frontier: MerkleFrontier, in connection: any Connection) throws -> Bool {
        try recoveries(under: frontier, in: connection).last?.recovery.point == noted.note.note
    }

    /// The first of the witnesses that a fault is about which has lines that were lost when an older copy was gone on from
    /// knowingly; nil where there is none.
    func lost(of witnesses: [Witness], _ fault: LogFault, in connection: any Connection) throws -> Discrepancy? {
        guard [.contradiction, .truncated].contains(fault.kind) else { return nil }
        let frontier = try head(in: connection)
        let recoveries = try recoveries(under: frontier, in: connection)
        for witness in witnesses where witness.note.isSigned(by: key.signing.verifier) {
            let point = witness.checkpoint
            guard let last = recoveries.last(where: { $0.seq < point.size }),
                try !goesOn(frontier, from: point, in: connection)
            else { continue }
            return .lost(witness, since: last.seq, on: last.recovery.at.civilDate)
        }
        return nil
    }

    /// The leaves under this very head that say of an older copy that it was gone on from, in order. A row alone proves
    /// nothing: whoever has the database can write one.
    private func recoveries(
        under frontier: MerkleFrontier,
        in connection: any Connection
    ) throws -> [(seq: Int, recovery: Recovery)] {
        try connection.run(
            """
            SELECT o.seq, o.salt, o.payload, l.leaf FROM log_opening o
            JOIN log_leaf l ON l.organisation = o.organisation AND l.seq = o.seq
            WHERE o.organisation = \(organisation.id) AND o.case_file = \(LogLine.noCaseFile) ORDER BY o.seq
            """
        ).compactMap { row in
            let seq = try row.integer(0)
            guard let opening = Opening(salt: try row.blob(1), payload: try row.blob(2)),
                let leaf = Leaf(Array(try row.text(3).utf8)), leaf.kind == .recovery,
                leaf.commitment == opening.commitment, let recovery = Recovery(payload: opening.payload)
            else { return nil }
            let proof = try InclusionProof(index: seq, size: frontier.size) { level, index in
                try node(level, index, in: connection)
            }
            guard proof?.verifies(leaf.hash, root: frontier.root) == true else { return nil }
            return (seq, recovery)
        }
    }
}
