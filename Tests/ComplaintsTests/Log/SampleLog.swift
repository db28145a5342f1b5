import Complaints

/// A log as the register would have written it: any size, several years, erasures, changes of key, witnesses.
struct SampleLog {
    /// A leaf, and what it commits to.
    struct Record {
        var bytes: [UInt8]
        /// Nil once erased.
        var opening: Opening?
        /// What the complainant keeps even then.
        let original: Opening
    }

    static let origin = "reclamations.exemple.fr/registre"

    var organisation = #"Ciné-Atelier « l'École » \ "Lyon""#
    var signers: [SigningKey]
    var records: [Record] = []
    /// Stored checkpoints by size.
    var notes: [Int: SignedNote] = [:]
    private var keyChanges: [Int] = []
    private var tree = MerkleFrontier()
    private var permanent: Set<Int> = []
    private var day = CivilDate(daysSince1970: 20_700)
    /// Whether the next leaf comes from a server whose clock was a little behind at midnight.
    private var isDayEarlier = false
    private var numbers: [Int: Int] = [:]

    init(size: Int, keyChanges: Bool = true, dice: inout Dice) {
        signers = [Self.signer(dice.upTo(3))]
        let step = max(1, size / 6)
        while records.count < size {
            for _ in 0...dice.upTo(step) where records.count < size { append(dice: &dice) }
            checkpoint()
            if keyChanges, records.count < size, dice.oneIn(20) { changeKey(to: Self.signer(3 + dice.upTo(3)), &dice) }
        }
    }

    /// One of a few keys of the log.
    static func signer(_ index: Int) -> SigningKey {
        guard let key = SigningKey(seed: (0..<32).map { UInt8($0 + index) }, origin: origin) else {
            preconditionFailure("32 bytes and a host name make a key")
        }
        return key
    }

    /// The dump. Checkpoints of leaves that are gone come last.
    var lines: [LogDump.Line] {
        var lines = [LogDump.Line.header(organisation: organisation, keys: signers.map(\.verifier))]
        if let note = notes[0] { lines.append(.checkpoint(note: note.note)) }
        for (seq, record) in records.enumerated() {
            lines.append(.leaf(seq: seq, bytes: record.bytes, opening: record.opening))
            if let note = notes[seq + 1] { lines.append(.checkpoint(note: note.note)) }
        }
        let left = notes.filter { $0.key > records.count }.sorted { $0.key < $1.key }
        return lines + left.map { .checkpoint(note: $0.value.note) }
    }

    /// The state after `size` leaves, signed as the log would have at that moment.
    func note(at size: Int, by forger: SigningKey? = nil) -> SignedNote? {
        let root = records.prefix(size).reduce(into: MerkleFrontier()) { $0.append(MerkleHash(leaf: $1.bytes)) }.root
        if let forger { return try? forger.sign(size: size, root: root, after: nil) }
        return sign(size, root)
    }

    private func sign(_ size: Int, _ root: MerkleHash) -> SignedNote? {
        let changes = keyChanges.count { $0 < size }
        guard keyChanges.contains(size - 1) else {
            return try? signers[changes].sign(size: size, root: root, after: nil)
        }
        let old = try? signers[changes - 1].sign(size: size, root: root, after: nil)
        return old.flatMap { try? signers[changes].cosign($0) }
    }

    /// Signs every stored checkpoint anew, over the leaves as they are now.
    mutating func resign(by forger: SigningKey? = nil) {
        for size in notes.keys { notes[size] = note(at: size, by: forger) }
    }

    /// The receipt that was given for a leaf when the log had `size` leaves.
    func receipt(for seq: Int, at size: Int) -> ReceiptFile? {
        var nodes: [[MerkleHash]] = []
        var tree = MerkleFrontier()
        for record in records.prefix(size) {
            for node in tree.append(MerkleHash(leaf: record.bytes)) {
                if nodes.count == node.level { nodes.append([]) }
                nodes[node.level].append(node.hash)
            }
        }
        guard let leaf = Leaf(records[seq].bytes), let note = note(at: size),
            let proof = InclusionProof(index: seq, size: size, node: { level, index in nodes[level][index] })
        else { return nil }
        return ReceiptFile(leaf: leaf, opening: records[seq].original, proof: proof, note: note)
    }

    private mutating func append(dice: inout Dice) {
        if dice.oneIn(2) { day = day.adding(days: dice.oneIn(4) ? dice.upTo(90) : 1) }
        isDayEarlier = dice.oneIn(5)
        let erasable = records.indices.filter { records[$0].opening != nil && !permanent.contains($0) }
        if erasable.count > 2, dice.oneIn(8) {
            return erase(Array(erasable.shuffled(using: &dice).prefix(1 + dice.upTo(2))), &dice)
        }
        let everyday: [LeafKind] = [
            .reception, .acknowledgement, .registration, .message, .decision, .closing, .reopening, .hold, .holdRelease,
        ]
        let kind = everyday.randomElement(using: &dice) ?? .reception
        record(kind, #"{"evenement":"\#(kind.rawValue)","objet":"Réclamation \#(dice.upTo(1_000))"}"#, &dice)
    }

    private mutating func erase(_ seqs: [Int], _ dice: inout Dice) {
        for seq in seqs { records[seq].opening = nil }
        record(.erasure, #"{"evenement":"effacement","nombre":\#(seqs.count),"regle":"7-ans"}"#, &dice)
    }

    private mutating func changeKey(to next: SigningKey, _ dice: inout Dice) {
        signers.append(next)
        keyChanges.append(records.count)
        record(.keyChange, #"{"evenement":"cle","vkey":"\#(next.verifier)"}"#, &dice)
        checkpoint()
    }

    private mutating func checkpoint() { notes[records.count] = sign(records.count, tree.root) }

    private mutating func record(_ kind: LeafKind, _ payload: String, _ dice: inout Dice) {
        let day = day.adding(days: isDayEarlier ? -1 : 0)
        var number: RegisterNumber?
        if kind == .registration {
            numbers[day.year, default: 0] += 1
            number = RegisterNumber(year: day.year, ordinal: numbers[day.year, default: 0])
        }
        guard let opening = Opening(salt: dice.bytes(32), payload: Array(payload.utf8)),
            let leaf = Leaf(seq: records.count, date: day, kind: kind, number: number, opening: opening)
        else { preconditionFailure("a leaf of ours is well made") }
        tree.append(leaf.hash)
        if kind.isPermanent { permanent.insert(leaf.seq) }
        records.append(Record(bytes: leaf.bytes, opening: opening, original: opening))
    }
}

/// The bytes of a dump of ours.
func dumpBytes(_ lines: [LogDump.Line]) -> [UInt8] { lines.flatMap { Array(($0.text ?? "").utf8) } }

/// What our verifier says of a dump and its witnesses, in the words of the Python one.
func verdict(on dump: [UInt8], witnesses: [[UInt8]] = []) -> String {
    do {
        let read = witnesses.compactMap { Witness($0) }
        guard read.count == witnesses.count else { throw LogFault(.witness, at: 0) }
        return "OK \(try LogDump.audit(LogDump.lines(of: dump), witnesses: read).size)"
    } catch let fault as LogFault {
        return "FAUTE \(fault.seq) \(fault.kind.rawValue)"
    } catch {
        return "\(error)"
    }
}
