import Complaints
import HTTPTypes
import Pages
import Registry

/// A form of the follow-up pages as somebody filled it: every word kept, and what is wrong beside its field.
struct FollowUpSheet: Sendable {
    let option: FollowUp.Option
    /// What was typed, and what is wrong with it.
    private let fields: TypedFields
    /// The version of the case file that the form was made from; nil where it cannot be read.
    let version: Int?
    /// Documents kept with it.
    var files: [FileSummary] = []
    /// Documents that were not taken: told, and no reason not to take the rest (S-33).
    private(set) var refused: [RefusedDocument] = []
    /// Why it is shown again.
    var trouble: FollowUpForm.Trouble?
    /// Seconds after which it will be taken, where too much came from the same network.
    var wait: Int?

    /// An empty one.
    init(_ option: FollowUp.Option) {
        self.option = option
        fields = TypedFields()
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
        let asked = option == .complete ? FollowUpForm.fields(for: missing) : []
        fields = TypedFields(asked + option.fields, of: form)
        self.trouble = trouble ?? (fields.mistakes.isEmpty ? nil : .unreadable)
    }

    /// Takes in what became of its documents. What could not be kept may be tried again; what is of a kind that is never
    /// taken stops nothing.
    mutating func take(_ documents: FormDocuments) {
        files = documents.files
        refused = documents.missing
        let isWaited = refused.contains { [.unkept, .gone].contains($0.reason) }
        if isWaited { trouble = trouble ?? .documents }
    }

    /// What happens, as the rules let it.
    ///
    /// - Parameter person: what the complainant is called where the file has no name.
    func event(of file: CaseFile, calling person: String, _ signature: Signature) throws(Refusal) -> Event {
        switch option {
        case .complete:
            var given = fields.values.filter { $0.key != "texte" && !$0.value.trimmed.isEmpty }
            given["courriel"] = given["courriel"]?.trimmed
            return try file.complete(Completion(text: text, files: files, fields: given), signature)
        case .add: return try file.amend(Amendment(text: text, files: files), signature)
        case .contest:
            let name = file.completed.fullName.trimmed
            let contest = Contest(
                by: name.isEmpty ? person : name,
                on: signature.day,
                text: text,
                files: files
            )
            return try file.contest(contest, signature)
        case .withdraw: return try file.withdraw(fields["motif"], signature)
        case .rate:
            guard let mark = Int(fields["note"]).flatMap(Satisfaction.Mark.init) else { throw .textMissing }
            let answer = Satisfaction(mark: mark, way: .form, on: signature.day, text: fields["motif"])
            return try file.recordSatisfaction(answer, signature)
        }
    }

    /// As its page shows it.
    var entry: FormEntry {
        FormEntry(values: fields.values, mistakes: fields.mistakes, received: files, refused: refused)
    }

    /// What a page that shows it again answers.
    var status: HTTPResponse.Status {
        switch trouble {
        case nil: .ok
        case .overtaken: .conflict
        case .unavailable: .serviceUnavailable
        case .tooMany: .tooManyRequests
        case .documents where refused.contains { $0.reason == .unkept }: .serviceUnavailable
        default: .unprocessableContent
        }
    }

    private var text: String { fields["texte"] }
}

extension FollowUp.Option {
    /// What its form asks, besides what was asked for.
    fileprivate var fields: [String] {
        switch self {
        case .complete, .add, .contest: ["texte"]
        case .withdraw: ["motif"]
        case .rate: ["note", "motif"]
        }
    }
}
