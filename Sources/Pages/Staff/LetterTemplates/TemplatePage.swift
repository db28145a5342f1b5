public import Complaints

/// One template: as it is, how it looks, to be changed or withdrawn, and each of its versions.
public struct TemplatePage: Page {
    public static let template = "staff/letter-templates/one"
    public static var script: PageScript? { .staff }

    /// A version, with whose hand made it.
    public struct Version: Sendable {
        let template: LetterTemplate
        let author: String
        let at: Instant

        /// - Parameter author: the person's name.
        public init(_ template: LetterTemplate, by author: String, at: Instant) {
            self.template = template
            self.author = author
            self.at = at
        }
    }

    /// The same, on a line.
    struct Line: Sendable {
        let name: String
        let path: String
        let at: String
        let author: String
        let what: String
    }

    /// An earlier version, to be read.
    struct Earlier: Sendable {
        let heading: String
        let text: String
    }

    let frame: StaffFrame
    let back = Path.templates
    let heading: String
    /// What it is for, in which version it is, and whether it is proposed.
    let state: String
    let done: String?
    let earlier: Earlier?
    let form: TemplateForm
    /// What its last button does: it withdraws the template, or proposes it again.
    let turn: String
    let turning: String
    let turnExplain: String
    let newest: String
    let lines: [Line]

    /// - Parameters:
    ///   - versions: the newest first; there is one at least.
    ///   - shown: the number of an earlier version to read.
    public init(
        versions: [Version],
        shown: Int? = nil,
        under inForce: Procedure,
        on today: CivilDate,
        entry: TemplateEntry? = nil,
        done: TemplateDone? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        let template = versions[0].template
        heading = template.draft.name
        let standing = template.isWithdrawn ? "staff.modeles.state.withdrawn" : "staff.modeles.state.proposed"
        let holes = ["act": press.words(serving: template.draft.act), "number": String(template.version)]
        state = press.words(standing, holes)
        self.done = done.map { press.words("staff.modeles.done.\($0.rawValue)") }
        form = TemplateForm(of: template, entry, under: inForce, on: today, token: signedIn.token, press: press)
        turn = template.isWithdrawn ? TemplateGesture.resume.rawValue : TemplateGesture.withdraw.rawValue
        turning = press.words("staff.modeles.turn.\(turn)")
        turnExplain = press.words("staff.modeles.turn.\(turn).explain")
        newest = String(template.version)
        let formers = versions.dropFirst().map { Optional($0.template) } + [nil]
        lines = zip(versions, formers).map { Line($0, after: $1, press) }
        let read = shown.flatMap { shown in
            versions.first { $0.template.version == shown && shown != template.version }
        }
        earlier = read.map { version in
            Earlier(
                heading: press.words(
                    "staff.modeles.earlier",
                    ["number": String(version.template.version), "name": version.template.draft.name]
                ),
                text: version.template.draft.text
            )
        }
        let title = press.words("staff.modeles.one.title", ["name": heading])
        frame = StaffFrame(
            title: press.title(title, isWrong: entry?.isRefused == true),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
    }
}

/// What a button of a template's forms asks for; without one, the template is kept.
public enum TemplateGesture: String, Sendable, CaseIterable {
    case preview = "apercu"
    case withdraw = "retirer"
    case resume = "reprendre"
}

extension TemplatePage.Line {
    fileprivate init(_ version: TemplatePage.Version, after former: LetterTemplate?, _ press: Press) {
        let template = version.template
        name = press.words("staff.modeles.version", ["number": String(template.version)])
        path = Path.template(template.id, version: template.version)
        at = FrenchDates.short(version.at)
        author = version.author
        what = press.words("staff.modeles.what.\(Self.what(template, after: former))")
    }

    private static func what(_ template: LetterTemplate, after former: LetterTemplate?) -> String {
        guard let former else { return "made" }
        guard former.isWithdrawn != template.isWithdrawn else { return "changed" }
        return template.isWithdrawn ? "withdrawn" : "resumed"
    }
}
