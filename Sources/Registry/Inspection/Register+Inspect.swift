public import Complaints
import Storage

extension Register {
    /// Checks everything against the log, and the log against its signatures and what others hold of it (S-65 to S-67).
    ///
    /// Reads one snapshot and writes nothing, so that it can look at books which a server has open.
    ///
    /// - Parameter witnesses: receipts and checkpoints kept elsewhere.
    /// - Throws: the first `Discrepancy`; `SigningRefusal` where the end of the log contradicts what was signed of it;
    ///   `StorageError`.
    public func inspect(witnesses: [Witness] = []) async throws -> InspectionReport {
        let own = key.lastSigned.flatMap { Witness($0) }
        return try await database.read { connection in
            let log = try inspectLog(witnesses + [own].compactMap { $0 }, in: connection)
            var report = InspectionReport(log: log)
            let entries = try inspectCases(&report, in: connection)
            guard entries == log.openings else { throw Discrepancy.orphan(table: "log_opening") }
            try inspectStrays(report, in: connection)
            try inspectCounters(log, in: connection)
            return report
        }
    }

    /// The log from its first line to its last, against its checkpoints, its tree and its head.
    private func inspectLog(_ witnesses: [Witness], in connection: any Connection) throws -> LogReport {
        guard let verifier = VerifierKey(organisation.logKey) else { throw Discrepancy.head }
        do {
            var audit = try LogAudit(keys: [verifier], witnesses: witnesses)
            var tree = MerkleFrontier()
            var batch = try lines(from: 0, in: connection)
            try take(checkpointsAt: 0, &audit, in: connection)
            while !batch.isEmpty {
                for row in batch { try take(row, &audit, &tree, in: connection) }
                batch = try lines(from: tree.size, in: connection)
            }
            let end = Result { try unkeptCheckpoint(in: connection) }
            if let note = try? end.get() { try audit.add(checkpoint: note.note) }
            let report = try audit.finish()
            // Only now: where a head cannot be signed for a fault of its lines, the audit has named the line.
            _ = try end.get()
            try compareNodes(of: report.size, in: connection)
            guard let head = try? head(in: connection), head == tree else { throw Discrepancy.head }
            return report
        } catch let fault as LogFault {
            throw Discrepancy.log(fault)
        } catch Failure.headForged {
            throw Discrepancy.head
        }
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

    private func take(
        _ row: Row,
        _ audit: inout LogAudit,
        _ tree: inout MerkleFrontier,
        in connection: any Connection
    ) throws {
        let seq = try row.integer(0)
        let leaf = Array(try row.text(1).utf8)
        var opening: Opening?
        if let payload = try row.optionalBlob(3) {
            opening = Opening(salt: try row.blob(2), payload: payload)
            guard opening != nil else { throw LogFault(.commitment, at: seq) }
        }
        try audit.add(seq: seq, leaf: leaf, opening: opening)
        tree.append(MerkleHash(leaf: leaf))
        if let note = try row.optionalText(4) { try audit.add(checkpoint: note) }
    }

    private func take(checkpointsAt size: Int, _ audit: inout LogAudit, in connection: any Connection) throws {
        let notes = try connection.run(
            "SELECT note FROM log_checkpoint WHERE organisation = \(organisation.id) AND size = \(size)"
        )
        for note in notes { try audit.add(checkpoint: try note.text(0)) }
    }

    /// The tree as it is kept, against the leaves: after the audit, which names the leaf where one is at fault.
    private func compareNodes(of size: Int, in connection: any Connection) throws {
        var tree = MerkleFrontier()
        while tree.size < size {
            for row in try lines(from: tree.size, in: connection) {
                for node in tree.append(MerkleHash(leaf: Array(try row.text(1).utf8))) where node.level > 0 {
                    try compare(node, in: connection)
                }
            }
        }
    }

    private func compare(_ node: MerkleNode, in connection: any Connection) throws {
        let rows = try connection.run(
            """
            SELECT hash FROM log_node
            WHERE organisation = \(organisation.id) AND level = \(node.level) AND position = \(node.index)
            """
        )
        guard try rows.first?.blob(0) == node.hash.bytes else {
            throw Discrepancy.node(level: node.level, position: node.index)
        }
    }

    /// Checkpoints beyond the last line tell of lines that are gone; counters stand at their book's last number.
    private func inspectCounters(_ log: LogReport, in connection: any Connection) throws {
        let beyond = try connection.run(
            "SELECT size FROM log_checkpoint WHERE organisation = \(organisation.id) AND size > \(log.size) LIMIT 1"
        )
        guard beyond.isEmpty else { throw Discrepancy.log(LogFault(.truncated, at: log.size)) }
        let counters = try connection.run(
            """
            SELECT year, last FROM counter
            WHERE organisation = \(organisation.id) AND book = \(Book.register.rawValue) ORDER BY year
            """
        )
        let standing = try Dictionary(uniqueKeysWithValues: counters.map { (try $0.integer(0), try $0.integer(1)) })
        for year in Set(standing.keys).union(log.numbers.keys).sorted() where standing[year] != log.numbers[year] {
            throw Discrepancy.counter(book: Book.register.rawValue, year: year)
        }
    }

    /// Rows that no history stands behind.
    private func inspectStrays(_ report: InspectionReport, in connection: any Connection) throws {
        let counts: [(String, SQL, Int)] = [
            ("letter", "SELECT COUNT(*) FROM letter WHERE organisation = \(organisation.id)", report.letters),
            (
                "attachment",
                """
                SELECT COUNT(*) FROM attachment WHERE organisation = \(organisation.id) AND case_file IS NOT NULL
                """,
                report.attachments
            ),
            (
                "case_word",
                "SELECT COUNT(*) FROM case_word WHERE organisation_number = \(organisation.number)", report.words
            ),
            ("case_text", "SELECT COUNT(*) FROM case_text WHERE organisation = \(organisation.id)", report.cases),
            (
                "log_node", "SELECT COUNT(*) FROM log_node WHERE organisation = \(organisation.id)",
                nodes(report.log.size)
            ),
        ]
        for (table, sql, expected) in counts where try connection.run(sql)[0].integer(0) != expected {
            throw Discrepancy.orphan(table: table)
        }
    }

    /// How many complete subtrees above the leaves a tree has.
    private func nodes(_ size: Int) -> Int {
        var nodes = 0
        var level = size / 2
        while level > 0 {
            nodes += level
            level /= 2
        }
        return nodes
    }
}
