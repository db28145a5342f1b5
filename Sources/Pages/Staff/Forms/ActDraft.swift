public import Complaints

/// What was sent for an act that was not done: the page shows it again with the reason, and nothing is typed twice.
public struct ActDraft: Sendable {
    /// Why it was not done.
    public enum Trouble: Sendable, Hashable {
        /// The rules say no.
        case refused(Refusal)
        /// Some fields cannot be read, by their name; and what the rules say of the others.
        case unreadable([String: FieldFault], besides: Refusal? = nil)
        /// The file was changed in the meantime, by somebody else or by oneself elsewhere.
        case overtaken
        /// Nothing is wrong: a line for one more grievance was asked for.
        case unfinished
        /// Nothing is wrong: the letter that the act would send was asked for, or is not the one that was read over
        /// before. Nil where it would send none.
        case previewed(LetterPreview?, isOther: Bool = false)
        /// Nothing is wrong: the text was begun from a template, or the template's put behind what was there.
        case begun(isAppended: Bool)
        /// The session was over, or had been replaced by another, when the form was sent.
        case expired
        /// The form was too large to be read to its end.
        case oversized
        /// The form was not whole, or not as a browser writes it.
        case cutShort
        /// The books could not be written just now.
        case unavailable
    }

    /// Which act.
    public let act: Act
    /// Everything that was sent, by field name.
    public let values: [String: [String]]
    /// Why it was not done.
    public let trouble: Trouble
    /// The documents that wait with the server for the form to be sent again.
    public var kept: [FileSummary] = []
    /// Whether no document that came along is lost.
    public var filesAreKept = false

    public init(act: Act, values: [String: [String]], trouble: Trouble) {
        self.act = act
        self.values = values
        self.trouble = trouble
    }

    /// The same with other values, or under another trouble.
    func with(_ values: [String: [String]], _ trouble: Trouble? = nil) -> ActDraft {
        var draft = ActDraft(act: act, values: values, trouble: trouble ?? self.trouble)
        draft.kept = kept
        draft.filesAreKept = filesAreKept
        return draft
    }

    /// The version of the file that its writer had before them; nil once they are told that there is another. A form that
    /// is mended goes on from there, or a change meanwhile would never be told.
    var seen: String? { trouble == .overtaken ? nil : version }

    /// The version that its writer had before them when the file was changed; nil where it was not, or where the form
    /// does not say.
    var overtaken: Int? { trouble == .overtaken ? version.flatMap { Int($0) } : nil }

    private var version: String? {
        guard let sent = values["version"], sent.count == 1 else { return nil }
        return sent[0]
    }
}

/// What makes a field impossible to read, before any rule is asked.
public enum FieldFault: String, Sendable, Hashable, CaseIterable {
    /// Nothing was chosen where one thing must be.
    case choice = "choix"
    /// No case file has that number or reference.
    case unknown = "inconnu"
    /// The case file that a mail is in already.
    case same = "meme"
    /// Not a day that exists.
    case date
    /// Not an e-mail address.
    case email = "courriel"
    /// Sent more than once: which was meant cannot be known.
    case repeated = "double"
    /// Longer than may be kept.
    case length = "longueur"
    /// A document is too large, or there are too many.
    case file = "piece"
    /// A document is of no kind that is taken, or is not what its name says.
    case fileKind = "format"
    /// A document could not be kept here, by no fault of its own.
    case fileUnkept = "place"
    /// A document has nothing in it.
    case fileEmpty = "vide"
    /// A document that an earlier round kept is kept no more.
    case fileGone = "disparu"
}
