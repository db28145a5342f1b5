import Crypto

/// A node of the tree: SHA-256 as RFC 6962 section 2.1 applies it, leaves and inner nodes set apart by a first byte.
public struct MerkleHash: Sendable, Hashable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// SHA-256(0x00 ‖ data).
    public init(leaf data: [UInt8]) {
        self.init(digest: SHA256.hash(data: [0x00] + data))
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public init(_ left: MerkleHash, _ right: MerkleHash) {
        var data: [UInt8] = []
        data.reserveCapacity(65)
        data.append(0x01)
        data += left.bytes
        data += right.bytes
        self.init(digest: SHA256.hash(data: data))
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let empty = MerkleHash(digest: SHA256.hash(data: [UInt8]()))

    private init(digest: SHA256.Digest) {
        bytes = digest.withUnsafeBytes { Array($0) }
    }
}

extension MerkleHash: CustomStringConvertible {
    /// Base64, as checkpoints and proofs write it.
    public var description: String { base64(bytes) }

    /// Reads what `description` writes.
    init?(_ text: some StringProtocol) {
        guard let bytes = base64Bytes(text) else { return nil }
        self.init(bytes)
    }
}
