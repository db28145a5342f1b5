public import Complaints

/// A form of the follow-up pages: to answer a request, to add something, to contest, to take the complaint back, to say
/// after closing whether the handling satisfied.
public struct FollowUpForm: Sendable {
    /// Why it is shown again, above what was typed.
    public enum Trouble: String, Sendable, CaseIterable {
        /// Nothing is written and no document came.
        case empty = "vide"
        /// A field cannot be read.
        case unreadable = "champs"
        /// The rules do not let it pass.
        case refused = "refus"
        /// The case has moved on since the page was made.
        case overtaken = "depasse"
        /// The form is of another session, or too old.
        case expired = "expire"
        /// What was sent could not be read to its end: too large.
        case tooLarge = "trop-grand"
        /// What was sent could not be read to its end, for another reason.
        case cutShort = "interrompu"
        /// Documents could not be kept, or are kept no more.
        case documents = "documents"
        /// The case would hold more documents than one may.
        case full = "plein"
        /// Too much came from the same connection to the internet.
        case tooMany = "trop"
        /// The books could not be written just now.
        case unavailable = "indisponible"
    }

    let action: String
    let token: String
    let version: String
    let trouble: String?
    let mistakes: [ComplaintFormPage.Mistake]
    let choices: [FormField]
    let fields: [FormField]
    let papers: Papers?
    /// That no document is taken for now.
    let withoutDocuments: String?
    let send: String

    /// Where documents go.
    struct Papers: Sendable {
        let accept: String
        let explanation: String
        /// The identifiers of what is said of the documents, for those who hear the page.
        let notes: String
        let received: [ReceivedDocument]
        let refused: [ComplaintFormPage.RefusedLine]
    }

    /// - Parameters:
    ///   - missing: what was asked for: each is a field of the public form.
    ///   - entry: what was typed so far.
    ///   - takenFrom: when it will be taken, where too much came.
    ///   - takesDocuments: whether there is room for any.
    ///   - token: bound to the session; what was uploaded waits under it.
    ///   - version: of the case file that it is made from.
    ///   - hasRelay: whether letters can leave by e-mail.
    public init(
        _ option: FollowUp.Option,
        missing: [Completeness.Item],
        entry: FormEntry = FormEntry(),
        trouble: Trouble? = nil,
        takenFrom: Instant? = nil,
        takesDocuments: Bool = true,
        limits: DocumentLimits,
        token: String,
        version: Int,
        hasRelay: Bool,
        press: Press
    ) {
        action = press.link(Path.followUpAct(option.rawValue))
        self.token = token
        self.version = String(version)
        let holes = takenFrom.map { ["hour": press.wholeHour(from: $0)] } ?? [:]
        self.trouble = trouble.map { trouble in
            let key = trouble == .empty && option == .rate ? "\(trouble.rawValue).note" : trouble.rawValue
            return press.words("follow.trouble.\(key)", holes)
        }
        let asked = option == .complete ? Self.fields(for: missing) : []
        choices =
            asked.filter { $0 == "vous_etes" }.map { _ in .stakeholder(entry, press) }
            + (option == .rate ? [.mark(entry, press)] : [])
        let kinds = Self.kinds(hasRelay).filter { asked.contains($0.name) } + [option.takesDocuments ? .words : .motive]
        fields = kinds.map { FormField($0, entry, press: press) }
        mistakes = (choices + fields).compactMap { field in
            entry.mistake(field.name, press).map { ComplaintFormPage.Mistake(field: field.name, words: $0) }
        }
        papers = option.takesDocuments ? Papers(entry, limits, press) : nil
        withoutDocuments =
            option.takesDocuments && !takesDocuments ? press.words("follow.form.sans-documents") : nil
        send = press.words("follow.form.\(option.rawValue).send")
    }

    /// The fields of the public form that give what is missing.
    public static func fields(for missing: [Completeness.Item]) -> [String] {
        missing.flatMap { item in
            switch item {
            case .contact: ["courriel", "adresse"]
            case .attachment: [] as [String]
            default: [item.rawValue]
            }
        }
    }

    private static func kinds(_ hasRelay: Bool) -> [FormField.Kind] {
        var kinds: [FormField.Kind] = [
            .lastName, .firstName, .email(hasRelay), .address(hasRelay), .subject, .complaint, .trainingAction,
        ]
        for index in kinds.indices { kinds[index].isRequired = false }
        return kinds
    }
}

extension FollowUpForm.Papers {
    init(_ entry: FormEntry, _ limits: DocumentLimits, _ press: Press) {
        accept = limits.accept
        explanation = press.words("field.piece_jointe.hint", limits.holes(press))
        notes = entry.refused.isEmpty ? "piece_jointe-aide" : "piece_jointe-aide piece_jointe-refus"
        received = entry.received.map { ReceivedDocument($0, press) }
        refused = entry.refused.map { ComplaintFormPage.RefusedLine($0, "document.refused", limits, press) }
    }
}

extension FormField.Kind {
    /// What the complainant has to say.
    static let words = Self(name: "texte", rows: 8)
    /// Why they take it back, or are satisfied or not.
    static let motive = Self(name: "motif", rows: 3)
}

extension FormField {
    /// What the person is to the provider.
    fileprivate static func stakeholder(_ entry: FormEntry, _ press: Press) -> FormField {
        let options = ComplaintFormPage.options(Stakeholder.standard, entry, press)
        return FormField(Kind(name: "vous_etes", hasHint: true), entry, options: options, press: press)
    }

    /// How satisfied the person is.
    fileprivate static func mark(_ entry: FormEntry, _ press: Press) -> FormField {
        let options = Satisfaction.Mark.allCases.map { mark in
            let value = String(mark.rawValue)
            return Option(
                value: value,
                label: press.words("satisfaction.\(value)"),
                isChosen: entry.values["note"] == value
            )
        }
        return FormField(Kind(name: "note", isRequired: true), entry, options: options, press: press)
    }
}
