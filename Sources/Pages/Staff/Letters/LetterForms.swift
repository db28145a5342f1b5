import Complaints

/// What was sent to say that a letter was handed over, and why that was not recorded.
public struct LetterDraft: Sendable {
    /// Everything that was sent, by field name.
    public let values: [String: [String]]
    /// Why it was not recorded, in words.
    public let mistakes: [String: FieldFault]

    public init(values: [String: [String]], mistakes: [String: FieldFault]) {
        self.values = values
        self.mistakes = mistakes
    }
}

/// Writes the two forms of a letter.
struct LetterForms {
    let letter: LetterLine
    let token: String
    let draft: LetterDraft?
    let press: Press

    /// It was posted or handed over: by which way, and under which number.
    func handOver() -> ActForm {
        let faults = (draft?.mistakes ?? [:]).mapValues { press.words("staff.fault.\($0.rawValue)") }
        let pen = FormPen(press: press, noun: "remise", values: draft?.values, mistakes: faults)
        let ways: [LetterIssue.Way] = [.post, .registeredPost, .byHand]
        let fields = [
            pen.radios("voie", ways.map { ($0.rawValue, press.words("way.\($0.rawValue)")) }, value: "courrier"),
            pen.line("numero", optional: true),
        ]
        return form("remise", fields, faults.isEmpty ? nil : press.words("staff.fault.summary"))
    }

    /// The server is to try again.
    func sendAgain() -> ActForm { form("relance", [], nil) }

    private func form(_ noun: String, _ fields: [Field], _ trouble: String?) -> ActForm {
        ActForm(
            id: noun,
            title: press.words("staff.act.\(noun)"),
            leads: [press.words("staff.act.\(noun).lead")],
            warning: nil,
            path: "\(Path.letter(letter.id))/\(noun)",
            token: token,
            version: nil,
            hasFiles: false,
            groups: [],
            fields: fields,
            send: press.words("staff.act.\(noun).send"),
            add: nil,
            trouble: ActForm.Trouble(trouble, in: fields),
            isOpen: true
        )
    }
}
