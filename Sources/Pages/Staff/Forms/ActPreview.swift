import Complaints

/// The letter that an act would send, above its form, to be read over before it goes.
struct ActPreview: Sendable {
    let title: String
    /// That it is another than the one that was read over before; nil where it is the first.
    let changed: String?
    /// Where it would go, what it lacks to get there, and that nothing is done yet; one paragraph each.
    let notes: [String]
    /// That the text opens with words with which the letter opens already; nil where it does not.
    let salutation: String?
    /// Nil where the act would send no letter.
    let sheet: LetterPage.Sheet?
    /// By which the form says that this letter was read over. Nil likewise.
    let digest: String?
    /// The words of the button: what the act does, and whether the letter goes then, or is to be posted. Nil likewise.
    let send: String?
}

extension ActPreview {
    /// Nil where no letter was asked for.
    init?(_ draft: ActDraft, _ forms: ActForms) {
        guard case .previewed(let letter, let isOther) = draft.trouble else { return nil }
        let press = forms.press
        let opens = ["texte", "message"].compactMap { draft.values[$0]?.first }.contains(where: Salutation.opens)
        salutation = letter != nil && opens ? press.words("staff.preview.salutation") : nil
        guard let letter else {
            title = press.words("staff.preview.none")
            changed = isOther ? press.words("staff.preview.changed.none") : nil
            notes = [press.words("staff.preview.nothing")]
            (sheet, digest, send) = (nil, nil, nil)
            return
        }
        title = press.words("staff.preview.title", ["letter": press.words("letter.\(letter.kind.rawValue)")])
        changed = isOther ? press.words("staff.preview.changed") : nil
        notes = Self.destination(letter, forms) + [press.words("staff.preview.moment")]
        let isToBePosted = letter.content.recipient == nil || !forms.mailIsSet
        digest = letter.digest
        let act = press.words("staff.preview.act.\(draft.act.noun ?? "")")
        send = press.words(isToBePosted ? "staff.preview.post" : "staff.preview.send", ["act": act])
        sheet = LetterPage.Sheet(
            subject: letter.content.subject,
            text: letter.content.text,
            writtenOn: forms.today,
            caseFile: forms.file,
            procedure: forms.procedure,
            isToBePosted: isToBePosted,
            press: press
        )
    }

    /// The address that it goes to, or that it must be printed, and for what it then lacks.
    private static func destination(_ letter: LetterPreview, _ forms: ActForms) -> [String] {
        let press = forms.press
        if let address = letter.content.recipient, forms.mailIsSet {
            return [press.words("staff.preview.mailed", ["address": address])]
        }
        let paper =
            letter.content.recipient.map { press.words("staff.preview.unset", ["address": $0]) }
            ?? press.words("staff.preview.paper")
        let isUnaddressed = forms.file.completed.paperAddress.isBlank
        return [paper] + (isUnaddressed ? [press.words("staff.preview.unaddressed")] : [])
    }
}
