public import Complaints

/// The signed head of the log for people: what it is, the text to keep, and how to verify a receipt without us (S-67).
public struct EvidencePage: Page {
    public static let template = "public/published/evidence"

    let frame: PublicFrame
    let note: String
    let notePath = Path.checkpoint
    let verifierKey: String

    /// - Parameters:
    ///   - note: the signed head, as it is served to scripts.
    ///   - verifierKey: the log's public key, as a C2SP verifier key.
    public init(note: String, verifierKey: String, provider: Provider, press: Press) {
        frame = PublicFrame(title: press.words("evidence.title"), provider: provider, in: .other(Path.evidence), press)
        self.note = note
        self.verifierKey = verifierKey
    }
}
