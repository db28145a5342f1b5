import Crypto

/// The secret half of a log's key. Whoever holds it can write a second history, which is why receipts go out.
public struct SigningKey: Sendable {
    /// What verifies its signatures.
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// Nil unless the seed has 32 bytes (RFC 8032) and the origin can stand in a note.
    public init?(seed: [UInt8], origin: String) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let verifier = VerifierKey(name: origin, publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.verifier = verifier
    }

    /// The name of the log that it signs for.
    public var origin: String { verifier.name }

    /// Signs the state of the log after `last`, the one signed before; nil for the first.
    ///
    /// A log must never sign two histories: a smaller tree, or the same size with another root, is refused. Give it the
    /// head read under the lock, nothing else.
    public func sign(size: Int, root: MerkleHash, after last: Checkpoint?) throws(SigningRefusal) -> SignedNote {
        if let last {
            guard last.origin == origin else { throw .otherLog }
            guard size >= last.size else { throw .shrinks }
            guard size > last.size || root == last.root else { throw .forks }
        }
        let text = Checkpoint(origin: origin, size: size, root: root).text
        guard let line = signature(of: text) else { throw .unable }
        return SignedNote(text: text, signatures: [line])
    }

    /// Adds this key's line to a note of the same log. A change of key asks for it: the old one and the new one sign.
    public func cosign(_ note: SignedNote) throws(SigningRefusal) -> SignedNote {
        guard Checkpoint(note.text)?.origin == origin else { throw .otherLog }
        guard let line = signature(of: note.text) else { throw .unable }
        return SignedNote(text: note.text, signatures: note.signatures + [line])
    }

    private func signature(of text: String) -> SignedNote.Signature? {
        guard let bytes = try? key.signature(for: Array(text.utf8)) else { return nil }
        return SignedNote.Signature(name: origin, keyID: verifier.id, bytes: Array(bytes))
    }
}

/// Why a checkpoint was not signed.
public enum SigningRefusal: Error, Sendable, Hashable {
    /// The checkpoint belongs to a log of another name.
    case otherLog
    /// Fewer leaves than were signed before.
    case shrinks
    /// As many leaves as were signed before, and another root.
    case forks
    /// The machine gave no signature.
    case unable
}
