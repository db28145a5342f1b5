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
    /// The day a registered letter was delivered, where its slip came back.
    public let deliveredOn: CivilDate?
    /// By which way it left; nil where it has not.
    public let way: LetterIssue.Way?
    /// Where to: an e-mail address, or a name for a letter on paper.
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
        deliveredOn: CivilDate? = nil,
        way: LetterIssue.Way? = nil,
        recipient: String,
        result: String
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.createdAt = createdAt
        self.issuedAt = issuedAt
        self.issuedOn = issuedOn
        self.deliveredOn = deliveredOn
        self.way = way
        self.recipient = recipient
        self.result = result
    }
}

extension LetterLine {
    /// What became of it last, in words: why it has not left, then what the relay said. Nil where nothing was said.
    func resultWords(_ press: Press) -> String? {
        guard let (trouble, detail) = LetterTrouble.read(result) else {
            guard !result.isBlank else { return nil }
            if isRelayed { return press.words("staff.letter.taken", ["reply": result]) }
            return way == .registeredPost ? press.words("staff.history.trace", ["number": result]) : result
        }
        let words = press.words("staff.letter.why", ["trouble": trouble.words(detail, press)])
        return detail.isBlank ? words : press.words("staff.letter.why.detail", ["words": words, "reply": detail])
    }

    /// Whether a relay took it: its reply is a code of success (RFC 5321 §4.2). Who brings it says a day.
    private var isRelayed: Bool {
        state == .issued && issuedOn == nil && result.prefixMatch(of: /2\d\d[ -]/) != nil
    }

    /// Whether it left, and the post brought it back.
    var isBack: Bool { state != .issued && LetterTrouble.read(result)?.trouble.isOfPost == true }

    /// Whether it has not left and will not leave by itself in a moment: a relay takes what waits, unless it has said why not.
    func needsSomebody(mailIsSet: Bool) -> Bool {
        state != .issued && !(mailIsSet && state == .waiting && result.isBlank)
    }

    /// The e-mail address that it goes to, or went to; nil for a letter on paper.
    var address: String? { state != .paper && way?.isOnPaper != true && recipient.contains("@") ? recipient : nil }
}

extension LetterTrouble {
    /// In plain words; what a relay refuses for a known reason has its own (RFC 3463 §3.2, §3.3).
    fileprivate func words(_ detail: String, _ press: Press) -> String {
        let word = "staff.trouble.\(rawValue)"
        guard self == .refused else { return press.words(word) }
        if detail.firstMatch(of: /\b5\.1\.1\b/) != nil { return press.words("\(word).unknown") }
        if detail.firstMatch(of: /\b5\.2\.2\b/) != nil { return press.words("\(word).full") }
        return press.words(word)
    }
}
