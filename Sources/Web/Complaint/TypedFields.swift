import Complaints
import Mail
import Pages

/// Fields that a complainant filled, on the public form or on a follow-up page: every word kept, and what is wrong with a
/// field beside it. The same field is judged alike wherever it is asked for.
struct TypedFields: Sendable {
    /// What was typed, by field name; nothing that the form did not ask for (S-20).
    let values: [String: String]
    /// Field → catalogue key of what is wrong with it.
    var mistakes: [String: String] = [:]

    /// What is wrong with a choice that is none of the list's.
    static let noSuchChoice = "mistake.choice"

    /// The longest that a field may be, in characters; the complaint itself may be as long as a field can be.
    private static let limits = [
        "nom": 200, "prenom": 200, "courriel": 254, "objet": 300, "telephone": 60, "adresse": 1000,
        "action_formation": 500, "quand": 300, "motif": 2000, "representant_nom": 200, "representant_contact": 300,
        "representant_adresse": 1000,
    ]

    /// - Parameter fields: what the form asks for; one that is asked for twice is one field.
    init(_ fields: [String], of form: FormData) {
        values = Dictionary(fields.map { ($0, form.shown($0)) }) { first, _ in first }
        for field in fields {
            do throws(FormData.FieldMistake) {
                _ = try form.field(field)
            } catch {
                mistakes[field] = error == .repeated ? "mistake.repeated" : "mistake.tooLong"
            }
        }
        judge()
    }

    /// Of nothing: an empty form, which has no mistakes yet.
    init() { values = [:] }

    subscript(field: String) -> String { values[field] ?? "" }

    private mutating func judge() {
        for (field, limit) in Self.limits where self[field].count > limit {
            mistakes[field] = mistakes[field] ?? "mistake.tooLong"
        }
        let email = self["courriel"].trimmed
        if !email.isEmpty, EmailAddress(email) == nil { mistakes["courriel"] = "mistake.email.malformed" }
        let payer = self["paye_par"]
        if !payer.isEmpty, Payer(rawValue: payer) == nil {
            mistakes["paye_par"] = mistakes["paye_par"] ?? Self.noSuchChoice
        }
        let stakeholder = self["vous_etes"]
        if !stakeholder.isEmpty, !Stakeholder.standard.contains(Stakeholder(rawValue: stakeholder)) {
            mistakes["vous_etes"] = mistakes["vous_etes"] ?? Self.noSuchChoice
        }
    }
}
