import Complaints
import Foundation
import Mail
import Web

/// What was typed for a setting, read as what it must be, or refused in a sentence that names the option and says what is
/// accepted.
struct SettingText {
    let setting: OrganisationSetting
    /// As typed, without the blanks at both ends.
    let text: String

    /// - Throws: where it is empty, or one of the signs that documents put in place of a value.
    init(_ setting: OrganisationSetting, _ typed: String) throws {
        self.setting = setting
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            let erasing = setting == .name ? "" : " ; pour effacer ce réglage, aucun"
            throw Settings.Mistake(
                description: "\(setting.option) est vide : donnez une valeur\(erasing).",
                code: .value
            )
        }
        let bare = text.replacing("https://", with: "").filter { !" \u{A0}«»\"".contains($0) }
        let isBracketed = (bare.first == "<" && bare.last == ">") || (bare.first == "[" && bare.last == "]")
        guard !bare.isEmpty, !isBracketed, !bare.allSatisfy({ ".…".contains($0) }) else {
            throw refusal("la vraie valeur, à la place de ces signes ; pour effacer ce réglage, aucun")
        }
    }

    /// The word that takes a setting away.
    var isNone: Bool { ["aucun", "aucune"].contains(text.lowercased()) }

    /// One line of words.
    var line: String {
        get throws {
            guard text.count <= 200, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else { throw refusal("une ligne de 200 caractères au plus") }
            return try permitted(text)
        }
    }

    /// Several lines, parted by line feeds or by `\n` as typed.
    var lines: String {
        get throws {
            let lines = text.replacing("\\n", with: "\n").split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            let isClean = lines.joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            guard isClean, (1...8).contains(lines.count), lines.allSatisfy({ $0.count <= 200 }) else {
                throw refusal("une à huit lignes, séparées par \\n")
            }
            return try permitted(lines.joined(separator: "\n"))
        }
    }

    /// An e-mail address.
    var email: String {
        get throws {
            guard EmailAddress(text) != nil else { throw refusal("une adresse comme reclamations@exemple.fr") }
            return text
        }
    }

    /// A telephone number as printed.
    var telephone: String {
        get throws {
            guard text.count <= 30, text.contains(where: \.isNumber),
                text.allSatisfy({ "0123456789 \u{A0}\u{202F}+.-()".contains($0) })
            else { throw refusal("un numéro comme 01 99 00 12 34") }
            return text
        }
    }

    /// Numéro de déclaration d'activité: eleven signs, some of which may be the letters of Corsica.
    var activityDeclaration: String {
        get throws {
            let bare = text.uppercased().filter { !$0.isWhitespace }
            guard bare.count == 11, bare.allSatisfy({ "0123456789AB".contains($0) }) else {
                throw refusal("un numéro de onze chiffres comme 11 75 99999 75")
            }
            return text
        }
    }

    /// A website.
    var site: String {
        get throws {
            let accepted = "une adresse qui commence par https://, comme https://mediation.example"
            guard text.utf8.count <= 300, let parts = URLComponents(string: text), let host = parts.host,
                ["https", "http"].contains(parts.scheme), parts.user == nil, parts.password == nil,
                HostName(host) != nil, host.contains(".")
            else { throw refusal(accepted) }
            return try permitted(text)
        }
    }

    /// A host name, without scheme, port or path (S-17).
    var host: String {
        get throws {
            let name = text.lowercased()
            guard let host = HostName(name), host.port == nil, host.name == name, !name.hasPrefix("["),
                name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
            else { throw refusal("un nom seul, sans https:// ni port ni chemin, comme reclamations.exemple.fr") }
            return name
        }
    }

    /// What is wrong with it.
    func refusal(_ accepted: String) -> Settings.Mistake {
        Settings.Mistake(
            description: "\(setting.option) : « \(text.prefix(80)) » ne convient pas. Accepté : \(accepted).",
            code: .value
        )
    }

    private func permitted(_ text: String) throws -> String {
        if let wording = ForbiddenWording.first(in: text) {
            let refusal = Refusal.forbiddenWording(wording)
            throw Settings.Mistake(
                description: "\(setting.option) : \(OperatorMessage.words(refusal)) [\(refusal.code)]",
                code: .value
            )
        }
        return text
    }
}
