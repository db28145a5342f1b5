/// A complete subtree of the log's tree: its 2^level leaves begin at index × 2^level. Such a node never changes again.
public struct MerkleNode: Sendable, Hashable {
    /// 0 for a leaf.
    public let level: Int
    /// Position among the nodes of its level.
    public let index: Int
    /// Root of the subtree.
    public let hash: MerkleHash

    /// A node as it was stored.
    public init(level: Int, index: Int, hash: MerkleHash) {
        self.level = level
        self.index = index
        self.hash = hash
    }
}

/// The right edge of the tree: all that is needed to append to it and to state its root.
public struct MerkleFrontier: Sendable, Hashable {
    /// Number of leaves.
    public private(set) var size: Int
    /// Roots of the complete subtrees that the size is made of, the largest first.
    private var edge: [MerkleHash]

    /// The tree without leaves.
    public init() {
        size = 0
        edge = []
    }

    /// Adds a leaf; gives the nodes that it completed, from the leaf itself upwards.
    @discardableResult
    public mutating func append(_ leaf: MerkleHash) -> [MerkleNode] {
        var node = MerkleNode(level: 0, index: size, hash: leaf)
        var completed = [node]
        while node.index & 1 == 1 {
            let hash = MerkleHash(edge.removeLast(), node.hash)
            node = MerkleNode(level: node.level + 1, index: node.index >> 1, hash: hash)
            completed.append(node)
        }
        edge.append(node.hash)
        size += 1
        return completed
    }

    /// The Merkle tree hash of RFC 6962 section 2.1.
    public var root: MerkleHash {
        guard var root = edge.last else { return .empty }
        for left in edge.dropLast().reversed() { root = MerkleHash(left, root) }
        return root
    }
}

extension MerkleFrontier {
    /// For storage: the size in 8 bytes, most significant first, then the hashes of the edge.
    public var bytes: [UInt8] {
        let size = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self.size >> $0) }
        return edge.reduce(into: size) { $0 += $1.bytes }
    }

    /// Reads what `bytes` writes; nil for anything else.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= 8, bytes[0] < 0x80 else { return nil }
        size = bytes[..<8].reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count == 8 + 32 * size.nonzeroBitCount else { return nil }
        edge = stride(from: 8, to: bytes.count, by: 32).compactMap { MerkleHash(Array(bytes[$0..<$0 + 32])) }
    }
}
