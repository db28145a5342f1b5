/// Modèle de lettre: a text to begin an act's text from, in one of its versions.
public struct LetterTemplate: Sendable, Hashable, Identifiable {
    /// What can be changed of it.
    public struct Draft: Sendable, Hashable {
        /// What staff choose it by.
        public var name: String
        /// The act whose text begins from it.
        public var act: Act
        /// Words, and fields between braces.
        public var text: String

        public init(name: String, act: Act, text: String) {
            self.name = name
            self.act = act
            self.text = text
        }
    }

    /// Opaque, 128 bits of chance in hexadecimal.
    public let id: String
    /// 1, 2, 3…: every change makes the next one, a withdrawal too.
    public let version: Int
    /// What this version says.
    public let draft: Draft
    /// Whether it is no longer proposed.
    public let isWithdrawn: Bool

    public init(id: String, version: Int, draft: Draft, isWithdrawn: Bool) {
        self.id = id
        self.version = version
        self.draft = draft
        self.isWithdrawn = isWithdrawn
    }

    /// The acts that can begin from one: those with a text that is sent.
    public static let acts: [Act] = [
        .answer, .extend, .requestCompletion, .qualify, .decideContest, .replyToMediator,
    ]

    /// How many characters a name, and a text, may have.
    public static let (longestName, longestText) = (80, 10_000)

    /// By what an entry of the log remembers it.
    public var mark: TemplateMark { TemplateMark(id: id, name: draft.name, version: version) }
}

/// Which template a text began from, in which version: kept with the event, beside the text as it was sent.
public struct TemplateMark: Sendable, Hashable, Codable {
    /// The template.
    public let id: String
    /// What it was called then.
    public let name: String
    /// The version that it was.
    public let version: Int

    public init(id: String, name: String, version: Int) {
        self.id = id
        self.name = name
        self.version = version
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name = "nom"
        case version
    }
}

/// What is wrong with a template that somebody wants to keep.
public enum TemplateMistake: Sendable, Hashable {
    /// It has no name, or a long one, or one of several lines.
    case name
    /// No act that could begin from it was chosen.
    case act
    /// It has no text.
    case textMissing
    /// Its text is too long.
    case textTooLong
    /// No field is called that.
    case unknownField(String)
    /// A brace opens or closes nothing.
    case brace
    /// Every letter would say something that none may.
    case wording(ForbiddenWording)
}

extension LetterTemplate.Draft {
    /// The same without the blanks around it.
    public var tidy: Self { Self(name: name.trimmed, act: act, text: text.trimmed) }

    /// All that is wrong with it.
    public var mistakes: [TemplateMistake] {
        let isNamed = !name.isBlank && name.count <= LetterTemplate.longestName && !name.contains(where: \.isNewline)
        let faults = TemplateText(text).faults.map { fault in
            switch fault {
            case .unknown(let name): TemplateMistake.unknownField(name)
            case .brace: TemplateMistake.brace
            }
        }
        return [
            isNamed ? nil : .name,
            LetterTemplate.acts.contains(act) ? nil : .act,
            text.isBlank ? .textMissing : nil,
            text.count <= LetterTemplate.longestText ? nil : .textTooLong,
            ForbiddenWording.first(in: text).map { .wording($0) },
        ].compactMap(\.self) + faults
    }
}
