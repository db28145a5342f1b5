import Complaints
import Foundation
import Pages
import Registry
import Web

/// An organisation's settings as `organisation show` prints them: every value as `organisation set` would take it.
struct OrganisationSheet {
    let organisation: Organisation
    let procedure: Procedure
    /// All of its accounts, by whose addresses some settings are said.
    let accounts: [Account]
    let today: CivilDate

    /// One setting a line, the values under one another.
    var lines: [String] {
        let rows =
            [("Identifiant", organisation.id), ("Version de la procédure", String(procedure.version))]
            + OrganisationSetting.allCases.map { ($0.label, value($0) ?? "–") }
        let width = rows.map(\.0.count).max() ?? 0
        return rows.flatMap { label, value in
            value.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                let head = index == 0 ? label : ""
                return head + String(repeating: " ", count: width - head.count + 2) + line
            }
        }
    }

    /// One object: the options' names without their dashes, what is not set left out.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            var fields = ["id": organisation.id, "version": String(procedure.version)]
            for setting in OrganisationSetting.allCases { fields[setting.rawValue] = value(setting) }
            return String(decoding: try encoder.encode(fields), as: UTF8.self)
        }
    }

    /// What a setting is; nil where it is not set.
    private func value(_ setting: OrganisationSetting) -> String? {
        SettingValues(procedure, of: organisation, accounts, on: today)[setting]
    }
}
