public import Complaints

/// Every change of the settings, the newest first: when, by whom, why, and what each one was before. Secrets are no
/// settings of an organisation, and so never here.
public struct SettingsHistoryPage: Page {
    public static let template = "staff/settings-history"
    public static var script: PageScript? { .staff }

    /// A setting before and after.
    public struct Change: Sendable {
        /// Of what it is.
        enum Subject: Sendable {
            case organisation(OrganisationSetting)
            /// Of the program of this name, that is told of what happens.
            case subscriber(String, SubscriberSetting)
        }

        let subject: Subject
        let former: String?
        let present: String?

        /// - Parameters:
        ///   - former: as it was typed; nil where it was not set.
        ///   - present: likewise.
        public init(_ setting: OrganisationSetting, from former: String?, to present: String?) {
            subject = .organisation(setting)
            self.former = former
            self.present = present
        }

        /// The same of a program that is told of what happens. - Parameter name: the program's.
        public init(_ setting: SubscriberSetting, of name: String, from former: String, to present: String) {
            subject = .subscriber(name, setting)
            self.former = former
            self.present = present
        }
    }

    /// What was changed at once.
    public struct Entry: Sendable {
        public let at: Instant
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
        /// The server by itself.
        case server

        fileprivate func words(_ press: Press) -> String {
            switch self {
            case .named(let name): name
            case .command: press.words("staff.reglages.author.commande")
            case .installation: press.words("staff.reglages.author.installation")
            case .server: press.words("staff.reglages.author.serveur")
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
                        name: words.name(change.subject),
                        former: words.value(change.subject, change.former) ?? unset,
                        present: words.value(change.subject, change.present) ?? unset
                    )
                },
                hasRows: !entry.changes.isEmpty
            )
        }
    }
}

extension SettingWords {
    fileprivate func name(_ subject: SettingsHistoryPage.Change.Subject) -> String {
        switch subject {
        case .organisation(let setting): name(setting)
        case .subscriber(let name, let setting):
            press.words(
                "staff.subscribers.history",
                ["name": name, "setting": press.words("staff.subscribers.setting.\(setting.rawValue)")]
            )
        }
    }

    fileprivate func value(_ subject: SettingsHistoryPage.Change.Subject, _ value: String?) -> String? {
        switch subject {
        case .organisation(let setting): self.value(setting, value)
        case .subscriber(_, let setting): self.value(setting, value ?? "")
        }
    }

    private func value(_ setting: SubscriberSetting, _ value: String) -> String? {
        if setting == .secret { return press.words("staff.subscribers.renewed") }
        guard !value.isEmpty else { return nil }
        switch setting {
        case .events:
            return press.list(value.split(separator: " ").map { press.words("staff.subscribers.event.\($0)") })
        case .state: return press.words("staff.subscribers.turned.\(value)")
        case .name, .address, .secret: return value
        }
    }
}
