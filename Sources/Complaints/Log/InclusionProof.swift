/// Shows that a leaf is in a tree, to someone who knows only the tree's root: the audit path of RFC 6962 section 2.1.1.
public struct InclusionProof: Sendable, Hashable {
    /// Position of the leaf.
    public let index: Int
    /// Number of leaves of the tree, greater than the index.
    public let size: Int
    /// From the leaf's sibling up to the root's child.
    public let hashes: [MerkleHash]

    /// A proof received from elsewhere, not checked yet.
    public init(index: Int, size: Int, hashes: [MerkleHash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Builds the proof out of complete subtrees; nil unless 0 ≤ index < size. Asks for O(log² size) nodes at most.
    public init?<Failure: Error>(index: Int, size: Int, node: MerkleLookup<Failure>) throws(Failure) {
        guard index >= 0, index < size else { return nil }
        var hashes: [MerkleHash] = []
        var range = 0..<size
        while range.count > 1 {
            let (left, right) = merkleHalves(of: range)
            let goesLeft = left.contains(index)
            hashes.append(try merkleRoot(of: goesLeft ? right : left, node))
            range = goesLeft ? left : right
        }
        self.init(index: index, size: size, hashes: hashes.reversed())
    }

    /// Whether the leaf is at its place in the tree of that root.
    public func verifies(_ leaf: MerkleHash, root: MerkleHash) -> Bool {
        self.root(over: leaf) == root
    }

    /// The root that the proof leads to; nil when it has not the length that index and size ask for (RFC 9162 section
    /// 2.1.3.2).
    private func root(over leaf: MerkleHash) -> MerkleHash? {
        guard index >= 0, index < size else { return nil }
        var (node, last, hash) = (index, size - 1, leaf)
        for sibling in hashes {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                hash = MerkleHash(sibling, hash)
                // On the right edge a node without sibling goes up unchanged.
                let skipped = node == 0 ? 0 : node.trailingZeroBitCount
                (node, last) = (node >> skipped, last >> skipped)
            } else {
                hash = MerkleHash(hash, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 ? hash : nil
    }
}
