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
        /// The reason, where no field of the form can mend it.
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
    /// The words of the button that adds a grievance.
    let add: String?
    let trouble: Trouble?
    let isOpen: Bool
    /// What makes it count once, where it may be sent before there is a file to change.
    var submission: String?
    /// Documents kept with it in an earlier round.
    var received: [ReceivedDocument] = []
    /// The spoken discontent that it puts in writing, by its identifier.
    var discontent: String?
}

extension ActForm.Trouble {
    /// Nil where nothing is wrong.
    init?(_ draft: ActDraft?, _ meanwhile: Meanwhile? = nil, in fields: [Field], press: Press) {
        guard let draft, let reason = meanwhile?.words ?? draft.summary(press) else { return nil }
        mistakes = fields.compactMap { field in
            field.mistake.map { ActForm.Mistake(target: field.focus, label: field.label, words: $0) }
        }
        hasMistakes = !mistakes.isEmpty
        words = mistakes.isEmpty ? [reason, meanwhile?.joined].compactMap(\.self).joined(separator: " ") : nil
        since = meanwhile?.lines ?? []
        hasSince = !since.isEmpty
        filesWereLost = fields.contains(where: \.isUpload)
        astray = draft.words(besides: Set(fields.map(\.name)))
        hasAstray = !astray.isEmpty
    }
}

extension ActForm.Trouble {
    /// Of a form that changes no case file. Nil where nothing is wrong.
    ///
    /// - Parameters:
    ///   - reason: why nothing was done; said above the form where no field says it.
    ///   - above: what is said there whatever the fields say.
    init?(_ reason: String?, above: String? = nil, beside fields: [Field]) {
        let mistakes = fields.compactMap { field in
            field.mistake.map { ActForm.Mistake(target: field.focus, label: field.label, words: $0) }
        }
        guard reason != nil || above != nil || !mistakes.isEmpty else { return nil }
        self.init(
            words: above ?? (mistakes.isEmpty ? reason : nil),
            since: [],
            hasSince: false,
            mistakes: mistakes,
            hasMistakes: !mistakes.isEmpty,
            filesWereLost: false,
            astray: [],
            hasAstray: false
        )
    }
}
