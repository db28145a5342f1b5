import Complaints
import Testing

/// Whether the tests were compiled with optimisation: a measure of anything else says nothing.
private let isOptimised: Bool = {
    var optimised = true
    assert(
        {
            optimised = false
            return true
        }()
    )
    return optimised
}()

@Suite struct `The speed of an audit` {
    // Shows: S-67
    @Test(.enabled(if: isOptimised, "a speed is measured in a release build only"))
    func `is a hundred thousand leaves a second`() throws {
        var dice = Dice(seed: 1)
        let key = SampleLog.signer(0)
        let leaves = try (0..<50_000).map { seq in
            let payload = #"{"evenement":"message","heure":"2026-11-23T10:00:01Z","texte":"\#(seq)"}"#
            let opening = try #require(Opening(salt: dice.bytes(32), payload: Array(payload.utf8)))
            return (try #require(Leaf(seq: seq, date: .last, kind: .message, opening: opening)).bytes, opening)
        }
        let root = leaves.reduce(into: MerkleFrontier()) { $0.append(MerkleHash(leaf: $1.0)) }.root
        let note = try key.sign(size: leaves.count, root: root, after: nil).note
        // The best of three: another program may take the processor meanwhile.
        let durations = try (0..<3).map { _ in
            try ContinuousClock().measure {
                var audit = try LogAudit(keys: [key.verifier])
                for (seq, (leaf, opening)) in leaves.enumerated() {
                    try audit.add(seq: seq, leaf: leaf, opening: opening)
                }
                try audit.add(checkpoint: note)
                #expect(try audit.finish().size == leaves.count)
            }
        }
        let best = try #require(durations.min())
        print("SPEED", durations)
        #expect(best < .milliseconds(500), "50,000 leaves took \(best)")
    }
}
