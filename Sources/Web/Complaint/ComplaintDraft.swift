import Complaints
import Mail
import Pages

/// The public form as somebody filled it: every word kept, and what is wrong beside its field.
struct ComplaintDraft: Sendable {
    /// What was typed, by field name.
    let values: [String: String]
    /// Field → catalogue key of what is wrong with it.
    private(set) var mistakes: [String: String] = [:]
    /// Whether the person wants to send although something is missing (S-32).
    let acceptsIncomplete: Bool

    /// The fields of the form, in its order.
    static let fields = [
        "nom", "prenom", "vous_etes", "courriel", "objet", "reclamation", "telephone", "adresse", "action_formation",
        "demande",
    ]

    /// The longest that a field may be, in characters; the complaint itself may be as long as a field can be.
    private static let limits = [
        "nom": 200, "prenom": 200, "courriel": 254, "objet": 300, "telephone": 60, "adresse": 1000,
        "action_formation": 500,
    ]

    /// - Parameter mayLack: whether nothing is demanded: staff write down what there is.
    init(_ form: FormData, mayLack: Bool = false) {
        values = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, form.shown($0)) })
        acceptsIncomplete = form.only("incomplete") == "oui"
        for field in Self.fields {
            do throws(FormData.FieldMistake) {
                _ = try form.field(field)
            } catch {
                mistakes[field] = error == .repeated ? "mistake.repeated" : "mistake.tooLong"
            }
        }
        judge(mayLack)
    }

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

    /// Whether there is anything to receive at all.
    var hasWords: Bool { !(self["reclamation"].trimmed.isEmpty && self["objet"].trimmed.isEmpty) }

    subscript(field: String) -> String { values[field] ?? "" }

    private mutating func judge(_ mayLack: Bool) {
        for (field, limit) in Self.limits where self[field].count > limit {
            mistakes[field] = mistakes[field] ?? "mistake.tooLong"
        }
        let email = self["courriel"].trimmed
        if !email.isEmpty, EmailAddress(email) == nil { mistakes["courriel"] = "mistake.email.malformed" }
        let stakeholder = self["vous_etes"]
        if !stakeholder.isEmpty, !Stakeholder.standard.contains(Stakeholder(rawValue: stakeholder)) {
            mistakes["vous_etes"] = "mistake.choice"
        }
        if !mayLack, !(acceptsIncomplete && hasWords) { demandWhatIsMissing() }
    }

    /// Required by default: name, first name, stakeholder, e-mail or postal address, subject, complaint.
    private mutating func demandWhatIsMissing() {
        for field in ["nom", "prenom", "vous_etes", "objet", "reclamation"] where self[field].trimmed.isEmpty {
            mistakes[field] = mistakes[field] ?? "mistake.missing.\(field)"
        }
        if self["courriel"].trimmed.isEmpty, self["adresse"].trimmed.isEmpty {
            mistakes["courriel"] = mistakes["courriel"] ?? "mistake.missing.courriel"
        }
    }
}
