public import Complaints

/// A group of settings, to be changed. Files that are already there keep what they were promised.
public struct SettingsFormPage: Page {
    public static let template = "staff/settings-form"

    /// The field that says why.
    public static let reason = "motif"
    /// How long a reason may be, in characters.
    public static let longestReason = 500

    /// What was sent before, and why it was not taken.
    public struct Refused: Sendable {
        let typed: [String: [String]]
        let mistakes: [SettingMistake]
        let reasonIsLong: Bool
        let trouble: Trouble?

        /// The number of the procedure that the form was made from, which it goes on from; nil where it does not say.
        public var version: Int? { typed["version"]?.first.flatMap { Int($0) } }

        /// Whether a second factor was needed as the form was made, which it goes on from, too; nil likewise.
        var seenFactor: String? { typed["second_facteur_vu"]?.first.flatMap { ["on", "off"].contains($0) ? $0 : nil } }

        /// - Parameters:
        ///   - typed: by field name.
        ///   - mistakes: all that is wrong with the settings.
        ///   - reasonIsLong: whether the reason is longer than it may be.
        ///   - trouble: what no field can mend.
        public init(
            typed: [String: [String]],
            mistakes: [SettingMistake] = [],
            reasonIsLong: Bool = false,
            trouble: Trouble? = nil
        ) {
            self.typed = typed
            self.mistakes = mistakes
            self.reasonIsLong = reasonIsLong
            self.trouble = trouble
        }
    }

    /// What keeps a form from being taken whatever is in its fields.
    public enum Trouble: String, Sendable, CaseIterable {
        /// It is of an earlier session, or was open for too long.
        case expired = "perime"
        /// It could not be read to its end.
        case cutShort = "tronque"
        /// Somebody else has put another mediator in the place of the one that it was made from, or none.
        case overtaken = "depasse"
        /// The session was over when it was sent: its words came through the sign-in.
        case resumed = "repris"
    }

    let frame: StaffFrame
    let heading: String
    let explain: String
    /// From when on a change holds.
    let future: String
    let path: String
    let token: String
    let version: String
    /// What the second factor was as the form was made: no version of the procedure says it. Nil where it is not of the
    /// group.
    let seenFactor: String?
    let trouble: String?
    let mistakes: [ActForm.Mistake]
    let hasMistakes: Bool
    let fields: [Field]
    let back = Path.settings

    /// - Parameters:
    ///   - values: the settings as they are.
    ///   - version: the number of the procedure that they are of, sent back as `version`.
    public init(
        _ group: SettingsGroup,
        values: SettingValues,
        version: Int,
        refused: Refused? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        let long = [Self.reason: press.words("staff.reglages.mistake.motif", ["most": String(Self.longestReason)])]
        let pen = SettingsPen(
            values: values,
            typed: refused?.typed,
            mistakes: refused?.mistakes ?? [],
            further: refused?.reasonIsLong == true ? long : [:],
            press: press
        )
        fields = group.changeable.map(pen.field) + [pen.pen.line(Self.reason, optional: true)]
        mistakes = SettingsPen.mistakes(in: fields)
        hasMistakes = !mistakes.isEmpty
        trouble = refused?.trouble.map { press.words("staff.reglages.trouble.\($0.rawValue)") }
        heading = press.words("staff.reglages.group.\(group.rawValue)")
        explain = press.words("staff.reglages.explain.\(group.rawValue)")
        let own = "staff.reglages.future.\(group.rawValue)"
        future = press.words(press.has(own) ? own : "staff.reglages.future")
        let title = press.words("staff.reglages.form.title", ["group": heading])
        frame = StaffFrame(
            title: press.title(title, isWrong: hasMistakes || trouble != nil),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
        path = Path.settings(group.rawValue)
        token = signedIn.token
        self.version = String(version)
        seenFactor = group.settings.contains(.secondFactor) ? refused?.seenFactor ?? values[.secondFactor] : nil
    }
}
