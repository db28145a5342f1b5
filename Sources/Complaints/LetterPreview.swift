/// A letter as it would go if the act that calls for it were done now: to be read over, kept nowhere.
public struct LetterPreview: Sendable, Hashable {
    /// Which letter.
    public let kind: LetterKind
    /// Its words, and whom they would go to.
    public let content: ComposedLetter
    /// SHA-256 over all that a person reads of it, lower case hexadecimal: by this it is known again, or as another.
    public let digest: String

    public init(kind: LetterKind, content: ComposedLetter, digest: String) {
        self.kind = kind
        self.content = content
        self.digest = digest
    }
}
