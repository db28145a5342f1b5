import Complaints

extension StaffSamples {
    /// Case pages that show the letter that an act would send.
    static func previews(_ press: Press) -> [(name: String, page: any Page)] {
        var answer = ActDraft(
            act: .answer,
            values: grievances,
            trouble: .previewed(LetterPreview(kind: .answer, content: composed(.answer, by: press)))
        )
        answer.kept = [StaffStory.document("devis <1>.pdf", "application/pdf", 81_200)]
        answer.filesAreKept = true
        let none = ActDraft(act: .qualify, values: ["nature": ["reclamation"]], trouble: .previewed(nil))
        let asked = composed(.completionRequest, by: press)
        let paper = ComposedLetter(recipient: nil, subject: asked.subject, text: asked.text, message: [])
        let printed = ActDraft(
            act: .requestCompletion,
            values: ["message": ["Quelle <session> ?"]],
            trouble: .previewed(LetterPreview(kind: .completionRequest, content: paper))
        )
        return [
            ("relire-reponse", casePage(StaffStory.file(.acted), draft: answer, press: press)),
            ("relire-sans-relais", casePage(StaffStory.file(.acted), mailIsSet: false, draft: answer, press: press)),
            ("relire-rien", casePage(StaffStory.file(.received), draft: none, press: press)),
            ("relire-papier", casePage(unaddressed, draft: printed, press: press)),
        ]
    }
}
