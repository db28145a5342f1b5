import Complaints
import Testing

/// The tree as RFC 6962 defines it, computed anew from all leaves each time.
private struct Oracle {
    let leaves: [MerkleHash]

    func root(_ range: Range<Int>) -> MerkleHash {
        guard range.count > 1 else { return range.isEmpty ? .empty : leaves[range.lowerBound] }
        let middle = range.lowerBound + split(range.count)
        return MerkleHash(root(range.lowerBound..<middle), root(middle..<range.upperBound))
    }

    func path(_ index: Int, _ range: Range<Int>) -> [MerkleHash] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + split(range.count)
        let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
        return index < middle ? path(index, left) + [root(right)] : path(index, right) + [root(left)]
    }

    func consistency(_ old: Int, _ range: Range<Int>, isRoot: Bool = true) -> [MerkleHash] {
        if old == range.count { return isRoot ? [] : [root(range)] }
        let middle = range.lowerBound + split(range.count)
        let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
        if old <= left.count { return consistency(old, left, isRoot: isRoot) + [root(right)] }
        return consistency(old - left.count, right, isRoot: false) + [root(left)]
    }

    /// The largest power of two below `count`, found by doubling.
    private func split(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}

@Suite struct `The tree` {
    private static let most = 70
    private let oracle = Oracle(leaves: (0..<Self.most).map { MerkleHash(leaf: [UInt8($0)]) })
    /// Complete subtrees by level, as the frontier gave them out.
    private var nodes: [[MerkleHash]] = []

    init() {
        var tree = MerkleFrontier()
        for leaf in oracle.leaves {
            for node in tree.append(leaf) {
                if nodes.count == node.level { nodes.append([]) }
                precondition(nodes[node.level].count == node.index)
                nodes[node.level].append(node.hash)
            }
        }
    }

    private func node(_ level: Int, _ index: Int) throws(LookupFailed) -> MerkleHash {
        guard level < nodes.count, index < nodes[level].count else { throw LookupFailed() }
        return nodes[level][index]
    }

    private struct LookupFailed: Error {}

    @Test func `has the root of RFC 6962 at every size, whatever storage it went through`() throws {
        var tree = MerkleFrontier()
        for size in 0..<Self.most {
            #expect(tree.root == oracle.root(0..<size))
            let stored = tree.bytes
            #expect(stored.count == 8 + 32 * size.nonzeroBitCount)
            #expect(MerkleFrontier(stored + [0]) == nil)
            #expect(MerkleFrontier(Array(stored.dropLast())) == nil)
            let restored = try #require(MerkleFrontier(stored))
            #expect(restored == tree)
            tree = restored
            tree.append(oracle.leaves[size])
        }
        #expect(MerkleFrontier([UInt8](repeating: 0xFF, count: 8 + 32 * 64)) == nil)
    }

    @Test func `gives out each complete subtree once`() {
        for (level, hashes) in nodes.enumerated() {
            #expect(hashes.count == Self.most >> level)
            for (index, hash) in hashes.enumerated() {
                #expect(hash == oracle.root(index << level..<(index + 1) << level))
            }
        }
    }

    // Shows: S-67
    @Test func `proves every leaf of every size`() throws {
        for size in 1...Self.most {
            let root = oracle.root(0..<size)
            for index in 0..<size {
                let proof = try #require(try InclusionProof(index: index, size: size, node: node))
                #expect(proof.hashes == oracle.path(index, 0..<size))
                #expect(proof.verifies(oracle.leaves[index], root: root))
            }
        }
    }

    @Test func `proves no leaf elsewhere, no other leaf, and nothing with a damaged path`() throws {
        for size in 1...33 {
            let root = oracle.root(0..<size)
            for index in 0..<size {
                let leaf = oracle.leaves[index]
                let hashes = oracle.path(index, 0..<size)
                let claims = { (index: Int, size: Int, hashes: [MerkleHash], leaf: MerkleHash) in
                    InclusionProof(index: index, size: size, hashes: hashes).verifies(leaf, root: root)
                }
                for other in -1...size where other != index { #expect(!claims(other, size, hashes, leaf)) }
                #expect(!claims(index, size, hashes, oracle.leaves[index + 1]))
                #expect(!claims(index, size, hashes + [root], leaf))
                #expect(!claims(index, size, [root] + hashes, leaf))
                for position in hashes.indices {
                    var changed = hashes
                    changed[position] = leaf
                    #expect(!claims(index, size, changed, leaf))
                    changed.remove(at: position)
                    #expect(!claims(index, size, changed, leaf))
                }
            }
        }
    }

    @Test func `refuses a proof of what is not there`() throws {
        #expect(try InclusionProof(index: 5, size: 5, node: node) == nil)
        #expect(try InclusionProof(index: -1, size: 5, node: node) == nil)
        #expect(throws: LookupFailed.self) { try InclusionProof(index: 0, size: Self.most + 60, node: node) }
    }

    @Test func `proves that every size extends every smaller one, and nothing else`() throws {
        for size in 0...40 {
            let root = oracle.root(0..<size)
            for old in 0...size {
                let oldRoot = oracle.root(0..<old)
                let proof = try #require(try ConsistencyProof(from: old, to: size, node: node))
                #expect(proof.hashes == (old == 0 ? [] : oracle.consistency(old, 0..<size)))
                #expect(proof.verifies(oldRoot, to: root))
                let longer = ConsistencyProof(oldSize: old, size: size, hashes: proof.hashes + [root])
                #expect(!longer.verifies(oldRoot, to: root))
                guard old > 0, old < size else { continue }
                #expect(!proof.verifies(root, to: root))
                #expect(!proof.verifies(oldRoot, to: oldRoot))
                let shorter = ConsistencyProof(oldSize: old, size: size, hashes: Array(proof.hashes.dropLast()))
                #expect(!shorter.verifies(oldRoot, to: root))
            }
        }
    }
}
