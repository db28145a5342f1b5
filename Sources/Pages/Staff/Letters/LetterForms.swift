import Complaints

/// What was sent about a letter, and why that was not recorded.
public struct LetterDraft: Sendable {
    /// By which of its forms.
    public let form: LetterDone
    /// The same, as an act on the case file.
    public let act: ActDraft

    public init(_ form: LetterDone = .handedOver, _ act: ActDraft) {
        self.form = form
        self.act = act
    }

    public init(_ form: LetterDone = .handedOver, values: [String: [String]], trouble: ActDraft.Trouble) {
        self.init(form, ActDraft(act: .issueLetter, values: values, trouble: trouble))
    }
}

/// What was just done with a letter, said for a moment above it; also the noun of its form.
public enum LetterDone: String, Sendable, CaseIterable {
    /// It was recorded as posted or handed over.
    case handedOver = "remise"
    /// It is in the outbox again.
    case sentAgain = "relance"
    /// What the post brought back of it was recorded.
    case broughtBack = "retour"

    /// What its form answers where a registered letter was delivered; any other answer is why it came back.
    public static let delivered = "distribuee"
}

/// Writes the forms of a letter.
struct LetterForms {
    let letter: LetterLine
    /// Whose it is; gives the address that it would be sent to again.
    let file: CaseFile
    let token: String
    let today: CivilDate
    /// Which documents are taken.
    let limits: DocumentLimits
    let draft: LetterDraft?
    let press: Press

    /// It was posted, handed over or sent otherwise: by which way, on which day, and under which number.
    func handOver() -> ActForm {
        let pen = pen(.handedOver)
        let ways = LetterIssue.Way.carried.map { ($0.rawValue, press.words("way.\($0.rawValue)")) }
        let likely: LetterIssue.Way = file.completed.paperAddress.isBlank && file.email != nil ? .otherMailbox : .post
        let fields = [
            pen.radios("voie", ways, value: likely.rawValue),
            pen.line("partie_le", type: "date", value: today.description),
            pen.line("numero", optional: true),
        ]
        return form(.handedOver, fields + documents(.handedOver))
    }

    /// What the post brought back: the slip of a registered letter, or the letter itself, also where a slip was noted by
    /// mistake.
    func bringBack() -> ActForm {
        let pen = pen(.broughtBack)
        let isDelivered = letter.deliveredOn != nil
        let arrived = letter.way == .registeredPost && !isDelivered ? [LetterDone.delivered] : []
        let answers = arrived + LetterReturn.Cause.allCases.map(\.rawValue)
        let fields = [
            pen.radios("retour", answers.map { ($0, press.words("staff.retour.\($0)")) }, value: nil),
            pen.line("le", type: "date", value: today.description),
        ]
        return form(.broughtBack, fields + documents(.broughtBack), lead: isDelivered ? "lead.distribuee" : "lead")
    }

    private func pen(_ noun: LetterDone) -> FormPen {
        let sent = sent(noun)
        return FormPen(
            press: press,
            noun: noun.rawValue,
            values: sent?.values,
            mistakes: sent?.mistakes(press) ?? [:]
        )
    }

    private func sent(_ noun: LetterDone) -> ActDraft? { draft?.form == noun ? draft?.act : nil }

    private func documents(_ noun: LetterDone) -> [Field] {
        let pen = pen(noun)
        return [pen.kept(sent(noun)?.kept ?? []), pen.files(limits)].compactMap(\.self)
    }

    /// The server is to try again, at the address that the file has now.
    func sendAgain() -> ActForm { form(.sentAgain, [], ["address": file.email ?? ""]) }

    private func form(
        _ act: LetterDone,
        _ fields: [Field],
        _ holes: [String: String] = [:],
        lead: String = "lead"
    ) -> ActForm {
        let noun = act.rawValue
        return ActForm(
            id: noun,
            title: press.words("staff.act.\(noun)"),
            leads: [press.words("staff.act.\(noun).\(lead)", holes)],
            warning: nil,
            path: "\(Path.letter(letter.id))/\(noun)",
            token: token,
            version: nil,
            hasFiles: fields.contains(where: \.isUpload),
            groups: [],
            fields: fields,
            caution: nil,
            send: press.words("staff.act.\(noun).send"),
            reread: nil,
            preview: nil,
            add: nil,
            trouble: ActForm.Trouble(sent(act), in: fields, press: press),
            isOpen: true
        )
    }
}
