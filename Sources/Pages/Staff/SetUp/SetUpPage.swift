public import Complaints

/// The first page of all: who the provider is, what it promises, and who signs in first. Everything that can be
/// proposed is there already, and everything can be changed later.
public struct SetUpPage: Page {
    public static let template = "staff/set-up"

    /// What may be wrong with the first account, by the name of its field; passwords apart.
    public enum AccountMistake: String, Sendable, CaseIterable {
        case name = "compte_nom"
        case email = "compte_courriel"
    }

    /// A group of settings under its legend.
    struct Group: Sendable {
        let legend: String
        let explain: String
        let fields: [Field]
    }

    /// The settings that it asks for, group by group; the others have their defaults.
    static let groups: [(code: String, settings: [OrganisationSetting])] = [
        ("organisme", [.name, .address, .email, .telephone, .site, .nda]),
        ("personnes", [.contact, .dataContact, .onePerson]),
        ("mediation", [.mediatorName, .mediatorAddress, .mediatorSite, .mediatorAgreed, .mediatorEnds]),
        ("delais", [.acknowledgementDelay, .answerDelay, .zone]),
    ]

    /// The settings that it asks for.
    public static var settings: [OrganisationSetting] { groups.flatMap(\.settings) }

    let frame: StaffFrame
    let path: String
    let token: String
    let isExpired: Bool
    let mistakes: [ActForm.Mistake]
    let hasMistakes: Bool
    let groups: [Group]
    let account: [Field]
    let password: NewPassword

    /// - Parameters:
    ///   - path: where the form is sent: the link itself.
    ///   - token: sent back as `jeton`.
    ///   - typed: what was sent before, by field name; nil where nothing was.
    ///   - wrong: all that is wrong with it.
    ///   - isExpired: whether the page was open for too long.
    public init(
        path: String,
        token: String,
        typed: [String: [String]]? = nil,
        wrong: Wrong = Wrong(),
        isExpired: Bool = false,
        press: Press
    ) {
        let further = wrong.account.map { ($0.rawValue, press.words("staff.set-up.mistake.\($0.rawValue)")) }
        let pen = SettingsPen(
            values: SettingValues(
                procedure: Procedure(provider: Provider(name: "")),
                host: nil,
                needsSecondFactor: true
            ),
            typed: typed,
            mistakes: wrong.settings,
            further: Dictionary(further) { first, _ in first },
            press: press
        )
        groups = Self.groups.map { code, settings in
            Group(
                legend: press.words("staff.reglages.group.\(code)"),
                explain: press.words("staff.set-up.explain.\(code)"),
                fields: settings.map(pen.field)
            )
        }
        account = [
            pen.pen.line(AccountMistake.name.rawValue, autocomplete: "name"),
            pen.pen.line(AccountMistake.email.rawValue, type: "email", autocomplete: "username"),
        ]
        password = NewPassword(mistakes: wrong.password, press: press)
        mistakes = SettingsPen.mistakes(in: groups.flatMap(\.fields) + account)
        hasMistakes = !mistakes.isEmpty || !wrong.password.isEmpty
        let title = press.words("staff.set-up.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: hasMistakes || isExpired),
            providerName: press.words("staff.set-up.product"),
            desk: nil
        )
        self.path = path
        self.token = token
        self.isExpired = isExpired
    }
}

extension SetUpPage {
    /// All that is wrong with what was sent.
    public struct Wrong: Sendable {
        public let settings: [SettingMistake]
        public let account: [AccountMistake]
        public let password: [NewPassword.Mistake]

        public init(
            settings: [SettingMistake] = [],
            account: [AccountMistake] = [],
            password: [NewPassword.Mistake] = []
        ) {
            self.settings = settings
            self.account = account
            self.password = password
        }

        /// Whether nothing is.
        public var isNothing: Bool { settings.isEmpty && account.isEmpty && password.isEmpty }
    }
}

/// For a link of the first start that was used, taken back or is too old: it looks the same for every cause, and for
/// one that never was.
public struct SetUpGonePage: Page {
    public static let template = "staff/set-up-gone"

    let frame: StaffFrame
    let home = Path.home
    let signIn = Path.signIn

    public init(press: Press) {
        let name = press.words("staff.set-up.product")
        frame = StaffFrame(title: press.words("staff.invitation.gone"), providerName: name, desk: nil)
    }
}
