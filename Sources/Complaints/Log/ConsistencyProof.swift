/// Shows that a tree is another with leaves added at its end (RFC 6962 section 2.1.2): what someone who holds two
/// checkpoints, and not the leaves, needs.
public struct ConsistencyProof: Sendable, Hashable {
    /// Leaves of the older tree.
    public let oldSize: Int
    /// Leaves of the newer tree.
    public let size: Int
    /// From the older tree's last complete subtree upwards.
    public let hashes: [MerkleHash]

    /// A proof received from elsewhere, not checked yet.
    public init(oldSize: Int, size: Int, hashes: [MerkleHash]) {
        self.oldSize = oldSize
        self.size = size
        self.hashes = hashes
    }

    /// Builds the proof out of complete subtrees; nil unless 0 ≤ oldSize ≤ size. Empty when either tree is trivial.
    public init?<Failure: Error>(from oldSize: Int, to size: Int, node: MerkleLookup<Failure>) throws(Failure) {
        guard oldSize >= 0, oldSize <= size else { return nil }
        var hashes: [MerkleHash] = []
        var range = 0..<size
        // Descend to the last leaf of the older tree, noting what lies aside, until a subtree of it stands whole.
        while oldSize > 0, range.upperBound != oldSize {
            let (left, right) = merkleHalves(of: range)
            let goesLeft = oldSize <= left.upperBound
            hashes.append(try merkleRoot(of: goesLeft ? right : left, node))
            range = goesLeft ? left : right
        }
        // The verifier already holds the root of the older tree when that subtree is all of it.
        if range.lowerBound > 0 { hashes.append(try merkleRoot(of: range, node)) }
        self.init(oldSize: oldSize, size: size, hashes: hashes.reversed())
    }

    /// Whether the tree of `root` extends the tree of `oldRoot` (RFC 9162 section 2.1.4.2).
    public func verifies(_ oldRoot: MerkleHash, to root: MerkleHash) -> Bool {
        guard oldSize >= 0, oldSize <= size else { return false }
        if oldSize == size { return hashes.isEmpty && oldRoot == root }
        if oldSize == 0 { return hashes.isEmpty && oldRoot == .empty }
        var path = hashes[...]
        if oldSize & (oldSize - 1) == 0 { path = [oldRoot] + path }
        guard let start = path.popFirst() else { return false }
        let aligned = (oldSize - 1).trailingOneBitCount
        var (node, last) = ((oldSize - 1) >> aligned, (size - 1) >> aligned)
        var (old, new) = (start, start)
        for sibling in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                (old, new) = (MerkleHash(sibling, old), MerkleHash(sibling, new))
                let skipped = node == 0 ? 0 : node.trailingZeroBitCount
                (node, last) = (node >> skipped, last >> skipped)
            } else {
                new = MerkleHash(new, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && old == oldRoot && new == root
    }
}

extension Int {
    /// How many of the lowest bits are ones.
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
