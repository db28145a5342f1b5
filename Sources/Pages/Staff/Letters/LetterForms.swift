import Complaints

/// What was sent to say that a letter was handed over, and why that was not recorded.
public struct LetterDraft: Sendable {
    /// Everything that was sent, by field name.
    public let values: [String: [String]]
    /// Why it was not recorded.
    public let trouble: ActDraft.Trouble

    public init(values: [String: [String]], trouble: ActDraft.Trouble) {
        self.values = values
        self.trouble = trouble
    }

    /// The same, as an act on the case file.
    var act: ActDraft { ActDraft(act: .issueLetter, values: values, trouble: trouble) }
}

/// What was just done with a letter, said for a moment above it.
public enum LetterDone: String, Sendable, CaseIterable {
    /// It was recorded as posted or handed over.
    case handedOver = "remise"
    /// It is in the outbox again.
    case sentAgain = "relance"
}

/// Writes the two forms of a letter.
struct LetterForms {
    let letter: LetterLine
    /// Whose it is; gives the address that it would be sent to again.
    let file: CaseFile
    let token: String
    let today: CivilDate
    let draft: LetterDraft?
    let press: Press

    /// It was posted, handed over or sent otherwise: by which way, on which day, and under which number.
    func handOver() -> ActForm {
        let sent = draft?.act
        let faults = sent?.mistakes(press) ?? [:]
        let pen = FormPen(press: press, noun: "remise", values: draft?.values, mistakes: faults)
        let ways = LetterIssue.Way.carried.map { ($0.rawValue, press.words("way.\($0.rawValue)")) }
        let likely: LetterIssue.Way = file.completed.paperAddress.isBlank && file.email != nil ? .otherMailbox : .post
        let fields = [
            pen.radios("voie", ways, value: likely.rawValue),
            pen.line("partie_le", type: "date", value: today.description),
            pen.line("numero", optional: true),
        ]
        return form("remise", fields, sent)
    }

    /// The server is to try again, at the address that the file has now.
    func sendAgain() -> ActForm { form("relance", [], nil, ["address": file.email ?? ""]) }

    private func form(
        _ noun: String,
        _ fields: [Field],
        _ draft: ActDraft?,
        _ holes: [String: String] = [:]
    ) -> ActForm {
        ActForm(
            id: noun,
            title: press.words("staff.act.\(noun)"),
            leads: [press.words("staff.act.\(noun).lead", holes)],
            warning: nil,
            path: "\(Path.letter(letter.id))/\(noun)",
            token: token,
            version: nil,
            hasFiles: false,
            groups: [],
            fields: fields,
            caution: nil,
            send: press.words("staff.act.\(noun).send"),
            reread: nil,
            preview: nil,
            add: nil,
            trouble: ActForm.Trouble(draft, in: fields, press: press),
            isOpen: true
        )
    }
}
