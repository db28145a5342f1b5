/// A letter as it would go if the act that calls for it were done now: to be read over, kept nowhere.
public struct LetterPreview: Sendable, Hashable {
    /// Which letter.
    public let kind: LetterKind
    /// Its words, and whom they would go to.
    public let content: ComposedLetter

    public init(kind: LetterKind, content: ComposedLetter) {
        self.kind = kind
        self.content = content
    }
}
