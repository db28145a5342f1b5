import Complaints
import Testing

@Suite struct `A receipt` {
    private let log: SampleLog
    private let key: VerifierKey

    init() {
        var dice = Dice(seed: 12)
        log = SampleLog(size: 23, keyChanges: false, dice: &dice)
        key = log.signers[0].verifier
    }

    // Shows: S-67
    @Test func `proves every leaf at many later sizes, offline, erased or not`() throws {
        for size in [1, 2, 3, 7, 8, 16, 23] {
            for seq in 0..<size {
                let receipt = try #require(log.receipt(for: seq, at: size))
                let read = try ReceiptFile(Array(receipt.text.utf8))
                #expect(read == receipt)
                try read.verify(with: key)
            }
        }
        #expect(log.records.contains { $0.opening == nil })
    }

    @Test func `is a C2SP tlog-proof`() throws {
        let receipt = try #require(log.receipt(for: 4, at: 7))
        let lines = receipt.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "c2sp.org/tlog-proof@v1")
        #expect(lines[1].hasPrefix("extra "))
        #expect(lines[2] == "index 4")
        // Leaf 5, then leaf 6, then leaves 0 to 3: three steps up, then an empty line, then the checkpoint.
        #expect(lines[3...5].allSatisfy { $0.count == 44 })
        #expect(lines[6].isEmpty)
        #expect(lines[7] == "reclamations.exemple.fr/registre")
        #expect(lines[8] == "7")
    }

    // Shows: S-67
    @Test func `is rejected with any bit changed`() throws {
        let receipt = Array(try #require(log.receipt(for: 4, at: 7)).text.utf8)
        var accepted: [String] = []
        for position in receipt.indices {
            for bit in 0..<8 {
                var changed = receipt
                changed[position] ^= 1 << bit
                if (try? ReceiptFile(changed).verify(with: key)) != nil { accepted.append("\(position).\(bit)") }
            }
        }
        #expect(accepted.isEmpty)
    }

    @Test func `is rejected with any byte missing, doubled or added`() throws {
        let receipt = Array(try #require(log.receipt(for: 4, at: 7)).text.utf8)
        for position in receipt.indices {
            var (shorter, longer) = (receipt, receipt)
            shorter.remove(at: position)
            longer.insert(UInt8(ascii: "A"), at: position)
            #expect((try? ReceiptFile(shorter).verify(with: key)) == nil)
            #expect((try? ReceiptFile(longer).verify(with: key)) == nil)
        }
    }

    @Test func `says what is wrong with it`() throws {
        let receipt = try #require(log.receipt(for: 4, at: 7))
        let other = try #require(log.receipt(for: 5, at: 7))
        let later = try #require(log.receipt(for: 4, at: 8))
        let mixed = { (opening: ReceiptFile, path: ReceiptFile, note: ReceiptFile) in
            ReceiptFile(leaf: receipt.leaf, opening: opening.opening, proof: path.proof, note: note.note)
        }
        #expect(throws: ReceiptFault.commitment) { try mixed(other, receipt, receipt).verify(with: key) }
        #expect(throws: ReceiptFault.path) { try mixed(receipt, other, receipt).verify(with: key) }
        #expect(throws: ReceiptFault.path) { try mixed(receipt, receipt, later).verify(with: key) }
        #expect(throws: ReceiptFault.signature) { try receipt.verify(with: SampleLog.signer(5).verifier) }
        #expect(throws: ReceiptFault.unreadable) { try ReceiptFile([]) }
    }
}
