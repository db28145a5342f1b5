public import Complaints
import Storage

extension Register {
    /// Checks everything against the log, and the log against its signatures and what others hold of it (S-65 to S-67).
    ///
    /// Reads one snapshot and writes nothing, so that it can look at books which a server has open.
    ///
    /// - Parameter witnesses: receipts and checkpoints of this organisation's log, kept elsewhere.
    /// - Throws: the first `Discrepancy`; `LostHistory` or `SigningRefusal` where the end of the log contradicts what was
    ///   signed of it; `SigningKeys.Failure.illegible`; `StorageError`.
    public func inspect(witnesses: [Witness] = []) async throws -> InspectionReport {
        let noted = try key.lastSigned()
        return try await database.read { connection in
            var report = try inspectLog(witnesses, noted, in: connection)
            try inspectCases(&report, in: connection)
            try inspectSenders(in: connection)
            try inspectCounters(report, in: connection)
            try inspectStrays(report, in: connection)
            return report
        }
    }

    /// The log from its first line to its last, against its checkpoints, its tree and its head.
    private func inspectLog(
        _ witnesses: [Witness],
        _ noted: Witness?,
        in connection: any Connection
    ) throws -> InspectionReport {
        var tree = MerkleFrontier()
        do {
            return try audit(witnesses, noted, &tree, in: connection)
        } catch let fault as LogFault {
            throw (try? lost(of: witnesses, fault, in: connection)) ?? Discrepancy.log(fault)
        } catch Failure.headForged {
            throw Discrepancy.head
        } catch Failure.unreadable(let seq) {
            throw Discrepancy.opening(seq: seq)
        } catch let error as StorageError where error.stopsReading {
            throw Discrepancy.stopped(seq: tree.size, by: error)
        }
    }

    private func audit(
        _ witnesses: [Witness],
        _ noted: Witness?,
        _ tree: inout MerkleFrontier,
        in connection: any Connection
    ) throws -> InspectionReport {
        guard let verifier = VerifierKey(organisation.logKey) else { throw Discrepancy.head }
        var audit = try LogAudit(keys: [verifier], witnesses: witnesses + ours(noted, in: connection))
        var batch = try lines(from: 0, in: connection)
        let first = try firstCheckpoint(in: connection)
        if let first { try audit.add(checkpoint: first) }
        var checkpoints = first == nil ? 0 : 1
        while !batch.isEmpty {
            for row in batch { checkpoints += try take(row, &audit, &tree) }
            batch = try lines(from: tree.size, in: connection)
        }
        let end = Result { try unkeptCheckpoint(after: noted, in: connection) }
        switch end {
        case .success(let note): if let note { try audit.add(checkpoint: note.note) }
        // A node at fault keeps the head from being signed, and says more than lines without a signature do.
        case .failure: try compareNodes(of: tree.size, in: connection)
        }
        var report = InspectionReport(log: try audit.finish())
        // Only now: where a head cannot be signed for a fault of its lines, the audit has named the line.
        _ = try end.get()
        try compareNodes(of: report.log.size, in: connection)
        guard try head(in: connection) == tree else { throw Discrepancy.head }
        try inspectBeyond(report.log.size, in: connection)
        report.checkpoints = checkpoints
        return report
    }

    /// The head noted beside the key is a witness as good as any, but for one that the log itself owns up to.
    private func ours(_ noted: Witness?, in connection: any Connection) throws -> [Witness] {
        guard let noted else { return [] }
        guard let frontier = try? head(in: connection), (try? ownsUp(to: noted, frontier, in: connection)) == true
        else { return [noted] }
        return []
    }

    /// Lines and their openings, a batch at a time, so that a long log needs little memory.
    func lines(from seq: Int, in connection: any Connection) throws -> [Row] {
        try connection.run(
            """
            SELECT l.seq, l.leaf, o.salt, o.payload, c.note FROM log_leaf l
            LEFT JOIN log_opening o ON o.organisation = l.organisation AND o.seq = l.seq
            LEFT JOIN log_checkpoint c ON c.organisation = l.organisation AND c.size = l.seq + 1
            WHERE l.organisation = \(organisation.id) AND l.seq >= \(seq) ORDER BY l.seq LIMIT 2000
            """
        )
    }

    /// Returns how many checkpoints came with it.
    private func take(_ row: Row, _ audit: inout LogAudit, _ tree: inout MerkleFrontier) throws -> Int {
        let seq = try row.integer(0)
        let leaf = Array(try row.text(1).utf8)
        var opening: Opening?
        if let payload = try row.optionalBlob(3) {
            opening = Opening(salt: try row.blob(2), payload: payload)
            guard opening != nil else { throw LogFault(.commitment, at: seq) }
        }
        try audit.add(seq: seq, leaf: leaf, opening: opening)
        tree.append(MerkleHash(leaf: leaf))
        guard let note = try row.optionalText(4) else { return 0 }
        try audit.add(checkpoint: note)
        return 1
    }

    /// The checkpoint that was kept before there was any line, and so comes with none; nil where none was.
    func firstCheckpoint(in connection: any Connection) throws -> String? {
        try connection.run(
            "SELECT note FROM log_checkpoint WHERE organisation = \(organisation.id) AND size = 0"
        ).first?.text(0)
    }

    /// Checkpoints beyond the last line tell of lines that are gone.
    private func inspectBeyond(_ size: Int, in connection: any Connection) throws {
        let beyond = try connection.run(
            "SELECT size FROM log_checkpoint WHERE organisation = \(organisation.id) AND size > \(size) LIMIT 1"
        )
        guard beyond.isEmpty else { throw LogFault(.truncated, at: size) }
    }
}

extension StorageError {
    /// Whether it tells of what was read, and not of a database that nobody can reach.
    fileprivate var stopsReading: Bool {
        switch self {
        case .failed, .timedOut: true
        default: false
        }
    }
}
