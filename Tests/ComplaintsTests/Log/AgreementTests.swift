import Complaints
import Foundation
import TestSupport
import Testing

@Suite struct `The verifier in Python` {
    /// A random log, whole or damaged, with what others hold of it.
    private struct Case {
        let subject: DamagedLog
        let damage: Damage?

        init(seed: Int) {
            var dice = Dice(seed: seed)
            var damage = seed.isMultiple(of: 2) ? nil : Damage.allCases[seed / 2 % Damage.allCases.count]
            let needsWitness = damage?.needsWitness == true
            let log = SampleLog(size: damage == nil ? dice.upTo(81) : 2 + dice.upTo(79), dice: &dice)
            var witnesses: [[UInt8]] = []
            for _ in 0..<(needsWitness ? 1 : dice.upTo(3)) where !log.records.isEmpty {
                let size = needsWitness ? log.records.count : 1 + dice.upTo(log.records.count)
                guard let receipt = log.receipt(for: dice.upTo(size), at: size) else { continue }
                witnesses.append(Array((dice.oneIn(2) ? receipt.text : receipt.note.note).utf8))
            }
            var subject = DamagedLog(log, witnesses: witnesses)
            if damage == .leavesSwapped, log.records.count < 2 { damage = nil }
            if let damage { subject.suffer(damage, dice: &dice) }
            self.subject = subject
            self.damage = damage
        }
    }

    // Shows: S-66, S-67, F-21
    @Test func `agrees with ours on a thousand random logs, half of them damaged`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "journaux-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var expected: [String] = []
        var undetected: [String] = []
        for seed in 0..<1_000 {
            let sample = Case(seed: seed)
            let said = verdict(on: sample.subject.dump, witnesses: sample.subject.witnesses)
            expected.append(said)
            let isMissed = sample.damage.map { !$0.mayBeHarmless && said.hasPrefix("OK") } ?? !said.hasPrefix("OK")
            if isMissed { undetected.append("\(seed) \(String(describing: sample.damage)) \(said)") }
            let path = folder.appending(path: "\(seed).jsonl")
            try Data(sample.subject.dump).write(to: path)
            for (index, witness) in sample.subject.witnesses.enumerated() {
                try Data(witness).write(to: folder.appending(path: "\(seed).jsonl.temoin-\(index)"))
            }
        }
        #expect(undetected.isEmpty)
        let paths = (0..<1_000).map { folder.appending(path: "\($0).jsonl").path() }
        let tool = "\(Repository.root)/Tests/experiments/verdicts.py"
        let python = try await Child.run("/usr/bin/env", ["python3", "-B", tool] + paths)
        #expect(python.status == 0, "python3 is needed to check the journal without us: \(python.errors)")
        let verdicts = python.output.split(separator: "\n").map(String.init)
        try #require(verdicts.count == 1_000)
        let differences = zip(expected, verdicts).enumerated().filter { $0.element.0 != $0.element.1 }
        #expect(differences.map { "\($0.offset): ours \($0.element.0), python \($0.element.1)" } == [])
    }

    @Test func `tells a person in French, with the key and a receipt given`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var dice = Dice(seed: 5)
        var log = SampleLog(size: 30, keyChanges: false, dice: &dice)
        let receipt = try #require(log.receipt(for: 3, at: 12))
        let (dump, proof) = (folder.appending(path: "journal.jsonl"), folder.appending(path: "preuve.tlog-proof"))
        try Data(receipt.text.utf8).write(to: proof)
        try Data(dumpBytes(log.lines)).write(to: dump)
        let run = { (key: SigningKey) in
            let tool = "\(Repository.root)/Tools/verify_log.py"
            let arguments = ["python3", tool, "--cle", key.verifier.description, dump.path(), proof.path()]
            return try await Child.run("/usr/bin/env", arguments)
        }
        let good = try await run(log.signers[0])
        #expect(good.status == 0)
        #expect(good.output.hasPrefix("30 feuilles"))
        let stranger = try await run(SampleLog.signer(50))
        #expect(stranger.status == 1)
        #expect(stranger.output.hasPrefix("feuille 0 : "))
        log.records[17].opening = Opening(salt: Array(repeating: 0, count: 32), payload: [])
        try Data(dumpBytes(log.lines)).write(to: dump)
        let bad = try await run(log.signers[0])
        #expect(bad.status == 1)
        #expect(bad.output.hasPrefix("feuille 17 : "))
    }

    // Shows: S-67
    @Test func `takes a receipt alone, with the key that signed it, and no other nor a changed one`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recepisse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var dice = Dice(seed: 7)
        let log = SampleLog(size: 30, keyChanges: false, dice: &dice)
        let receipt = try #require(log.receipt(for: 3, at: 12)).text
        let proof = folder.appending(path: "preuve.tlog-proof")
        let run = { (text: String, key: SigningKey?) in
            try Data(text.utf8).write(to: proof)
            let named = key.map { ["--cle", $0.verifier.description] } ?? []
            let tool = "\(Repository.root)/Tools/verify_log.py"
            return try await Child.run("/usr/bin/env", ["python3", "-B", tool] + named + [proof.path()])
        }
        let good = try await run(receipt, log.signers[0])
        #expect(good.status == 0 && good.output.hasPrefix("feuille 3, "))
        #expect(good.output.contains("rien à redire"))
        for key in [nil, SampleLog.signer(50)] {
            let stranger = try await run(receipt, key)
            #expect(stranger.status == 1 && stranger.output.hasSuffix(" : cle\n"))
        }
        let moved = try await run(receipt.replacing("\nindex 3\n", with: "\nindex 4\n"), log.signers[0])
        #expect(moved.status == 1 && moved.output.hasSuffix(" : temoin\n"))
    }
}
