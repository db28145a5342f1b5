import Complaints

/// What was sent about a spoken discontent and not done: shown again, so that nothing is typed twice.
public struct DiscontentDraft: Sendable {
    /// The noun of the form: `parole`, or the one behind the record's address.
    public let noun: String
    /// Everything that was sent, by field name.
    public let values: [String: [String]]
    /// Why it was not done.
    public let trouble: ActDraft.Trouble
    /// Whether the same form was already noted with other content.
    public let isOther: Bool

    public init(noun: String, values: [String: [String]], trouble: ActDraft.Trouble, isOther: Bool = false) {
        self.noun = noun
        self.values = values
        self.trouble = trouble
        self.isOther = isOther
    }
}

extension DiscontentDraft {
    /// Why it was not done, but for what a field says.
    func words(_ press: Press) -> String? {
        if isOther { return press.words("staff.saisie.other") }
        return trouble == .overtaken ? press.words("staff.oral.overtaken") : trouble.words(press, besides: fields)
    }

    /// The fields that mend a refusal.
    fileprivate func fields(behind refusal: Refusal) -> [String] {
        switch refusal {
        case .textMissing: ["propos", "entendu_par"].filter { values[$0]?.first?.isBlank ?? true }
        case .dateImpossible, .invitationImpossible: ["le"]
        case .reasonTooShort: ["motif"]
        default: []
        }
    }
}

/// Writes the forms about what somebody said.
struct DiscontentForms {
    let signedIn: SignedIn
    let today: CivilDate
    let draft: DiscontentDraft?
    let press: Press

    /// What was said, by whom and to whom, how they were invited to write at once, and whom it calls for.
    ///
    /// - Parameter procedure: the one in force, which says who opens what is said in confidence.
    func hearing(_ submission: String, under procedure: Procedure) -> ActForm {
        let pen = pen("parole")
        let channels = Channel.allCases.filter(\.isSpoken).map { ($0.rawValue, press.words("channel.\($0.rawValue)")) }
        let fields =
            [
                pen.area("propos", rows: 4), pen.line("personne", optional: true), pen.line("contact", optional: true),
                pen.line("le", type: "date", value: today.description),
                pen.radios("canal", channels, value: Channel.spoken.rawValue),
                pen.line("entendu_par", value: signedIn.name), pen.menu("moyen", ways, value: "", optional: true),
            ] + alarms(pen, procedure)
        var form = form("parole", Path.discontents, fields)
        form.submission = submission
        return form
    }

    /// What must alert at once, and the box for what is about whoever handles complaints, or the management.
    private func alarms(_ pen: FormPen, _ procedure: Procedure) -> [Field] {
        let severities = Severity.allCases.map { ($0.rawValue, press.words("severity.\($0.rawValue)")) }
        let yes = [(value: "oui", label: press.words("staff.oral.confide"))]
        let help = press.words("staff.oral.confidence", ["readers": press.whose("staff.oral.confidence", procedure)])
        return [
            pen.ticks("gravites", severities, values: []),
            pen.ticks(FormEntry.confidential, yes, values: [], help: help),
        ]
    }

    /// The person is invited to write, for the first time or again.
    func invitation(_ discontent: Discontent) -> ActForm {
        let pen = pen("invitation")
        let fields = [
            pen.radios("moyen", ways, value: nil), pen.line("le", type: "date", value: today.description),
        ]
        return form("invitation", of: discontent, fields)
    }

    /// The complaint that came.
    func link(_ discontent: Discontent) -> ActForm {
        form("rattachement", of: discontent, [pen("rattachement").line("dossier")])
    }

    /// It was never written.
    func never(_ discontent: Discontent) -> ActForm {
        form("sans-suite", of: discontent, [pen("sans-suite").area("motif", rows: 3)])
    }

    private var ways: [(value: String, label: String)] {
        Invitation.Way.allCases.map { ($0.rawValue, press.words("staff.oral.way.\($0.rawValue)")) }
    }

    private func sent(_ noun: String) -> DiscontentDraft? { draft?.noun == noun ? draft : nil }

    private func pen(_ noun: String) -> FormPen {
        let sent = sent(noun)
        let mistakes = sent.map { $0.trouble.mistakes(press, $0.fields) } ?? [:]
        return FormPen(press: press, noun: noun, values: sent?.values, mistakes: mistakes)
    }

    private func form(_ noun: String, of discontent: Discontent, _ fields: [Field]) -> ActForm {
        let isOvertaken = sent(noun).map { $0.trouble == .overtaken } ?? true
        let version = isOvertaken ? nil : sent(noun)?.values["version"]?.first
        return form(
            noun,
            "\(Path.discontent(discontent.id.description))/\(noun)",
            fields,
            version: version ?? String(discontent.version)
        )
    }

    private func form(_ noun: String, _ path: String, _ fields: [Field], version: String? = nil) -> ActForm {
        let sent = sent(noun)
        return ActForm(
            id: noun,
            title: press.words("staff.oral.act.\(noun)"),
            leads: [press.words("staff.oral.act.\(noun).lead")],
            warning: nil,
            path: path,
            token: signedIn.token,
            version: version,
            hasFiles: false,
            groups: [],
            fields: fields,
            caution: nil,
            send: press.words("staff.oral.act.\(noun).send"),
            reread: nil,
            preview: nil,
            add: nil,
            trouble: sent.flatMap { ActForm.Trouble($0.words(press), beside: fields) },
            isOpen: sent != nil
        )
    }
}
