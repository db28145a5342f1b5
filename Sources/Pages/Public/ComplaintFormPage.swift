public import Complaints

/// The public form (procedure: the form at its end; ). It needs no script.
public struct ComplaintFormPage: Page {
    public static let template = "public/form"
    public static var script: PageScript? { .complaint }

    /// Something to say above the form.
    public enum Notice: String, Sendable, CaseIterable {
        /// The same form was already sent with other content: this is what was just typed, under a new form.
        case differentSubmission = "deja-envoyee"
        /// The form stayed open too long, or came from elsewhere.
        case expired = "expire"
        /// What was sent could not be read to its end: too large.
        case tooLarge = "trop-grand"
        /// What was sent could not be read to its end, for another reason.
        case cutShort = "interrompu"
        /// The books could not be written just now.
        case unavailable = "indisponible"
        /// The disk runs low: words are received, and no document.
        case noDocuments = "sans-documents"
    }

    let frame: PublicFrame
    let action: String
    let submission: String
    let isRefused: Bool
    let notice: String?
    let mistakes: [Mistake]
    let mayContinue: Bool
    let lastName: FormField
    let firstName: FormField
    let stakeholder: FormField
    let employment: EmploymentGuide?
    let email: FormField
    let subject: FormField
    let complaint: FormField
    let details: [FormField]
    let payer: FormField
    let minor: MinorChoice
    let confidence: ConfidenceChoice
    let accept: String
    let documentsHint: String
    /// The identifiers of what is said of the documents, for those who hear the page.
    let documentsNotes: String
    let received: [ReceivedDocument]
    let refused: [RefusedLine]
    let refusalNotice: String?
    let privacy: PrivacyNotice
    let noticePath: String

    /// A line of the summary of what is wrong, leading to its field.
    struct Mistake: Sendable {
        let field: String
        let words: String
    }

    /// A document that was not taken, with the reason in words.
    struct RefusedLine: Sendable {
        let name: String
        let reason: String

        /// - Parameter words: where in the catalogue the reasons are said: `document.refused`, or for what was sent already
        ///   `receipt.refused`.
        init(_ document: RefusedDocument, _ words: String, _ limits: DocumentLimits, _ press: Press) {
            name = document.name
            reason = press.words("\(words).\(document.reason.rawValue)", limits.holes(press))
        }
    }

    /// - Parameters:
    ///   - submission: the sealed token for the hidden field `envoi`: one per form, kept through recap and return.
    ///   - entry: what was typed so far.
    ///   - limits: which documents are taken.
    ///   - notice: something to say above the form.
    ///   - hasRelay: whether letters can leave by e-mail: nothing else is promised.
    public init(
        procedure: Procedure,
        submission: String,
        entry: FormEntry = FormEntry(),
        limits: DocumentLimits,
        notice: Notice? = nil,
        hasRelay: Bool,
        press: Press
    ) {
        let field = { (kind: FormField.Kind) in FormField(kind, entry, press: press) }
        isRefused = !entry.mistakes.isEmpty
        frame = PublicFrame(
            title: press.words(isRefused ? "form.title.refused" : "form.title"),
            provider: procedure.provider,
            in: .sent(to: Path.complaint),
            press
        )
        action = press.link(Path.complaint)
        noticePath = press.link(Path.privacy)
        self.submission = submission
        self.notice = notice.map { press.words("form.notice.\($0.rawValue)") }
        mistakes = (FormEntry.fields + [FormEntry.documents]).compactMap { field in
            entry.mistake(field, press).map { Mistake(field: field, words: $0) }
        }
        mayContinue = entry.lacksOnly && entry.hasWords
        lastName = field(.lastName)
        firstName = field(.firstName)
        stakeholder = FormField(.stakeholder, entry, options: Self.stakeholders(procedure, entry, press), press: press)
        employment = EmploymentGuide(for: entry.stakeholder, procedure, press)
        email = field(.email(hasRelay))
        subject = field(.subject)
        complaint = field(.complaint)
        details = [.telephone, .address(hasRelay), .trainingAction, .when, .expectation].map(field)
        payer = FormField(.payer, entry, options: Self.payers(entry, press), press: press)
        minor = MinorChoice(entry, press)
        confidence = ConfidenceChoice(procedure, entry, press)
        accept = limits.accept
        documentsHint = press.words("field.piece_jointe.hint", limits.holes(press))
        documentsNotes = entry.refused.isEmpty ? "piece_jointe-aide" : "piece_jointe-aide piece_jointe-refus"
        received = entry.received.map { ReceivedDocument($0, press) }
        refused = entry.refused.map { RefusedLine($0, "document.refused", limits, press) }
        refusalNotice = entry.refusalNotice
        privacy = PrivacyNotice(procedure, press)
    }

    /// What is offered, and what was chosen while it still was.
    private static func stakeholders(
        _ procedure: Procedure,
        _ entry: FormEntry,
        _ press: Press
    ) -> [FormField.Option] {
        let (offered, chosen) = (procedure.offeredStakeholders, entry.values["vous_etes"])
        let retired = procedure.knownStakeholders.filter { !offered.contains($0) && $0.rawValue == chosen }
        return options(offered + retired, entry, press)
    }

    /// Who may have paid, in the words of whoever complains.
    private static func payers(_ entry: FormEntry, _ press: Press) -> [FormField.Option] {
        Payer.allCases.map { payer in
            FormField.Option(
                value: payer.rawValue,
                label: press.words("payer.\(payer.rawValue)"),
                isChosen: entry.values["paye_par"] == payer.rawValue
            )
        }
    }

    /// A choice among those.
    static func options(_ stakeholders: [Stakeholder], _ entry: FormEntry, _ press: Press) -> [FormField.Option] {
        stakeholders.map { stakeholder in
            FormField.Option(
                value: stakeholder.rawValue,
                label: press.words(stakeholder),
                isChosen: entry.values["vous_etes"] == stakeholder.rawValue
            )
        }
    }
}

/// A document that came with the form.
struct ReceivedDocument: Sendable {
    let id: String
    let name: String
    let size: String

    init(_ file: FileSummary, _ press: Press) {
        id = file.id
        name = file.name
        size = press.fileSize(file.length)
    }
}

/// What the form says of personal data (GDPR art. 13; R-59).
struct PrivacyNotice: Sendable {
    let controller: String
    let contact: String
    let retention: String

    init(_ procedure: Procedure, _ press: Press) {
        let provider = procedure.provider
        controller = provider.name
        contact = provider.dataProtectionContact.nonEmpty ?? provider.email.nonEmpty ?? provider.name
        retention = press.inYears(procedure.retentionYears)
    }
}

extension FormField.Kind {
    static let lastName = Self(name: "nom", isRequired: true, autocomplete: "family-name")
    static let firstName = Self(name: "prenom", isRequired: true, autocomplete: "given-name")
    static let stakeholder = Self(name: "vous_etes", isRequired: true, hasHint: true)
    /// Not marked as obligatory: a postal address does as well.
    ///
    /// - Parameter hasRelay: whether letters can leave by e-mail.
    static func email(_ hasRelay: Bool) -> Self {
        Self(name: "courriel", hasHint: true, hint: hint(hasRelay), autocomplete: "email", type: "email")
    }

    static let subject = Self(name: "objet", isRequired: true, hasHint: true)
    static let complaint = Self(name: "reclamation", isRequired: true, hasHint: true, rows: 12)
    static let telephone = Self(name: "telephone", autocomplete: "tel", type: "tel")
    static let trainingAction = Self(name: "action_formation", hasHint: true)
    static let when = Self(name: "quand", hasHint: true)
    static let expectation = Self(name: "demande", hasHint: true, rows: 3)
    static let payer = Self(name: "paye_par", hasHint: true)

    /// - Parameter hasRelay: whether letters can leave by e-mail.
    static func address(_ hasRelay: Bool) -> Self {
        Self(name: "adresse", hasHint: true, hint: hint(hasRelay), autocomplete: "street-address", rows: 3)
    }

    private static func hint(_ hasRelay: Bool) -> String { hasRelay ? "hint" : "hint.papier" }
}
