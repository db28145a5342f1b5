import Complaints

/// What surrounds every staff page: title, menu, who is signed in.
struct StaffFrame: Sendable {
    /// One entry of the menu, in the order of the day's work.
    enum Section: String, CaseIterable {
        case dashboard = "tableau-de-bord"
        case receptions
        case register = "registre"
        case audit
        case settings = "reglages"
        case accounts = "comptes"
        case upkeep = "etat"

        /// What follows `g` on the keyboard to come here.
        var key: String? {
            switch self {
            case .dashboard: "t"
            case .receptions: "e"
            case .register: "r"
            case .audit: "a"
            case .settings, .accounts, .upkeep: nil
            }
        }

        fileprivate var path: String {
            switch self {
            case .dashboard: Path.dashboard
            case .receptions: Path.receptions
            case .register: Path.register
            case .audit: Path.audit
            case .settings: Path.settings
            case .accounts: Path.accounts
            case .upkeep: Path.upkeep
            }
        }

        /// Whether it has anything for somebody.
        func isOpen(to officer: Officer) -> Bool {
            switch self {
            case .dashboard, .receptions, .register: officer.mayEnter(.caseFiles)
            case .audit: officer.mayEnter(.pseudonymised) || officer.mayEnter(.accesses)
            case .settings: officer.maySet
            case .accounts: officer.administersAccounts
            case .upkeep: officer.watchesService
            }
        }
    }

    /// A link of the menu.
    struct MenuEntry: Sendable {
        let path: String
        let name: String
        let isCurrent: Bool
        let key: String?
    }

    /// What is shown once somebody is signed in.
    struct Desk: Sendable {
        let accountKey = StaffFrame.accountKey
        /// Whose drafts this browser keeps.
        let reader: String
        let officerName: String
        let accountPath: String
        /// What was tried since they were last here.
        let missed: String?
        let roles: String
        let token: String
        let menu: [MenuEntry]
        let hasMenu: Bool
        let signOutPath: String
        let shortcutsPath: String
        /// Where the search of the head leads; nil on the page that has its own.
        let searchPath: String?
    }

    /// What follows `g` to come to one's own account.
    static let accountKey = "m"

    let title: String
    let providerName: String
    let stylesheet = Assets.path("staff.css")
    let icon = Assets.path("icon.svg")
    /// Nil on the page where one signs in.
    let desk: Desk?
}

extension StaffFrame {
    /// The frame of a page that somebody reads at their desk: its menu has the doors that their roles open, and no other.
    init(title: String, section: Section? = nil, isList: Bool = false, signedIn: SignedIn, press: Press) {
        let officer = signedIn.officer
        let menu = Section.allCases.filter { $0.isOpen(to: officer) }.map { entry in
            let name = press.words("staff.menu.\(entry.rawValue)")
            return MenuEntry(path: entry.path, name: name, isCurrent: entry == section, key: entry.key)
        }
        let hasSearch = officer.mayEnter(.caseFiles) && !(section == .register && isList)
        let searchPath = hasSearch ? Path.register : nil
        self.init(title: title, menu: menu, searchPath: searchPath, signedIn: signedIn, press: press)
    }

    private init(title: String, menu: [MenuEntry], searchPath: String?, signedIn: SignedIn, press: Press) {
        self.init(
            title: title,
            providerName: signedIn.providerName,
            desk: Desk(
                reader: signedIn.officer.id,
                officerName: signedIn.name,
                accountPath: Path.account,
                missed: signedIn.missed == 0
                    ? nil
                    : press.words(
                        "staff.missed.\(signedIn.missed == 1 ? "one" : "many")",
                        ["count": String(signedIn.missed)]
                    ),
                roles: press.names(of: signedIn.officer.roles),
                token: signedIn.token,
                menu: menu,
                hasMenu: !menu.isEmpty,
                signOutPath: Path.signOut,
                shortcutsPath: Path.shortcuts,
                searchPath: searchPath
            )
        )
    }
}
