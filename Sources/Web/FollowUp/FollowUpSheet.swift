import Complaints
import HTTPTypes
import Mail
import Pages
import Registry

/// A form of the follow-up pages as somebody filled it: every word kept, and what is wrong beside its field.
struct FollowUpSheet: Sendable {
    let option: FollowUp.Option
    /// What was typed, by field; nothing that the form did not ask for (S-20).
    private(set) var values: [String: String] = [:]
    private(set) var mistakes: [String: String] = [:]
    /// The version of the case file that the form was made from; nil where it cannot be read.
    let version: Int?
    /// Documents kept with it.
    var files: [FileSummary] = []
    /// Documents that were not taken: told, and no reason not to take the rest (S-33).
    private(set) var refused: [RefusedDocument] = []
    /// Why it is shown again.
    var trouble: FollowUpForm.Trouble?

    /// The longest that a field may be, in characters.
    private static let limits = [
        "nom": 200, "prenom": 200, "courriel": 254, "objet": 300, "adresse": 1000, "action_formation": 500,
        "motif": 2000,
    ]

    /// An empty one.
    init(_ option: FollowUp.Option) {
        self.option = option
        version = nil
    }

    /// - Parameter missing: what the complainant was asked for.
    init(
        _ option: FollowUp.Option,
        _ form: FormData,
        asked missing: [Completeness.Item],
        trouble: FollowUpForm.Trouble? = nil
    ) {
        self.option = option
        version = Int(form.only("version"))
        let fields = option == .complete ? FollowUpForm.fields(for: missing) : []
        for field in fields + [option == .withdraw ? "motif" : "texte"] {
            values[field] = form.shown(field)
            do throws(FormData.FieldMistake) {
                _ = try form.field(field)
            } catch {
                mistakes[field] = error == .repeated ? "mistake.repeated" : "mistake.tooLong"
            }
        }
        judge()
        self.trouble = trouble ?? (mistakes.isEmpty ? nil : .unreadable)
    }

    /// Takes in what became of its documents. What could not be kept may be tried again; what is of a kind that is never
    /// taken stops nothing.
    mutating func take(_ documents: FormDocuments) {
        files = documents.files
        refused =
            documents.refused.map(RefusedDocument.init)
            + documents.gone.map { RefusedDocument(name: $0.display, reason: .gone) }
        let isWaited = refused.contains { [.unkept, .gone].contains($0.reason) }
        if isWaited { trouble = trouble ?? .documents }
    }

    /// What happens, as the rules let it.
    ///
    /// - Parameter person: what the complainant is called where the file has no name.
    func event(of file: CaseFile, calling person: String, _ signature: Signature) throws(Refusal) -> Event {
        switch option {
        case .complete:
            var given = values.filter { $0.key != "texte" && !$0.value.trimmed.isEmpty }
            given["courriel"] = given["courriel"]?.trimmed
            return try file.complete(Completion(text: text, files: files, fields: given), signature)
        case .add: return try file.amend(Amendment(text: text, files: files), signature)
        case .contest:
            let name = "\(file.completed.firstName) \(file.completed.lastName)".trimmed
            let contest = Contest(
                by: name.isEmpty ? person : name,
                on: signature.day,
                text: text,
                files: files
            )
            return try file.contest(contest, signature)
        case .withdraw: return try file.withdraw(values["motif"] ?? "", signature)
        }
    }

    /// As its page shows it.
    var entry: FormEntry { FormEntry(values: values, mistakes: mistakes, received: files, refused: refused) }

    /// What a page that shows it again answers.
    var status: HTTPResponse.Status {
        switch trouble {
        case nil: .ok
        case .overtaken: .conflict
        case .unavailable: .serviceUnavailable
        case .documents where refused.contains { $0.reason == .unkept }: .serviceUnavailable
        default: .unprocessableContent
        }
    }

    private var text: String { values["texte"] ?? "" }

    private mutating func judge() {
        for (field, limit) in Self.limits where (values[field] ?? "").count > limit {
            mistakes[field] = mistakes[field] ?? "mistake.tooLong"
        }
        let email = (values["courriel"] ?? "").trimmed
        if !email.isEmpty, EmailAddress(email) == nil { mistakes["courriel"] = "mistake.email.malformed" }
        let stakeholder = values["vous_etes"] ?? ""
        if !stakeholder.isEmpty, !Stakeholder.standard.contains(Stakeholder(rawValue: stakeholder)) {
            mistakes["vous_etes"] = "mistake.choice"
        }
    }
}
