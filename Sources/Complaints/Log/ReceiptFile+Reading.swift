extension ReceiptFile {
    /// Reads a receipt. Bytes that `text` would not have written are refused, so that no changed byte goes unseen.
    public init(_ bytes: [UInt8]) throws(ReceiptFault) {
        guard let file = String(validating: bytes, as: UTF8.self), let receipt = ReceiptFile(parsing: file),
            receipt.text.utf8.elementsEqual(bytes)
        else { throw .unreadable }
        self = receipt
    }

    private init?(parsing file: String) {
        guard let gap = file.utf8.firstRange(of: "\n\n".utf8) else { return nil }
        var lines = file[..<gap.lowerBound].split(separator: "\n")[...]
        guard lines.popFirst()?.elementsEqual(Self.format) == true,
            let extra = lines.popFirst()?.after("extra ").flatMap({ base64Bytes($0) }),
            let index = lines.popFirst()?.after("index ").flatMap({ wholeNumber(Array($0.utf8)[...]) }),
            let note = SignedNote(String(file[gap.upperBound...])), let checkpoint = note.checkpoint
        else { return nil }
        let hashes = lines.compactMap { MerkleHash($0) }
        var text = DumpText(extra[...])
        guard hashes.count == lines.count, text.skip("{"), let (leafBytes, opening) = text.leafAndOpening(),
            text.skip("}"), text.isAtEnd, let leaf = Leaf(leafBytes), let opening
        else { return nil }
        let proof = InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
        self.init(leaf: leaf, opening: opening, proof: proof, note: note)
    }
}

extension Substring {
    /// What follows a prefix; nil without it.
    fileprivate func after(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
