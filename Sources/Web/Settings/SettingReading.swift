import Complaints

/// What was typed for some settings, while it is read: every mistake is noted, one a setting, and the reading goes on.
struct SettingReading {
    let typed: [OrganisationSetting: String]
    private(set) var mistakes: [SettingMistake] = []

    init(_ typed: [OrganisationSetting: String]) { self.typed = typed }

    /// What was typed for a setting, as `read` takes it; nil where nothing was, or where it will not do.
    mutating func read<T>(
        _ setting: OrganisationSetting,
        _ read: (SettingText) throws(SettingMistake) -> T
    ) -> T? {
        guard let text = typed[setting] else { return nil }
        do {
            return try read(try SettingText(setting, text))
        } catch {
            note(error)
            return nil
        }
    }

    /// Notes a mistake, unless one of the same setting is noted.
    mutating func note(_ mistake: SettingMistake) {
        if isRight([mistake.setting]) { mistakes.append(mistake) }
    }

    /// Whether nothing is wrong with these.
    func isRight(_ settings: [OrganisationSetting]) -> Bool {
        !mistakes.contains { settings.contains($0.setting) }
    }

    /// Whether anything was typed for one of these.
    func says(_ settings: [OrganisationSetting]) -> Bool { settings.contains { typed[$0] != nil } }
}
