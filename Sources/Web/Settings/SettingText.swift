import Complaints
import Foundation
import Mail

/// What was typed for a setting, read as what it must be, or refused with the cause.
struct SettingText {
    let setting: OrganisationSetting
    /// As typed, without the blanks at both ends.
    let text: String

    /// - Throws: where it is empty, or one of the signs that documents put in place of a value.
    init(_ setting: OrganisationSetting, _ typed: String) throws(SettingMistake) {
        self.setting = setting
        // Eight lines of 200 characters are the most that a setting can be; the length is looked at first (S-30).
        guard typed.utf8.count <= 8_000 else { throw SettingMistake(setting, "", .lines) }
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            let isDetail = setting.mediatorDetails.contains(setting)
            throw SettingMistake(setting, "", isDetail ? .mediatorIncomplete : .empty)
        }
        let bare = text.replacing("https://", with: "").filter { !" \u{A0}«»\"".contains($0) }
        let isBracketed = (bare.first == "<" && bare.last == ">") || (bare.first == "[" && bare.last == "]")
        guard !bare.isEmpty, !isBracketed, !bare.allSatisfy({ ".…".contains($0) }) else { throw mistake(.placeholder) }
    }

    /// The word that takes a setting away.
    var isNone: Bool { ["aucun", "aucune"].contains(text.lowercased()) }

    /// One line of words.
    var line: String {
        get throws(SettingMistake) {
            guard text.count <= 200, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else { throw mistake(.line) }
            return try permitted(text)
        }
    }

    /// Several lines, parted by line feeds or by `\n` as typed.
    var lines: String {
        get throws(SettingMistake) {
            let lines = text.replacing("\\n", with: "\n").split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            let isClean = lines.joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            guard isClean, (1...8).contains(lines.count), lines.allSatisfy({ $0.count <= 200 }) else {
                throw mistake(.lines)
            }
            return try permitted(lines.joined(separator: "\n"))
        }
    }

    /// An e-mail address.
    var email: String {
        get throws(SettingMistake) {
            guard EmailAddress(text) != nil else { throw mistake(.email) }
            return text
        }
    }

    /// A telephone number as printed.
    var telephone: String {
        get throws(SettingMistake) {
            guard text.count <= 30, text.contains(where: \.isNumber),
                text.allSatisfy({ "0123456789 \u{A0}\u{202F}+.-()".contains($0) })
            else { throw mistake(.telephone) }
            return text
        }
    }

    /// Numéro de déclaration d'activité: eleven signs, some of which may be the letters of Corsica.
    var activityDeclaration: String {
        get throws(SettingMistake) {
            let bare = text.uppercased().filter { !$0.isWhitespace }
            guard bare.count == 11, bare.allSatisfy({ "0123456789AB".contains($0) }) else {
                throw mistake(.activityDeclaration)
            }
            return text
        }
    }

    /// A website. `www.exemple.fr` is `https://www.exemple.fr`.
    var site: String {
        get throws(SettingMistake) {
            let isWhole = text.contains("://")
            let address = isWhole ? text : "https://\(text)"
            guard address.utf8.count <= 300, let parts = URLComponents(string: address), let host = parts.host,
                ["https", "http"].contains(parts.scheme), parts.user == nil, parts.password == nil,
                HostName(host) != nil, host.contains("."), isWhole || Self.endsAsNamesDo(host)
            else { throw mistake(.site) }
            return try permitted(address)
        }
    }

    /// Whether the last part of a host is one that sites have: words with a full stop are no site by that alone.
    private static func endsAsNamesDo(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty } && parts.last.map { $0.count > 1 && $0.allSatisfy(\.isLetter) } == true
    }

    /// A host name, without scheme, port or path (S-17).
    var host: String {
        get throws(SettingMistake) {
            let name = text.lowercased()
            guard let host = HostName(name), host.port == nil, host.name == name, !name.hasPrefix("["),
                name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
            else { throw mistake(.host) }
            return name
        }
    }

    /// What is wrong with it.
    func mistake(_ cause: SettingMistake.Cause) -> SettingMistake { SettingMistake(setting, text, cause) }

    private func permitted(_ text: String) throws(SettingMistake) -> String {
        if let wording = ForbiddenWording.first(in: text) { throw mistake(.wording(wording)) }
        return text
    }
}
