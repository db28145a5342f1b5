/// A text and who signed it (C2SP signed-note): the text, an empty line, and a line for each signature.
public struct SignedNote: Sendable, Hashable {
    /// A signature line.
    public struct Signature: Sendable, Hashable {
        /// Name of the key.
        public let name: String
        /// 4 bytes that tell keys of one name apart.
        public let keyID: [UInt8]
        /// 64 bytes for Ed25519; other types are carried and not understood.
        public let bytes: [UInt8]
    }

    /// What is signed: it ends in LF.
    public let text: String
    /// At least one.
    public let signatures: [Signature]

    init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is stored and sent.
    public var note: String {
        text + "\n" + signatures.map { "— \($0.name) \(base64($0.keyID + $0.bytes))\n" }.joined()
    }

    /// Whether the key signed the text: it has a line here, and each line that claims to be its own is right.
    public func isSigned(by key: VerifierKey) -> Bool {
        let own = signatures.filter { $0.name == key.name && $0.keyID == key.id }
        let message = Array(text.utf8)
        return !own.isEmpty && own.allSatisfy { key.isValid($0.bytes, for: message) }
    }

    /// What the note states of a log; nil unless the text is a checkpoint.
    public var checkpoint: Checkpoint? { Checkpoint(text) }
}

extension SignedNote {
    /// At most this many signature lines are read; C2SP asks for 16 at least.
    private static let limit = 64

    /// Reads a note; nil for anything that `note` would not write.
    public init?(_ note: String) {
        let bytes = Array(note.utf8)
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") }), bytes.last == UInt8(ascii: "\n"),
            let gap = bytes.indices.last(where: { $0 > 0 && bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A })
        else { return nil }
        let lines = bytes[(gap + 1)...].split(separator: UInt8(ascii: "\n"))
        let signatures = lines.compactMap { Signature(line: $0) }
        guard (1...Self.limit).contains(lines.count), signatures.count == lines.count else { return nil }
        self.init(text: String(decoding: bytes[..<gap], as: UTF8.self), signatures: signatures)
    }
}

extension SignedNote.Signature {
    fileprivate init?(line: ArraySlice<UInt8>) {
        let dash = Array("— ".utf8)
        let fields = line.dropFirst(dash.count).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard line.starts(with: dash), fields.count == 2, let name = String(validating: fields[0], as: UTF8.self),
            isKeyName(name), let bytes = base64Bytes(fields[1]), bytes.count > 4
        else { return nil }
        self.init(name: name, keyID: Array(bytes[..<4]), bytes: Array(bytes[4...]))
    }
}
