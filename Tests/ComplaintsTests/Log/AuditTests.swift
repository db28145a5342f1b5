import Complaints
import Testing

@Suite struct `The audit of a log` {
    private let log: SampleLog

    init() {
        var dice = Dice(seed: 4)
        log = SampleLog(size: 24, keyChanges: false, dice: &dice)
    }

    private func fault(_ log: SampleLog, witnesses: [SignedNote?] = []) -> String {
        verdict(on: dumpBytes(log.lines), witnesses: witnesses.map { Array(($0?.note ?? "").utf8) })
    }

    /// The first leaf of that kind whose opening is there.
    private func first(_ kind: LeafKind) throws -> Int {
        try #require(log.records.firstIndex { $0.opening != nil && Leaf($0.bytes)?.kind == kind })
    }

    @Test func `counts what it saw when nothing is wrong`() throws {
        let receipt = try #require(log.receipt(for: 2, at: 9))
        let witness = try #require(Witness(Array(receipt.text.utf8)))
        let lines = LogDump.lines(of: dumpBytes(log.lines))
        let report = try LogDump.audit(lines, key: log.signers[0].verifier, witnesses: [witness])
        let erased = log.records.count { $0.opening == nil }
        #expect(erased > 0)
        #expect((report.size, report.erased, report.openings) == (24, erased, 24 - erased))
        #expect(report.leaves.values.reduce(0, +) == 24)
        #expect(report.checkpoints == log.notes.count)
        #expect(report.witnesses == [9])
        #expect(report.root == log.notes[24]?.checkpoint?.root)
        let registrations = report.leaves[.registration, default: 0]
        #expect(registrations > 0 && report.numbers.values.reduce(0, +) == registrations)
    }

    @Test func `finds nothing wrong with a log not yet begun`() {
        var dice = Dice(seed: 1)
        var empty = SampleLog(size: 0, dice: &dice)
        #expect(fault(empty) == "OK 0")
        empty.notes[0] = empty.note(at: 0)
        #expect(fault(empty, witnesses: [empty.note(at: 0)]) == "OK 0")
    }

    // Shows: S-66, F-21
    @Test func `finds a changed text, and a changed opening with its leaf`() throws {
        let seq = try first(.decision)
        var changed = log
        let other = try #require(Opening(salt: Array(repeating: 1, count: 32), payload: Array("{}".utf8)))
        changed.records[seq].opening = other
        #expect(fault(changed) == "FAUTE \(seq) engagement")
        let leaf = try #require(Leaf(changed.records[seq].bytes))
        changed.records[seq].bytes = try #require(
            Leaf(seq: seq, date: leaf.date, kind: leaf.kind, number: leaf.number, opening: other)
        ).bytes
        let vouched = log.notes.keys.filter { $0 <= seq }.max() ?? 0
        #expect(fault(changed) == "FAUTE \(vouched) racine")
    }

    // Shows: S-66, F-21
    @Test func `finds leaves deleted, swapped, inserted and cut off`() {
        var deleted = log
        deleted.records.remove(at: 7)
        #expect(fault(deleted) == "FAUTE 7 place")
        var swapped = log
        swapped.records.swapAt(7, 8)
        #expect(fault(swapped) == "FAUTE 7 place")
        var inserted = log
        inserted.records.insert(log.records[6], at: 7)
        #expect(fault(inserted) == "FAUTE 7 place")
        var cut = log
        cut.records.removeLast(5)
        #expect(fault(cut) == "FAUTE 19 place")
    }

    // Shows: S-66, F-21
    @Test func `finds an old copy put back, once a receipt has gone out`() throws {
        // A copy from after the last erasure, or its openings would be another story.
        let erasure = try #require(log.records.lastIndex { Leaf($0.bytes)?.kind == .erasure })
        let backup = try #require(log.notes.keys.filter { $0 > erasure && $0 < 24 }.min())
        var old = log
        old.records.removeLast(24 - backup)
        old.notes = old.notes.filter { $0.key <= backup }
        #expect(fault(old) == "OK \(backup)")
        #expect(fault(old, witnesses: [log.notes[24]]) == "FAUTE \(backup) tronque")
    }

    // Shows: S-66, F-21
    @Test func `finds a register renumbered and a day moved back`() throws {
        let renumbered = try replacing("inscription\n2026-0002", with: "inscription\n2026-0003")
        #expect(fault(renumbered.log) == "FAUTE \(renumbered.seq) numero")
        let moved = try replacing("\n2026-", with: "\n2025-")
        #expect(fault(moved.log) == "FAUTE \(moved.seq) date")
    }

    /// The log with a text replaced in the last leaf that has it, and that leaf's position.
    private func replacing(_ old: String, with new: String) throws -> (log: SampleLog, seq: Int) {
        var log = log
        let seq = try #require(log.records.lastIndex { $0.bytes.firstRange(of: Array(old.utf8)) != nil })
        let range = try #require(log.records[seq].bytes.firstRange(of: Array(old.utf8)))
        log.records[seq].bytes.replaceSubrange(range, with: new.utf8)
        return (log, seq)
    }

    // Shows: S-66, S-69, F-21
    @Test func `finds an erasure without a leaf, and a leaf without its erasure`() throws {
        let seq = try #require(log.records.lastIndex { $0.opening != nil && Leaf($0.bytes)?.kind == .decision })
        let erasure = try first(.erasure)
        var silent = log
        silent.records[seq].opening = nil
        let missing = silent.records.indices.filter { silent.records[$0].opening == nil }
        #expect(fault(silent) == "FAUTE \(try #require(missing.last)) ouverture")
        var restored = log
        let gone = try #require(log.records.firstIndex { $0.opening == nil })
        restored.records[gone].opening = log.records[gone].original
        #expect(fault(restored).hasSuffix(" effacement"))
        var unread = log
        unread.records[erasure].opening = nil
        #expect(fault(unread) == "FAUTE \(erasure) ouverture")
    }

    // Shows: S-66, F-21
    @Test func `finds a tree computed anew without the key, and with it`() throws {
        let seq = try first(.message)
        var changed = log
        let other = try #require(Opening(salt: Array(repeating: 1, count: 32), payload: Array("{}".utf8)))
        let leaf = try #require(Leaf(log.records[seq].bytes))
        let forged = Leaf(seq: seq, date: leaf.date, kind: leaf.kind, number: nil, opening: other)
        changed.records[seq].opening = other
        changed.records[seq].bytes = try #require(forged).bytes
        var withoutKey = changed
        withoutKey.resign(by: SampleLog.signer(90))
        let firstNote = try #require(withoutKey.notes.keys.min())
        #expect(fault(withoutKey) == "FAUTE \(firstNote - 1) signature")
        changed.resign()
        // Whoever holds the key can write another history: only what others hold tells.
        #expect(fault(changed) == "OK 24")
        #expect(fault(changed, witnesses: [log.note(at: seq), log.note(at: 24)]) == "FAUTE \(seq) contredit")
    }

    // Shows: F-30
    @Test func `finds leaves that no checkpoint covers`() throws {
        var unsigned = log
        unsigned.notes[24] = nil
        let vouched = try #require(unsigned.notes.keys.max())
        #expect(fault(unsigned) == "FAUTE \(vouched) non-signe")
        #expect(fault(unsigned, witnesses: [log.note(at: 24)]) == "OK 24")
        #expect(fault(log, witnesses: [log.note(at: 12, by: SampleLog.signer(90))]) == "FAUTE 11 temoin")
    }

    // Shows: S-66
    @Test func `sees each of ten thousand flipped bits in a small log`() {
        var dice = Dice(seed: 20)
        var small = SampleLog(size: 3, keyChanges: false, dice: &dice)
        small.organisation = ""
        let dump = dumpBytes(small.lines)
        var unseen: [Int] = []
        for _ in 0..<10_000 {
            var flipped = dump
            let position = dice.upTo(dump.count)
            flipped[position] ^= 1 << UInt8(dice.upTo(8))
            if verdict(on: flipped).hasPrefix("OK") { unseen.append(position) }
        }
        #expect(verdict(on: dump) == "OK 3")
        #expect(unseen.isEmpty)
    }
}

@Suite struct `A change of key` {
    /// Two keys, the change announced in leaf 1 of 3.
    private func log(coSigned: Bool = true, announces: SigningKey = SampleLog.signer(1)) throws -> [LogDump.Line] {
        let (old, new) = (SampleLog.signer(0), SampleLog.signer(1))
        let payloads = ["{}", #"{"evenement":"cle","vkey":"\#(announces.verifier)"}"#, "{}"]
        let kinds: [LeafKind] = [.reception, .keyChange, .message]
        var lines = [LogDump.Line.header(organisation: "École", keys: [old.verifier, new.verifier])]
        var tree = MerkleFrontier()
        for seq in 0..<3 {
            let opening = try #require(
                Opening(salt: Array(repeating: 7, count: 32), payload: Array(payloads[seq].utf8))
            )
            let leaf = try #require(Leaf(seq: seq, date: .last, kind: kinds[seq], opening: opening))
            tree.append(leaf.hash)
            lines.append(.leaf(seq: seq, bytes: leaf.bytes, opening: opening))
            var note = try (seq < 2 ? old : new).sign(size: seq + 1, root: tree.root, after: nil)
            if seq == 1, coSigned { note = try new.cosign(note) }
            lines.append(.checkpoint(note: note.note))
        }
        return lines
    }

    @Test func `is believed when announced and signed by both keys`() throws {
        #expect(verdict(on: dumpBytes(try log())) == "OK 3")
    }

    @Test func `is refused when one key is silent, when another was announced, or when not at all`() throws {
        #expect(verdict(on: dumpBytes(try log(coSigned: false))) == "FAUTE 1 signature")
        #expect(verdict(on: dumpBytes(try log(announces: SampleLog.signer(2)))) == "FAUTE 1 cle")
        var unsigned = try log()
        unsigned.remove(at: 4)
        #expect(verdict(on: dumpBytes(unsigned)) == "FAUTE 1 cle")
        var unannounced = try log()
        unannounced.removeLast(4)
        #expect(verdict(on: dumpBytes(unannounced)) == "FAUTE 1 cle")
    }
}
