/// Retour d’une lettre: a letter which had left did not arrive, as a mail system says or as the post shows that brought it
/// back. It has not been given then, and what it was for is still to be done.
public struct LetterReturn: Sendable, Hashable, Codable {
    /// Why the post brought it back.
    public enum Cause: String, Sendable, Codable, CaseIterable {
        /// Pli avisé et non réclamé.
        case unclaimed = "non-reclame"
        /// N’habite pas à l’adresse indiquée, or no such address.
        case notThere = "npai"
    }

    /// The letter.
    public var letter: String
    /// Which one.
    public var kind: LetterKind
    /// What the mail system says; may be empty.
    public var words: String
    /// Why the post brought it back; nil where a mail system says that it did not arrive.
    public var cause: Cause?
    /// The day it came back, where somebody says it.
    public var on: CivilDate?
    private var pieces: [FileSummary]?

    /// What was kept of it: the envelope.
    public var files: [FileSummary] {
        get { pieces ?? [] }
        set { pieces = newValue.isEmpty ? nil : newValue }
    }

    public init(
        letter: String,
        kind: LetterKind,
        words: String = "",
        cause: Cause? = nil,
        on: CivilDate? = nil,
        files: [FileSummary] = []
    ) {
        self.letter = letter
        self.kind = kind
        self.words = words
        self.cause = cause
        self.on = on
        self.files = files
    }

    /// The same as a letter's last result says it.
    public var trouble: LetterTrouble {
        switch cause {
        case .unclaimed: .unclaimed
        case .notThere: .notThere
        case nil: .returned
        }
    }

    private enum CodingKeys: String, CodingKey {
        case letter = "lettre"
        case kind = "genre"
        case words = "motif"
        case cause
        case on = "revenue_le"
        case pieces
    }
}

extension CaseFile {
    /// What a report on one of its letters does to the file; nil where that is none of its letters, or none that left by
    /// e-mail: nothing is changed then.
    public func takeBack(_ letter: String, saying words: String) -> Event? {
        guard let issue = issued[letter], issue.way == .email, stage != .archived, stage != .erased else { return nil }
        return .letterReturned(LetterReturn(letter: letter, kind: issue.kind, words: String(words.prefix(500))))
    }

    /// Whether the post once brought a letter of the file back.
    public func wasBroughtBack(_ letter: String) -> Bool {
        entries.contains { entry in
            guard case .letterReturned(let back) = entry.event else { return false }
            return back.letter == letter && back.cause != nil
        }
    }

    /// The letter is here again, and was not delivered. What another letter of its kind has done stays done.
    mutating func takeBack(_ back: LetterReturn) {
        issued[back.letter] = nil
        delivered[back.letter] = nil
        if back.kind == .acknowledgement, !issued.values.contains(where: { $0.kind == .acknowledgement }) {
            acknowledgedAt = nil
        }
        if back.kind == .answer, back.letter == letters.last(where: { $0.kind == .answer })?.id { answerLeftAt = nil }
    }

    /// What was kept of letters that went on paper, and of what the post said of them.
    var letterFiles: [FileSummary] { entries.flatMap { $0.event.keptOfLetter?.files ?? [] } }
}

extension Event {
    /// What was kept of a letter with this event, and of which one; nil for an event that is about none.
    public var keptOfLetter: (letter: String, files: [FileSummary])? {
        switch self {
        case .letterIssued(let issue): (issue.letter, issue.files)
        case .letterDelivered(let delivery): (delivery.letter, delivery.files)
        case .letterReturned(let back): (back.letter, back.files)
        default: nil
        }
    }
}
