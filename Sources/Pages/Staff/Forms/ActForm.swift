import Complaints

/// The form of one act on a case file.
struct ActForm: Sendable {
    /// A mistake as the summary above the form lists it: a link to its field.
    struct Mistake: Sendable {
        let target: String
        let label: String
        let words: String
    }

    /// Why an act was not done.
    struct Trouble: Sendable {
        /// What no field of the form can mend.
        let words: String?
        /// What was done on the file meanwhile, one line an act.
        let since: [String]
        let hasSince: Bool
        let mistakes: [Mistake]
        let hasMistakes: Bool
        /// Whether documents chosen before must be chosen again.
        let filesWereLost: Bool
        /// What was written in fields that the form has no more, because the file has changed meanwhile.
        let astray: [String]
        let hasAstray: Bool
    }

    /// A group of fields under a heading of its own: one grievance.
    struct Group: Sendable {
        let legend: String
        let fields: [Field]
    }

    let id: String
    let title: String
    /// What the act does, or what to know before doing it; one paragraph each.
    let leads: [String]
    /// A warning that must be read before writing.
    let warning: String?
    let path: String
    let token: String
    /// The version of the file that the form was made from; nil where that does not matter.
    let version: String?
    let hasFiles: Bool
    /// Grievances, where the act has any.
    let groups: [Group]
    let fields: [Field]
    /// What is still open and hinders nothing, beside the button.
    let caution: String?
    let send: String
    /// The words of the button that shows the letter first; nil where the act sends none.
    let reread: String?
    /// The letter, where it was asked for.
    let preview: ActPreview?
    /// The words of the button that adds a grievance.
    let add: String?
    let trouble: Trouble?
    let isOpen: Bool
    /// What makes it count once, where it may be sent before there is a file to change.
    var submission: String?
    /// The picture shown beside it, by its identifier: it stays there while the form comes back.
    var picture: String?
    /// Documents kept with it in an earlier round.
    var received: [ReceivedDocument] = []
    /// The spoken discontent that it puts in writing, by its identifier.
    var discontent: String?
    /// The templates that its text can begin from; nil where there are none.
    var templates: TemplateChoice?
    /// Those that it began from so far, as the form carries them.
    var begunFrom: [String] = []
    /// That it was just begun from one, and what remains to be done.
    var begun: String?
    /// Whether its fields are out of the way, since the letter is read over: it is sent, or one goes back to change it.
    /// Enter in a field presses the first button of a form; that one then shows the letter again, and the one that sends
    /// comes last.
    var isFolded = false
}

extension ActForm.Trouble {
    /// Nil where nothing is wrong.
    init?(_ draft: ActDraft?, _ meanwhile: Meanwhile? = nil, in fields: [Field], press: Press) {
        guard let draft, let reason = meanwhile?.words ?? draft.summary(press) else { return nil }
        mistakes = fields.mistakes
        hasMistakes = !mistakes.isEmpty
        let shown = Set(fields.map(\.name))
        var loose: [String] = []
        for objection in draft.objections(press) where objection.field.map({ !shown.contains($0) }) ?? true {
            if !loose.contains(objection.alone) { loose.append(objection.alone) }
        }
        if loose.isEmpty, mistakes.isEmpty { loose = [reason, meanwhile?.joined].compactMap(\.self) }
        words = loose.isEmpty ? nil : loose.joined(separator: " ")
        since = meanwhile?.lines ?? []
        hasSince = !since.isEmpty
        filesWereLost = fields.contains(where: \.isUpload) && !draft.filesAreKept
        astray = draft.words(besides: Set(fields.map(\.name)))
        hasAstray = !astray.isEmpty
    }
}

extension ActForm.Trouble {
    /// Of a form that changes no case file. Nil where nothing is wrong.
    ///
    /// - Parameter words: what no field says.
    init?(_ words: String?, beside fields: [Field], filesWereLost: Bool = false) {
        let mistakes = fields.mistakes
        guard words != nil || !mistakes.isEmpty else { return nil }
        self.init(
            words: words,
            since: [],
            hasSince: false,
            mistakes: mistakes,
            hasMistakes: !mistakes.isEmpty,
            filesWereLost: filesWereLost,
            astray: [],
            hasAstray: false
        )
    }
}

extension [Field] {
    /// What is wrong in them, each with the way to its field.
    fileprivate var mistakes: [ActForm.Mistake] {
        compactMap { field in
            field.mistake.map { ActForm.Mistake(target: field.focus, label: field.label, words: $0) }
        }
    }
}
