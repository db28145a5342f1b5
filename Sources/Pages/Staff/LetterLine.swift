public import Complaints

/// One letter as lists show it.
public struct LetterLine: Sendable {
    /// Opaque, 128 bits of chance in hexadecimal.
    public let id: String
    /// Which letter.
    public let kind: LetterKind
    /// Where it is.
    public let state: LetterState
    /// When it was written.
    public let createdAt: Instant
    /// When it left our hands, or when somebody said so.
    public let issuedAt: Instant?
    /// The day it left, where somebody said it.
    public let issuedOn: CivilDate?
    /// Where to: an e-mail address, or a name for a printed letter.
    public let recipient: String
    /// The relay's reply, the registered-mail number, or why it has not left (`LetterTrouble`); may be empty.
    public let result: String

    public init(
        id: String,
        kind: LetterKind,
        state: LetterState,
        createdAt: Instant,
        issuedAt: Instant?,
        issuedOn: CivilDate? = nil,
        recipient: String,
        result: String
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.createdAt = createdAt
        self.issuedAt = issuedAt
        self.issuedOn = issuedOn
        self.recipient = recipient
        self.result = result
    }
}

extension LetterLine {
    /// What became of it last, in words: why it has not left, then what the relay said. Nil where nothing was said.
    func resultWords(_ press: Press) -> String? {
        guard let (trouble, detail) = LetterTrouble.read(result) else { return result.isBlank ? nil : result }
        let words = press.words("staff.trouble.\(trouble.rawValue)")
        return press.words("staff.letter.why", ["trouble": detail.isBlank ? words : "\(words) (\(detail))"])
    }

    /// Whether it has not left and will not leave by itself in a moment: a relay takes what waits, unless it has said why not.
    func needsSomebody(mailIsSet: Bool) -> Bool {
        state != .issued && !(mailIsSet && state == .waiting && result.isBlank)
    }

    /// The e-mail address that it goes to, or went to; nil for a letter on paper.
    var address: String? { state != .paper && recipient.contains("@") ? recipient : nil }
}
