import Complaints

/// One way of tampering with a log, or with the file that shows it.
enum Damage: CaseIterable {
    case bitFlipped
    case leafBitFlipped
    case lineRemoved
    case leafRemovedAndRenumbered
    case leavesSwapped
    case leafInserted
    case openingReplaced
    case openingAndLeafReplaced
    case openingErased
    case registerRenumbered
    case backDated
    case lastCheckpointRemoved
    case recomputedWithForeignKey
    case recomputedWithForeignKeyAndHeader
    case recomputedWithKey
    case cutBeforeWitness
    case cutInMidLine
    case witnessBitFlipped

    /// Whether someone outside must hold a receipt for it to be found.
    var needsWitness: Bool {
        switch self {
        case .recomputedWithForeignKeyAndHeader, .recomputedWithKey, .cutBeforeWitness, .witnessBitFlipped: true
        default: false
        }
    }

    /// Whether it may change nothing that is recorded: a bit of the organisation's name, a checkpoint in the middle, or
    /// the last one where a witness covers the same leaves.
    var mayBeHarmless: Bool { [.bitFlipped, .lineRemoved, .lastCheckpointRemoved].contains(self) }
}

/// A dump and its witnesses, after the damage.
struct DamagedLog {
    var log: SampleLog
    var dump: [UInt8]
    var witnesses: [[UInt8]]

    init(_ log: SampleLog, witnesses: [[UInt8]]) {
        self.log = log
        self.witnesses = witnesses
        dump = dumpBytes(log.lines)
    }

    mutating func suffer(_ damage: Damage, dice: inout Dice) {
        switch damage {
        case .bitFlipped: flipBit(of: &dump, &dice)
        case .cutInMidLine: dump.removeLast(1 + dice.upTo(40))
        case .lineRemoved:
            var lines = log.lines
            lines.remove(at: dice.upTo(lines.count))
            dump = dumpBytes(lines)
        case .witnessBitFlipped: flipBit(of: &witnesses[dice.upTo(witnesses.count)], &dice)
        case .leafRemovedAndRenumbered, .leavesSwapped, .leafInserted, .cutBeforeWitness, .lastCheckpointRemoved:
            log.rearrange(damage, &dice)
            dump = dumpBytes(log.lines)
        default:
            log.rewrite(damage, &dice)
            dump = dumpBytes(log.lines)
        }
    }
}

private func flipBit(of bytes: inout [UInt8], _ dice: inout Dice) {
    bytes[dice.upTo(bytes.count)] ^= 1 << UInt8(dice.upTo(8))
}

extension SampleLog {
    /// Moves, adds or takes away leaves and checkpoints.
    fileprivate mutating func rearrange(_ damage: Damage, _ dice: inout Dice) {
        let seq = dice.upTo(records.count)
        switch damage {
        case .leavesSwapped: records.swapAt(seq, (seq + 1) % records.count)
        case .leafInserted:
            records.insert(forged(at: seq), at: seq)
            renumber(from: seq)
        case .leafRemovedAndRenumbered:
            records.remove(at: seq)
            renumber(from: seq)
        case .lastCheckpointRemoved: notes[records.count] = nil
        default:
            records.removeLast()
            notes = notes.filter { $0.key <= records.count }
            notes[records.count] = note(at: records.count)
        }
    }

    /// Changes what a leaf or an opening says, and sometimes signs again.
    fileprivate mutating func rewrite(_ damage: Damage, _ dice: inout Dice) {
        let seq = dice.upTo(records.count)
        switch damage {
        case .leafBitFlipped: flipBit(of: &records[seq].bytes, &dice)
        case .openingReplaced: records[seq].opening = forged(at: seq).opening
        case .openingErased:
            let present = records.indices.filter { records[$0].opening != nil }
            records[present[dice.upTo(present.count)]].opening = nil
        case .openingAndLeafReplaced: records[seq] = forged(at: seq)
        case .registerRenumbered: replace("inscription\n20", "inscription\n19")
        case .backDated: replace("\n20", "\n19")
        case .recomputedWithKey:
            records[0] = forged(at: 0)
            resign()
        case .recomputedWithForeignKey, .recomputedWithForeignKeyAndHeader:
            records[seq] = forged(at: seq)
            resign(by: Self.signer(100))
            if damage == .recomputedWithForeignKeyAndHeader { signers = [Self.signer(100)] }
        default: break
        }
    }

    /// A leaf in good form, with an opening to match, that says something else.
    private func forged(at seq: Int) -> Record {
        guard let old = Leaf(records[seq].bytes),
            let opening = Opening(salt: Array(repeating: 9, count: 32), payload: Array(#"{"nombre":0}"#.utf8)),
            let leaf = Leaf(seq: seq, date: old.date, kind: old.kind, number: old.number, opening: opening)
        else { preconditionFailure("a leaf of ours is well made") }
        return Record(bytes: leaf.bytes, opening: opening, original: opening)
    }

    /// Writes the right position into each leaf from `seq` on.
    private mutating func renumber(from seq: Int) {
        for position in seq..<records.count {
            var lines = records[position].bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            lines[1] = Array(String(position).utf8)[...]
            records[position].bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        }
    }

    /// Replaces a text in the last leaf that has it.
    private mutating func replace(_ old: String, _ new: String) {
        guard let seq = records.lastIndex(where: { $0.bytes.firstRange(of: Array(old.utf8)) != nil }),
            let range = records[seq].bytes.firstRange(of: Array(old.utf8))
        else {
            records[0] = forged(at: 0)
            return
        }
        records[seq].bytes.replaceSubrange(range, with: new.utf8)
    }
}
