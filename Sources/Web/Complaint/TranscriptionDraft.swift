import Complaints
import Pages
import Registry

/// A transcription as somebody typed it: every mistake of it told at once, each beside its field.
struct TranscriptionDraft {
    /// What is wrong, by field name.
    private(set) var faults: [String: FieldFault]
    private let original: Original
    private var channel: Channel?
    private var sentOn: CivilDate?
    private var transcription: Transcription?

    init(_ form: ActForm) {
        let person = ComplaintDraft(form.form, mayLack: true)
        original = person.original(files: form.files)
        faults = person.mistakes.mapValues(FieldFault.init(mistake:))
        channel = read("canal") { try form.choice("canal") }
        sentOn = read("envoyee_le") { try form.optionalDate("envoyee_le") } ?? nil
        let arrived = read("arrivee_le") { try form.date("arrivee_le") }
        let proof = read("preuve_envoi") { try form.text("preuve_envoi") } ?? ""
        let trace = read("numero") { try form.trace } ?? ""
        let isAgreed = form.form.values("accord").contains("oui")
        // A proof of no day is a day forgotten.
        if sentOn == nil, !proof.isBlank { faults["envoyee_le"] = faults["envoyee_le"] ?? .date }
        if channel == .form { faults["canal"] = .choice }
        transcription = arrived.map {
            Transcription(
                arrivedOn: $0,
                proof: proof,
                trace: trace,
                isAgreed: isAgreed,
                of: Discontent.ID(form.form.only("parole"))
            )
        }
    }

    /// What there is to receive; nil where a field cannot be read.
    func intake(_ submission: Submission, by author: Author) -> Register.Intake? {
        guard faults.isEmpty, let channel, let transcription else { return nil }
        return Register.Intake(
            channel: channel,
            sentOn: sentOn,
            transcription: transcription,
            original: original,
            submission: submission,
            author: author
        )
    }

    private mutating func read<Value>(_ field: String, _ value: () throws -> Value) -> Value? {
        do {
            return try value()
        } catch {
            faults[field] = (error as? ActForm.Mistake)?.fault ?? .choice
            return nil
        }
    }
}

extension FieldFault {
    /// The same as the public form calls it.
    fileprivate init(mistake key: String) {
        self =
            switch key {
            case "mistake.tooLong": .length
            case "mistake.repeated": .repeated
            case "mistake.email.malformed": .email
            default: .choice
            }
    }
}
