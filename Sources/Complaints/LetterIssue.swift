/// A letter left our hands: accepted by the relay, or handed over or posted by somebody.
public struct LetterIssue: Sendable, Hashable, Codable {
    /// By which way it went.
    public enum Way: String, Sendable, Codable, CaseIterable {
        /// The server's relay took it.
        case email = "courriel"
        case post = "courrier"
        case registeredPost = "lrar"
        case byHand = "main-propre"
        /// Somebody sent it by e-mail from a mailbox that is not the server's.
        case otherMailbox = "autre-courriel"

        /// The ways by which somebody may bring it on its way, and not the server.
        public static let carried: [Way] = [.post, .registeredPost, .byHand, .otherMailbox]

        /// Whether the person got it on paper, whatever address the file has.
        public var isOnPaper: Bool { isPosted || self == .byHand }

        /// Whether the post has it, and may bring it back.
        public var isPosted: Bool { self == .post || self == .registeredPost }
    }

    /// The letter.
    public var letter: String
    /// Which one.
    public var kind: LetterKind
    /// How.
    public var way: Way
    /// The relay's reply, or the registered-mail number; may be empty.
    public var trace: String
    /// The day it left, where somebody says it; nil where it left at the moment that is on record.
    public var on: CivilDate?
    private var pieces: [FileSummary]?

    /// What was kept of it: the letter as it was signed, the proof of posting.
    public var files: [FileSummary] {
        get { pieces ?? [] }
        set { pieces = newValue.isEmpty ? nil : newValue }
    }

    public init(
        letter: String,
        kind: LetterKind,
        way: Way,
        trace: String,
        on: CivilDate? = nil,
        files: [FileSummary] = []
    ) {
        self.letter = letter
        self.kind = kind
        self.way = way
        self.trace = trace
        self.on = on
        self.files = files
    }

    /// Whether a registered letter may have its number, or has none: those of La Poste have 11 to 15 letters and digits, most
    /// of them digits, however they are grouped (« 1A 123 456 7890 1 », « RA 123 456 785 FR »).
    var hasPossibleNumber: Bool {
        guard way == .registeredPost, !trace.isBlank else { return true }
        let signs = trace.filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
        return (11...15).contains(signs.count) && signs.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            && signs.count(where: \.isNumber) >= 8
    }

    /// When it had left at the latest: at the end of the day that somebody says, where that is over.
    ///
    /// - Parameter instant: when that was recorded.
    func left(recordedAt instant: Instant) -> Instant {
        guard let on, on < instant.civilDate else { return instant }
        return Instant(parisDate: on, hour: 23, minute: 59).adding(seconds: 59)
    }

    private enum CodingKeys: String, CodingKey {
        case letter = "lettre"
        case kind = "genre"
        case way = "voie"
        case trace
        case on = "partie_le"
        case pieces
    }
}
