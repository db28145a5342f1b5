/// Checks a log from its first leaf to its last, in one pass and in little memory (security: log e.5).
///
/// Feed it every leaf in order, each stored checkpoint after the last leaf it covers, then call `finish()`. It throws
/// at the first fault and is of no more use afterwards.
public struct LogAudit: Sendable {
    let keys: [VerifierKey]
    /// Witnesses not met yet, the one of the smallest tree last.
    var pending: [Witness]
    var tree = MerkleFrontier()
    var report = LogReport()
    /// Leaves covered by a checkpoint, stored or outside, that was right.
    var vouched = 0
    /// Leaves covered by an outside witness that was right.
    var witnessed = 0
    /// Changes of key so far.
    var keyChanges = 0
    /// The last leaf changes the key, and no checkpoint has been signed by both yet.
    var changesKey = false
    private var latest = CivilDate.first
    /// Leaves whose opening is gone.
    private var missing: [Int] = []

    /// - Parameters:
    ///   - keys: the log's first key, then those that took over, in order.
    ///   - witnesses: receipts and checkpoints that others hold.
    public init(keys: [VerifierKey], witnesses: [Witness] = []) throws(LogFault) {
        self.keys = keys
        pending = witnesses.enumerated()
            .sorted { ($0.element.checkpoint.size, $0.offset) > ($1.element.checkpoint.size, $1.offset) }
            .map(\.element)
        try meetWitnesses()
    }

    /// The next leaf: the position under which it is stored, its bytes, and its opening unless that is gone.
    public mutating func add(seq: Int, leaf bytes: [UInt8], opening: Opening?) throws(LogFault) {
        let expected = tree.size
        guard !changesKey else { throw LogFault(.key, at: expected - 1) }
        guard seq == expected else { throw LogFault(.position, at: expected) }
        guard let leaf = Leaf(bytes) else { throw LogFault(.bytes, at: expected) }
        guard leaf.seq == expected else { throw LogFault(.position, at: expected) }
        try checkOrder(of: leaf)
        try checkOpening(of: leaf, opening)
        report.leaves[leaf.kind, default: 0] += 1
        tree.append(MerkleHash(leaf: bytes))
        try meetWitnesses()
    }

    /// Closes the audit. Of several faults at the end the one of the earliest leaf is thrown.
    public mutating func finish() throws(LogFault) -> LogReport {
        let size = tree.size
        var faults: [LogFault] = []
        if report.erased < missing.count { faults.append(LogFault(.opening, at: missing[report.erased])) }
        if vouched < size { faults.append(LogFault(.unsigned, at: vouched)) }
        if let witness = pending.last {
            let isOurs = keys.contains { accepts(witness.note, witness.checkpoint, $0) }
            faults.append(LogFault(isOurs ? .truncated : .witness, at: size))
        }
        if keyChanges + 1 != keys.count { faults.append(LogFault(.key, at: size)) }
        if let first = faults.min(by: { $0.seq < $1.seq }) { throw first }
        report.size = size
        report.root = tree.root
        return report
    }

    /// Days may step back by one only, and numbers are 1, 2, 3… within each year.
    private mutating func checkOrder(of leaf: Leaf) throws(LogFault) {
        guard leaf.date.days(until: latest) <= 1 else { throw LogFault(.date, at: leaf.seq) }
        latest = max(latest, leaf.date)
        guard let number = leaf.number else { return }
        let last = report.numbers[number.year, default: 0]
        guard number.ordinal == last + 1 else { throw LogFault(.number, at: leaf.seq) }
        report.numbers[number.year] = number.ordinal
    }

    private mutating func checkOpening(of leaf: Leaf, _ opening: Opening?) throws(LogFault) {
        guard let opening else {
            if leaf.kind.isPermanent { throw LogFault(.opening, at: leaf.seq) }
            return missing.append(leaf.seq)
        }
        guard opening.commitment == leaf.commitment else { throw LogFault(.commitment, at: leaf.seq) }
        report.openings += 1
        switch leaf.kind {
        case .erasure:
            guard let count = ErasureCount(payload: opening.payload)?.value, count <= missing.count - report.erased
            else { throw LogFault(.erasure, at: leaf.seq) }
            report.erased += count
        case .keyChange:
            keyChanges += 1
            changesKey = true
            guard keyChanges < keys.count, AnnouncedKey(payload: opening.payload)?.value == keys[keyChanges]
            else { throw LogFault(.key, at: leaf.seq) }
        default: break
        }
    }
}
