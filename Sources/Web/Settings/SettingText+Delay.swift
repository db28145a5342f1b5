import Complaints

extension SettingText {
    /// A delay: `10 jours ouvrables`, `15 jours`, `30 j`, `2 mois`, « un mois ». None may be longer than a year.
    var delay: Delay {
        get throws(SettingMistake) {
            let words = Self.delayWords(text)
            let unit = Self.units[words.dropFirst().joined(separator: " ")]
            let most = unit.map { $0 == .months ? 12 : $0 == .years ? 1 : 366 } ?? 0
            guard let unit, let count = Int(words[0]) ?? Self.numbers[words[0]], count <= most,
                let delay = Delay(count, unit)
            else { throw mistake(.delay) }
            return delay
        }
    }

    /// The number, then the words of the unit: `30j` is `30` and `j`.
    private static func delayWords(_ text: String) -> [String] {
        let words = FoldedText.fold(text).split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else { return [] }
        let digits = first.prefix { $0.isASCII && $0.isNumber }
        let glued = digits.isEmpty ? "" : String(first.dropFirst(digits.count))
        let unit = ([glued] + words.dropFirst()).filter { !$0.isEmpty }.joined(separator: " ")
        let plain = unit.replacing("-", with: " ").replacing(".", with: "")
        return [glued.isEmpty ? first : String(digits)] + plain.split(separator: " ").map(String.init)
    }

    private static let numbers = [
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30,
    ]

    private static let units: [String: Delay.Unit] = [
        "jour ouvrable": .workingDays, "jours ouvrables": .workingDays, "j ouvrables": .workingDays,
        "jour ouvre": .businessDays, "jours ouvres": .businessDays, "j ouvres": .businessDays,
        "jour": .calendarDays, "jours": .calendarDays, "j": .calendarDays, "jour calendaire": .calendarDays,
        "jours calendaires": .calendarDays, "j calendaires": .calendarDays, "mois": .months, "an": .years,
        "ans": .years,
    ]
}
