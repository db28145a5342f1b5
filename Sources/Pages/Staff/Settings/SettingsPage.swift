import Complaints

/// Every setting of the organisation, in groups that can be changed.
public struct SettingsPage: Page {
    public static let template = "staff/settings"
    public static var script: PageScript? { .staff }

    /// A group of them.
    struct Group: Sendable {
        let id: String
        let heading: String
        let explain: String
        /// What needs somebody.
        let gaps: [String]
        let facts: [CaseHeading.Fact]
        let path: String
    }

    let frame: StaffFrame
    let done: String?
    let version: String
    let groups: [Group]
    let historyPath = Path.settingsHistory
    let templatesPath = Path.templates
    let subscribersPath = Path.subscribers
    let versionsPath = Path.procedureVersions
    let addressesPath = Path.setUp
    /// Nil for those who read no case files.
    let takeoverPath: String?

    /// - Parameters:
    ///   - version: the number of the procedure in force.
    ///   - done: the group that was just changed.
    public init(values: SettingValues, version: Int, done: SettingsGroup?, signedIn: SignedIn, press: Press) {
        frame = StaffFrame(
            title: press.words("staff.reglages.title"),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
        takeoverPath = signedIn.officer.mayTakeOver ? Path.takeover : nil
        let words = SettingWords(press: press)
        self.done = done.map {
            press.words("staff.reglages.done", ["group": press.words("staff.reglages.group.\($0.rawValue)")])
        }
        self.version = press.words("staff.reglages.version", ["number": String(version)])
        groups = SettingsGroup.allCases.map { group in
            Group(
                id: "groupe-\(group.rawValue)",
                heading: press.words("staff.reglages.group.\(group.rawValue)"),
                explain: press.words("staff.reglages.explain.\(group.rawValue)"),
                gaps: group == .confidence ? values.confidenceGaps(press) : [],
                facts: group.settings.map { setting in
                    CaseHeading.Fact(
                        term: words.name(setting),
                        value: words.value(setting, values[setting]) ?? press.words("staff.reglages.unset")
                    )
                },
                path: Path.settings(group.rawValue)
            )
        }
    }
}
