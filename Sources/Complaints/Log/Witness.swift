/// A statement of the log that left the house: a receipt or a checkpoint in someone else's hands. What it covers can no
/// longer be rewritten, not even with the key.
public struct Witness: Sendable, Hashable {
    /// The signed checkpoint.
    public let note: SignedNote
    /// What it states.
    public let checkpoint: Checkpoint

    /// Reads a receipt file or a checkpoint note; nil for anything else, and for a receipt that contradicts itself.
    ///
    /// The signature is judged by the audit, which knows the keys.
    public init?(_ bytes: [UInt8]) {
        if bytes.starts(with: ReceiptFile.format.utf8) {
            guard let receipt = try? ReceiptFile(bytes), (try? receipt.checkContents()) != nil else { return nil }
            self.init(receipt.note)
        } else {
            guard let text = String(validating: bytes, as: UTF8.self), let note = SignedNote(text) else { return nil }
            self.init(note)
        }
    }

    /// Nil unless the note is a checkpoint.
    public init?(_ note: SignedNote) {
        guard let checkpoint = note.checkpoint else { return nil }
        self.note = note
        self.checkpoint = checkpoint
    }
}
