public import Complaints

/// Every change of the settings, the newest first: when, by whom, why, and what each one was before. Secrets are no
/// settings of an organisation, and so never here.
public struct SettingsHistoryPage: Page {
    public static let template = "staff/settings-history"

    /// A setting before and after.
    public struct Change: Sendable {
        let setting: OrganisationSetting
        let former: String?
        let present: String?

        /// - Parameters:
        ///   - former: as it was typed; nil where it was not set.
        ///   - present: likewise.
        public init(_ setting: OrganisationSetting, from former: String?, to present: String?) {
            self.setting = setting
            self.former = former
            self.present = present
        }
    }

    /// What was changed at once.
    public struct Entry: Sendable {
        let at: Instant
        let author: String
        let reason: String
        let version: Int?
        let changes: [Change]

        /// - Parameters:
        ///   - author: whose hand it was.
        ///   - version: the number of the procedure that it published; nil where it published none.
        public init(at: Instant, author: Author, reason: String, version: Int?, changes: [Change], press: Press) {
            self.at = at
            self.author = author.words(press)
            self.reason = reason
            self.version = version
            self.changes = changes
        }
    }

    /// Whose hand it was.
    public enum Author: Sendable {
        /// Somebody with an account, by the name shown there.
        case named(String)
        /// A command of the machine.
        case command
        /// Whoever made the organisation.
        case installation

        fileprivate func words(_ press: Press) -> String {
            switch self {
            case .named(let name): name
            case .command: press.words("staff.reglages.author.commande")
            case .installation: press.words("staff.reglages.author.installation")
            }
        }
    }

    /// An entry as it is placed.
    struct Line: Sendable {
        let id: String
        let heading: String
        let author: String
        let reason: String?
        let version: String?
        let rows: [Row]
        let hasRows: Bool
    }

    /// A setting as it is placed.
    struct Row: Sendable {
        let name: String
        let former: String
        let present: String
    }

    let frame: StaffFrame
    let lines: [Line]
    let back = Path.settings

    /// - Parameter entries: the newest first.
    public init(entries: [Entry], signedIn: SignedIn, press: Press) {
        frame = StaffFrame(
            title: press.words("staff.reglages.history.title"),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
        let words = SettingWords(press: press)
        let unset = press.words("staff.reglages.unset")
        lines = entries.enumerated().map { index, entry in
            Line(
                id: "changement-\(entries.count - index)",
                heading: FrenchDates.long(entry.at),
                author: entry.author,
                reason: entry.reason.nonEmpty,
                version: entry.version.map { press.words("staff.reglages.history.version", ["number": String($0)]) },
                rows: entry.changes.map { change in
                    Row(
                        name: words.name(change.setting),
                        former: words.value(change.setting, change.former) ?? unset,
                        present: words.value(change.setting, change.present) ?? unset
                    )
                },
                hasRows: !entry.changes.isEmpty
            )
        }
    }
}
