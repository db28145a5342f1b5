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
        let version: String
    }

    /// One that comes with the product.
    struct Proposal: Sendable {
        let name: String
        let text: String
        let path: String
    }

    /// Those that serve one act, which is said once above them.
    struct Group<Member: Sendable>: Sendable {
        let act: String
        let members: [Member]
    }

    let frame: StaffFrame
    let back = Path.settings
    let used: [Group<Line>]
    let hasUsed: Bool
    let withdrawn: [Group<Line>]
    let hasWithdrawn: Bool
    let proposals: [Group<Proposal>]
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
        used = Self.groups(templates.filter { !$0.isWithdrawn }.map { ($0.draft.act, Line($0, press)) }, press)
        hasUsed = !used.isEmpty
        withdrawn = Self.groups(templates.filter(\.isWithdrawn).map { ($0.draft.act, Line($0, press)) }, press)
        hasWithdrawn = !withdrawn.isEmpty
        proposals = Self.groups(TemplateProposal.allCases.map { ($0.draft(press).act, Proposal($0, press)) }, press)
        form = TemplateForm(of: nil, entry, under: inForce, on: today, token: signedIn.token, press: press)
        let title = press.words("staff.modeles.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: entry?.isRefused == true),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
    }

    private static func groups<Member: Sendable>(_ all: [(act: Act, member: Member)], _ press: Press) -> [Group<Member>]
    {
        Act.allCases.compactMap { act in
            let members = all.filter { $0.act == act }.map(\.member)
            return members.isEmpty ? nil : Group(act: press.words(serving: act), members: members)
        }
    }
}

extension TemplatesPage.Proposal {
    fileprivate init(_ proposal: TemplateProposal, _ press: Press) {
        let draft = proposal.draft(press)
        name = draft.name
        text = draft.text
        path = Path.template(proposed: proposal.rawValue)
    }
}

extension TemplatesPage.Line {
    fileprivate init(_ template: LetterTemplate, _ press: Press) {
        path = Path.template(template.id)
        name = template.draft.name
        version = press.words("staff.modeles.version", ["number": String(template.version)])
    }
}

extension Press {
    /// What a template is for.
    func words(serving act: Act) -> String { act.noun.map { words("staff.modeles.act.\($0)") } ?? "" }
}
