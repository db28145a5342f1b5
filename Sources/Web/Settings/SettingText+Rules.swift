import Complaints
import Foundation

/// The settings that are no words: days, counts, choices.
extension SettingText {
    /// On or off.
    var isOn: Bool {
        get throws(SettingMistake) {
            guard ["on", "off"].contains(text) else { throw mistake(.onOrOff) }
            return text == "on"
        }
    }

    /// A day, `2027-12-31` or `31/12/2027`.
    var day: CivilDate {
        get throws(SettingMistake) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            let iso = parts.count == 3 ? "\(parts[2])-\(parts[1])-\(parts[0])" : text
            guard let day = CivilDate(iso) else { throw mistake(.day) }
            return day
        }
    }

    /// A whole number within bounds.
    func count(_ range: ClosedRange<Int>) throws(SettingMistake) -> Int {
        guard let count = Int(text), range.contains(count) else {
            throw mistake(.count(range))
        }
        return count
    }

    /// One of a list, as its code is written.
    func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) throws(SettingMistake) -> Choice
    where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text) else {
            throw mistake(.choice(Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    /// What a complaint must contain, by the names of the form's fields.
    var completeness: Completeness {
        get throws(SettingMistake) {
            let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            let items = names.compactMap(Completeness.Item.init(rawValue:))
            guard !items.isEmpty, items.count == names.count else { throw mistake(.completeness) }
            return Completeness(required: items)
        }
    }
}
