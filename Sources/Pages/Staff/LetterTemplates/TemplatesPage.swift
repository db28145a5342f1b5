public import Complaints

/// What was just done with a template, said for a moment.
public enum TemplateDone: String, Sendable, CaseIterable {
    case made = "fait"
    case changed = "change"
    case withdrawn = "retire"
    case resumed = "repris"
}

/// Every template, those that are proposed, and the form of a new one.
public struct TemplatesPage: Page {
    public static let template = "staff/letter-templates/list"
    public static var script: PageScript? { .staff }

    /// A template, on a line.
    struct Line: Sendable {
        let path: String
        let name: String
        let act: String
        let version: String
    }

    /// One that comes with the product.
    struct Proposal: Sendable {
        let name: String
        let act: String
        let text: String
        let path: String
    }

    let frame: StaffFrame
    let back = Path.settings
    let lines: [Line]
    let hasLines: Bool
    let withdrawn: [Line]
    let hasWithdrawn: Bool
    let proposals: [Proposal]
    let form: TemplateForm

    /// - Parameters:
    ///   - templates: all of them, as they are now.
    ///   - inForce: the procedure of today.
    ///   - entry: what was sent for a new one, or a proposal to take over.
    public init(
        templates: [LetterTemplate],
        under inForce: Procedure,
        on today: CivilDate,
        entry: TemplateEntry? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        lines = templates.filter { !$0.isWithdrawn }.map { Line($0, press) }
        hasLines = !lines.isEmpty
        withdrawn = templates.filter(\.isWithdrawn).map { Line($0, press) }
        hasWithdrawn = !withdrawn.isEmpty
        proposals = TemplateProposal.allCases.map { proposal in
            let draft = proposal.draft(press)
            return Proposal(
                name: draft.name,
                act: press.words(serving: draft.act),
                text: draft.text,
                path: Path.template(proposed: proposal.rawValue)
            )
        }
        form = TemplateForm(of: nil, entry, under: inForce, on: today, token: signedIn.token, press: press)
        let title = press.words("staff.modeles.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: entry?.isRefused == true),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
    }
}

extension TemplatesPage.Line {
    fileprivate init(_ template: LetterTemplate, _ press: Press) {
        path = Path.template(template.id)
        name = template.draft.name
        act = press.words(serving: template.draft.act)
        version = press.words("staff.modeles.version", ["number": String(template.version)])
    }
}

extension Press {
    /// What a template is for.
    func words(serving act: Act) -> String { act.noun.map { words("staff.modeles.act.\($0)") } ?? "" }
}
