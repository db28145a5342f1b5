/// What the log was at a moment: how many leaves and which root, of which log (C2SP tlog-checkpoint, without extension
/// lines).
public struct Checkpoint: Sendable, Hashable {
    /// The log's name, `reclamations.exemple.fr/registre`; also the name of the key that signs.
    public let origin: String
    /// Number of leaves.
    public let size: Int
    /// Root of the tree of those leaves.
    public let root: MerkleHash

    /// The state of a log, not signed yet.
    public init(origin: String, size: Int, root: MerkleHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Three lines: origin, size, base64 of the root.
    public var text: String { "\(origin)\n\(size)\n\(root)\n" }

    /// Reads what `text` writes; nil for anything else.
    public init?(_ text: String) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, let origin = String(lines[0]), isKeyName(origin),
            let size = wholeNumber(Array(lines[1])[...]), let root = String(lines[2]).flatMap({ MerkleHash($0) })
        else { return nil }
        self.init(origin: origin, size: size, root: root)
    }
}
