import Complaints

extension StaffSamples {
    /// Case pages that show the letter that an act would send.
    static func previews(_ press: Press) -> [(name: String, page: any Page)] {
        var answer = ActDraft(
            act: .answer,
            values: grievances,
            trouble: .previewed(read(.answer, composed(.answer, by: press)))
        )
        answer.kept = [StaffStory.document("devis <1>.pdf", "application/pdf", 81_200)]
        answer.filesAreKept = true
        let none = ActDraft(act: .qualify, values: ["nature": ["reclamation"]], trouble: .previewed(nil))
        let asked = composed(.completionRequest, by: press)
        let paper = ComposedLetter(recipient: nil, subject: asked.subject, text: asked.text, message: [])
        let printed = ActDraft(
            act: .requestCompletion,
            values: ["message": ["Quelle <session> ?"]],
            trouble: .previewed(read(.completionRequest, paper))
        )
        let closing = { (isOther: Bool) in
            let letter = read(.closing, composed(.closing, by: press))
            let motive = ["motif": ["Remboursée <hier>."]]
            return ActDraft(act: .close, values: motive, trouble: .previewed(letter, isOther: isOther))
        }
        let holding = ActDraft(
            act: .extend,
            values: ["motif": ["L’expert <est> absent."], "nouvelle_date": ["2026-12-15"]],
            trouble: .previewed(read(.holdingReply, composed(.holdingReply, by: press)))
        )
        let otherNone = ActDraft(
            act: .qualify,
            values: ["nature": ["reclamation"]],
            trouble: .previewed(nil, isOther: true)
        )
        return [
            ("relire-reponse", casePage(StaffStory.file(.acted), draft: answer, press: press)),
            ("relire-sans-relais", casePage(StaffStory.file(.acted), mailIsSet: false, draft: answer, press: press)),
            ("relire-rien", casePage(StaffStory.file(.received), draft: none, press: press)),
            ("relire-papier", casePage(unaddressed, draft: printed, press: press)),
            (
                "relire-cloture",
                casePage(StaffStory.file(.answered), letters: letterLines, draft: closing(false), press: press)
            ),
            ("relire-prorogation", casePage(StaffStory.file(.acted), draft: holding, press: press)),
            ("relire-autre", casePage(StaffStory.file(.answered), draft: closing(true), press: press)),
            ("relire-autre-rien", casePage(StaffStory.file(.received), draft: otherNone, press: press)),
        ]
    }

    private static func read(_ kind: LetterKind, _ content: ComposedLetter) -> LetterPreview {
        LetterPreview(kind: kind, content: content, digest: String(repeating: "7f", count: 32))
    }
}
