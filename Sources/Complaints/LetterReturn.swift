/// Retour d’une lettre: a mail system says that a letter which had left did not arrive. It has not been given then, and what it
/// was for is still to be done.
public struct LetterReturn: Sendable, Hashable, Codable {
    /// The letter.
    public var letter: String
    /// Which one.
    public var kind: LetterKind
    /// What the mail system says; may be empty.
    public var words: String

    public init(letter: String, kind: LetterKind, words: String) {
        self.letter = letter
        self.kind = kind
        self.words = words
    }

    private enum CodingKeys: String, CodingKey {
        case letter = "lettre"
        case kind = "genre"
        case words = "motif"
    }
}

extension CaseFile {
    /// What a report on one of its letters does to the file; nil where that is none of its letters, or none that left by
    /// e-mail: nothing is changed then.
    public func takeBack(_ letter: String, saying words: String) -> Event? {
        guard let issue = issued[letter], issue.way == .email, stage != .archived, stage != .erased else { return nil }
        return .letterReturned(LetterReturn(letter: letter, kind: issue.kind, words: String(words.prefix(500))))
    }

    /// The letter is here again. What another letter of its kind has done stays done.
    mutating func takeBack(_ back: LetterReturn) {
        issued[back.letter] = nil
        if back.kind == .acknowledgement, !issued.values.contains(where: { $0.kind == .acknowledgement }) {
            acknowledgedAt = nil
        }
        if back.kind == .answer, back.letter == letters.last(where: { $0.kind == .answer })?.id { answerLeftAt = nil }
    }
}
