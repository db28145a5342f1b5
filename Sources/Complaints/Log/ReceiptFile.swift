/// What a complainant keeps (`preuve-….tlog-proof`, C2SP tlog-proof v1): a leaf, its opening, the path to a checkpoint
/// and the checkpoint, enough to show without us what was recorded and when.
///
/// The extra data, base64 of `{"feuille":…,"sel":…,"contenu":…}`, is not trusted: the path vouches for the leaf and the
/// leaf's commitment for the opening.
public struct ReceiptFile: Sendable, Hashable {
    /// The leaf.
    public let leaf: Leaf
    /// What the leaf commits to.
    public let opening: Opening
    /// From the leaf to the checkpoint's root.
    public let proof: InclusionProof
    /// The signed checkpoint.
    public let note: SignedNote

    /// A receipt made of its parts; `verify(with:)` tells whether they hold together.
    public init(leaf: Leaf, opening: Opening, proof: InclusionProof, note: SignedNote) {
        self.leaf = leaf
        self.opening = opening
        self.proof = proof
        self.note = note
    }

    /// The file.
    public var text: String {
        let extra = "{" + LogDump.fields(leaf: leaf.bytes, opening: opening) + "}"
        let path = proof.hashes.map { "\($0)\n" }.joined()
        return "\(Self.format)\nextra \(base64(extra.utf8))\nindex \(proof.index)\n\(path)\n\(note.note)"
    }

    /// Checks everything, offline, with nothing but the log's key.
    ///
    /// Reads no clock and no network: what holds today holds in ten years.
    public func verify(with key: VerifierKey) throws(ReceiptFault) {
        guard note.isSigned(by: key), note.checkpoint?.origin == key.name else { throw .signature }
        try checkContents()
    }

    /// Checks everything but the signature.
    func checkContents() throws(ReceiptFault) {
        guard let checkpoint = note.checkpoint else { throw .unreadable }
        guard opening.commitment == leaf.commitment else { throw .commitment }
        guard leaf.seq == proof.index, proof.size == checkpoint.size,
            proof.verifies(leaf.hash, root: checkpoint.root)
        else { throw .path }
    }

    static let format = "c2sp.org/tlog-proof@v1"
}

/// Why a receipt proves nothing.
public enum ReceiptFault: Error, Sendable, Hashable {
    /// Not a receipt, or not byte for byte as one is written.
    case unreadable
    /// The key did not sign the checkpoint.
    case signature
    /// The leaf is not in the tree of the checkpoint.
    case path
    /// The opening is not the leaf's.
    case commitment
}
