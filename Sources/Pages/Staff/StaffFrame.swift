import Complaints

/// What surrounds every staff page: title, menu, who is signed in.
struct StaffFrame: Sendable {
    /// One entry of the menu, in the order of the day's work.
    enum Section: String, CaseIterable {
        case dashboard = "tableau-de-bord"
        case receptions
        case register = "registre"
        case settings = "reglages"

        fileprivate var path: String {
            switch self {
            case .dashboard: Path.dashboard
            case .receptions: Path.receptions
            case .register: Path.register
            case .settings: Path.settings
            }
        }
    }

    /// A link of the menu.
    struct MenuEntry: Sendable {
        let path: String
        let name: String
        let isCurrent: Bool
    }

    /// What is shown once somebody is signed in.
    struct Desk: Sendable {
        let officerName: String
        let accountPath: String
        /// What was tried since they were last here.
        let missed: String?
        let roles: String
        let token: String
        let menu: [MenuEntry]
        let hasMenu: Bool
        let signOutPath: String
        /// Where the search of the head leads; nil on the page that has its own.
        let searchPath: String?
    }

    let title: String
    let providerName: String
    let stylesheet = Assets.path("staff.css")
    let printStylesheet = Assets.path("print.css")
    let icon = Assets.path("icon.svg")
    /// Nil on the page where one signs in.
    let desk: Desk?
}

extension StaffFrame {
    /// The frame of a page that somebody reads at their desk.
    init(title: String, section: Section?, isList: Bool = false, signedIn: SignedIn, press: Press) {
        let open = Section.allCases.filter { $0 != .settings || signedIn.officer.maySet }
        let menu = Self.menu(open, at: section, press)
        let searchPath = section == .register && isList ? nil : Path.register
        self.init(title: title, menu: menu, searchPath: searchPath, signedIn: signedIn, press: press)
    }

    /// The frame of a page that is of no case file, such as that of one's own account: with the menu for whoever may
    /// follow it.
    init(title: String, besideCases signedIn: SignedIn, press: Press) {
        if signedIn.officer.readsIdentity {
            self.init(title: title, section: nil, signedIn: signedIn, press: press)
        } else {
            self.init(settings: title, at: nil, signedIn: signedIn, press: press)
        }
    }

    /// The frame of a page of settings: for whoever reads case files too, with the way to them.
    init(settings title: String, signedIn: SignedIn, press: Press) {
        if signedIn.officer.readsIdentity {
            self.init(title: title, section: .settings, signedIn: signedIn, press: press)
        } else {
            self.init(settings: title, at: .settings, signedIn: signedIn, press: press)
        }
    }

    /// With what is open to somebody who reads no case file.
    private init(settings title: String, at section: Section?, signedIn: SignedIn, press: Press) {
        let open: [Section] = signedIn.officer.maySet ? [.settings] : []
        let menu = Self.menu(open, at: section, press)
        self.init(title: title, menu: menu, searchPath: nil, signedIn: signedIn, press: press)
    }

    private static func menu(_ sections: [Section], at current: Section?, _ press: Press) -> [MenuEntry] {
        sections.map { entry in
            let name = press.words("staff.menu.\(entry.rawValue)")
            return MenuEntry(path: entry.path, name: name, isCurrent: entry == current)
        }
    }

    /// The frame for somebody whose roles open no case file: a way out, and no door that stays shut.
    init(reservedFor signedIn: SignedIn, press: Press) {
        self.init(settings: press.words("staff.reserved.title"), at: nil, signedIn: signedIn, press: press)
    }

    private init(title: String, menu: [MenuEntry], searchPath: String?, signedIn: SignedIn, press: Press) {
        let roles = signedIn.officer.roles.sorted().map { press.words("role.\($0.rawValue)") }
        self.init(
            title: title,
            providerName: signedIn.providerName,
            desk: Desk(
                officerName: signedIn.name,
                accountPath: Path.account,
                missed: signedIn.missed == 0
                    ? nil
                    : press.words(
                        "staff.missed.\(signedIn.missed == 1 ? "one" : "many")",
                        ["count": String(signedIn.missed)]
                    ),
                roles: roles.joined(separator: ", "),
                token: signedIn.token,
                menu: menu,
                hasMenu: !menu.isEmpty,
                signOutPath: Path.signOut,
                searchPath: searchPath
            )
        )
    }
}
