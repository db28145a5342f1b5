public import Complaints

/// The first page of all: who the provider is. What can be proposed is proposed, and is changed in the settings later.
public struct SetUpPage: Page {
    public static let template = "staff/set-up"

    /// A group of settings under its legend.
    struct Group: Sendable {
        let legend: String
        let explain: String
        let fields: [Field]
    }

    /// The settings that it asks for, group by group; the others have their defaults.
    static let groups: [(code: String, settings: [OrganisationSetting])] = [
        ("organisme", [.name, .address, .email, .contact]),
        ("mediation", [.mediatorName, .mediatorAddress, .mediatorSite, .mediatorEnds]),
    ]

    /// The settings that it asks for.
    public static var settings: [OrganisationSetting] { groups.flatMap(\.settings) }

    let frame: StaffFrame
    let path: String
    let token: String
    let isExpired: Bool
    /// What was typed on the second page.
    let hidden: [RecapPage.Hidden]
    let mistakes: [ActForm.Mistake]
    let hasMistakes: Bool
    let groups: [Group]

    /// - Parameters:
    ///   - path: where the form is sent: the link itself.
    ///   - token: sent back as `jeton`.
    ///   - typed: what was sent before, by field name; nil where nothing was.
    ///   - wrong: all that is wrong with its settings.
    ///   - isExpired: whether the page was open for too long.
    public init(
        path: String,
        token: String,
        typed: [String: [String]]? = nil,
        wrong: [SettingMistake] = [],
        isExpired: Bool = false,
        press: Press
    ) {
        let pen = SettingsPen(
            values: SettingValues(
                procedure: Procedure(provider: Provider(name: "")),
                host: nil,
                needsSecondFactor: true
            ),
            typed: typed,
            mistakes: wrong,
            press: press
        )
        groups = Self.groups.map { code, settings in
            Group(
                legend: press.words("staff.reglages.group.\(code)"),
                explain: press.words("staff.set-up.explain.\(code)"),
                fields: settings.map(pen.field)
            )
        }
        hidden = RecapPage.Hidden.all(SetUpPreviewPage.AccountMistake.allCases.map(\.rawValue), typed)
        mistakes = SettingsPen.mistakes(in: groups.flatMap(\.fields))
        hasMistakes = !mistakes.isEmpty
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

extension RecapPage.Hidden {
    /// What was typed in fields that another page of the first start shows.
    static func all(_ fields: [String], _ typed: [String: [String]]?) -> [Self] {
        fields.flatMap { name in (typed?[name] ?? []).map { Self(name: name, value: $0) } }
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
