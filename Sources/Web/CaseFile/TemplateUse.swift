import Complaints
import Pages
import Registry

/// How an act's text begins from a template.
struct TemplateUse: Sendable {
    let visitor: StaffVisitor
    let today: CivilDate

    /// Those that are proposed, for any act.
    func proposed() async throws -> [LetterTemplate] {
        try await visitor.register.templates().filter { !$0.isWithdrawn }
    }

    /// The same draft, its text begun from the chosen template as it is now, where that was asked for: what was written
    /// before stays in front of it.
    ///
    /// - Throws: `ActForm.Unreadable` where no such template is proposed for the act.
    func begin(_ draft: ActDraft, _ form: FormData, on id: CaseFile.ID) async throws -> ActDraft {
        guard !form.values("commencer").isEmpty else { return draft }
        let chosen = form.only("modele")
        guard let template = try await proposed().first(where: { $0.id == chosen && $0.draft.act == draft.act }) else {
            throw ActForm.Unreadable(faults: ["modele": .choice])
        }
        let values = MergeField.values(
            of: try await visitor.register.caseFile(id),
            under: try await visitor.register.currentProcedure(),
            on: today
        )
        return draft.begun(from: template, with: values)
    }
}
