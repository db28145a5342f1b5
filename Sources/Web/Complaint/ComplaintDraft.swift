import Complaints
import Pages

/// The public form as somebody filled it: every word kept, and what is wrong beside its field.
struct ComplaintDraft: Sendable {
    /// What was typed, and what is wrong with it.
    private var fields: TypedFields
    /// Whether the person wants to send although something is missing (S-32).
    let acceptsIncomplete: Bool

    /// The fields of the form, in its order.
    static let fields = [
        "nom", "prenom", "vous_etes", "courriel", "objet", "reclamation", "telephone", "adresse", "action_formation",
        "demande", FormEntry.confidential,
    ]

    /// - Parameter mayLack: whether nothing is demanded: staff write down what there is.
    init(_ form: FormData, mayLack: Bool = false) {
        fields = TypedFields(Self.fields, of: form)
        acceptsIncomplete = form.only("incomplete") == "oui"
        if !mayLack, !(acceptsIncomplete && hasWords) { demandWhatIsMissing() }
    }

    /// What was typed, by field name.
    var values: [String: String] { fields.values }

    /// Field → catalogue key of what is wrong with it.
    var mistakes: [String: String] { fields.mistakes }

    /// The complaint as it is kept; files are added when they are known.
    func original(files: [FileSummary]) -> Original {
        let email = self["courriel"].trimmed
        let stakeholder = self["vous_etes"]
        return Original(
            lastName: self["nom"],
            firstName: self["prenom"],
            stakeholder: stakeholder.isEmpty ? nil : Stakeholder(rawValue: stakeholder),
            email: email.isEmpty ? nil : email,
            postalAddress: self["adresse"],
            telephone: self["telephone"],
            subject: self["objet"],
            text: self["reclamation"],
            trainingAction: self["action_formation"],
            expectation: self["demande"],
            files: files
        )
    }

    /// Whether it is about whoever handles complaints, or about the management.
    var isConfidential: Bool { !self[FormEntry.confidential].trimmed.isEmpty }

    /// Whether there is anything to receive at all.
    var hasWords: Bool { !(self["reclamation"].trimmed.isEmpty && self["objet"].trimmed.isEmpty) }

    subscript(field: String) -> String { fields[field] }

    /// Whether what the person says to be is not of the standard list: it may be of the provider's own.
    var isOfNoStandardKind: Bool { mistakes["vous_etes"] == TypedFields.noSuchChoice }

    /// Takes a kind of person for right that the provider has added to the list, or had.
    mutating func allow(_ known: [Stakeholder]) {
        guard isOfNoStandardKind, known.contains(Stakeholder(rawValue: self["vous_etes"])) else { return }
        fields.mistakes["vous_etes"] = nil
    }

    /// Required by default: name, first name, stakeholder, e-mail or postal address, subject, complaint.
    private mutating func demandWhatIsMissing() {
        for field in ["nom", "prenom", "vous_etes", "objet", "reclamation"] where self[field].trimmed.isEmpty {
            fields.mistakes[field] = fields.mistakes[field] ?? "mistake.missing.\(field)"
        }
        if self["courriel"].trimmed.isEmpty, self["adresse"].trimmed.isEmpty {
            fields.mistakes["courriel"] = fields.mistakes["courriel"] ?? "mistake.missing.courriel"
        }
    }
}
