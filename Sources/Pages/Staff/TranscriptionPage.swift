public import Complaints

/// Where staff enter a complaint that did not come by the form, as it was written.
public struct TranscriptionPage: Page {
    public static let template = "staff/transcription"
    public static var script: PageScript? { .staff }

    /// What was typed so far, and why it was not received.
    public struct Entry: Sendable {
        /// The sealed token for the hidden field `envoi`: one per form, kept through its rounds.
        public var submission: String
        /// Everything that was sent, by field name; nil for a fresh form.
        public var values: [String: [String]]?
        /// Documents kept with the form.
        public var received: [FileSummary]
        /// Documents that are not, each with its reason.
        public var missing: [RefusedDocument]
        /// Whether documents chosen before must be chosen again, whatever they were.
        public var filesWereLost = false
        /// Why it was not received, if it was sent.
        public var trouble: ActDraft.Trouble?
        /// Whether the same form was already received with other content.
        public var isOther: Bool

        public init(
            submission: String,
            values: [String: [String]]? = nil,
            received: [FileSummary] = [],
            missing: [RefusedDocument] = [],
            trouble: ActDraft.Trouble? = nil,
            isOther: Bool = false
        ) {
            self.submission = submission
            self.values = values
            self.received = received
            self.missing = missing
            self.trouble = trouble
            self.isOther = isOther
        }
    }

    let frame: StaffFrame
    let listPath = Path.receptions
    let form: ActForm

    /// - Parameters:
    ///   - procedure: the one in force.
    ///   - limits: which documents are taken.
    ///   - hasRelay: whether letters can leave by e-mail: nothing else is promised.
    public init(
        entry: Entry,
        procedure: Procedure,
        signedIn: SignedIn,
        today: CivilDate,
        limits: DocumentLimits,
        hasRelay: Bool,
        press: Press
    ) {
        let writer = TranscriptionForm(
            entry: entry,
            procedure: procedure,
            today: today,
            limits: limits,
            hasRelay: hasRelay,
            press: press
        )
        form = writer.form(token: signedIn.token)
        let title = press.words("staff.saisie.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: form.trouble != nil),
            section: .receptions,
            signedIn: signedIn,
            press: press
        )
    }
}
