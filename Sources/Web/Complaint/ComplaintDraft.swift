import Complaints
import Pages

/// The public form as somebody filled it: every word kept, and what is wrong beside its field.
struct ComplaintDraft: Sendable {
    /// What was typed, and what is wrong with it.
    private var fields: TypedFields
    /// Whether the person wants to send although something is missing (S-32).
    let acceptsIncomplete: Bool

    /// - Parameter mayLack: whether nothing is demanded: staff write down what there is.
    init(_ form: FormData, mayLack: Bool = false) {
        fields = TypedFields(FormEntry.fields, of: form)
        acceptsIncomplete = form.only("incomplete") == "oui"
        guard !mayLack else { return }
        // Their name is kept of no adult; staff, who copy what is written, say it by naming them.
        if !saysMinor, !representation.isAlone {
            fields.mistakes[FormEntry.minor] = fields.mistakes[FormEntry.minor] ?? "mistake.mineur"
        }
        if !(acceptsIncomplete && hasWords) { demandWhatIsMissing() }
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
            when: self["quand"].trimmed.isEmpty ? nil : self["quand"],
            expectation: self["demande"],
            payer: Payer(rawValue: self["paye_par"]),
            minor: saysMinor || !representation.isAlone ? representation : nil,
            files: files
        )
    }

    /// Whether it is about whoever handles complaints, or about the management.
    var isConfidential: Bool { !self[FormEntry.confidential].trimmed.isEmpty }

    /// Whether the person says to be under eighteen.
    private var saysMinor: Bool { self[FormEntry.minor].trimmed == "oui" }

    /// What they say of who represents them.
    private var representation: Minor {
        Minor(
            representative: self["representant_nom"],
            contact: self["representant_contact"],
            postalAddress: self["representant_adresse"]
        )
    }

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
        let addresses = ["courriel", "adresse"] + (saysMinor ? ["representant_adresse"] : [])
        if addresses.allSatisfy({ self[$0].trimmed.isEmpty }) {
            fields.mistakes["courriel"] = fields.mistakes["courriel"] ?? "mistake.missing.courriel"
        }
    }
}
