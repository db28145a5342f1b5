/// A day as people write it in a spreadsheet.
enum FormerDay {
    /// Why it is none.
    enum Mistake: Error, Equatable {
        /// There is no such day: `31/02/2024`.
        case impossible
        /// A month or a year, and no day: « mars 2023 ».
        case vague
        /// Nobody can tell what it is.
        case unreadable
    }

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]

    /// Spreadsheets count days from the end of 1899; these numbers are of 1954 to 2064.
    private static let serials = 20_000...60_000

    /// Reads `12/03/2024`, `12.3.24`, `2024-03-12`, « 12 mars 2024 », and the number of a spreadsheet's day; an hour behind
    /// it is passed over.
    static func read(_ text: String) throws(Mistake) -> CivilDate {
        let words = FoldedText.fold(text).split { " \u{A0}\u{202F},".contains($0) }.map(String.init)
        guard let first = words.first else { throw .unreadable }
        if words.count == 1 || words.dropFirst().allSatisfy(isHour) { return try one(first) }
        return try spelled(words)
    }

    private static func isHour(_ word: String) -> Bool {
        word.contains { ":h".contains($0) } && word.allSatisfy { $0.isNumber || ":h.".contains($0) } || word == "a"
    }

    private static func one(_ word: String) throws(Mistake) -> CivilDate {
        guard !months.contains(word) else { throw .vague }
        // `2024-03-12T10:00`.
        let day = word.split(separator: "t", maxSplits: 1).first.map(String.init) ?? word
        if let serial = serial(day) { return CivilDate.spreadsheetOrigin.adding(days: serial) }
        let parts = day.split { "/.-".contains($0) }.map(String.init)
        let numbers = parts.compactMap { decimal(Array($0.utf8)[...]) }
        guard numbers.count == parts.count else { throw .unreadable }
        switch numbers.count {
        case 1: throw (1900...2100).contains(numbers[0]) ? .vague : .unreadable
        case 2: throw .vague
        case 3 where parts[0].utf8.count == 4: return try date(numbers[0], numbers[1], numbers[2])
        case 3: return try date(try year(parts[2], numbers[2]), numbers[1], numbers[0])
        default: throw .unreadable
        }
    }

    /// A whole number of days, with or without the hour behind a point.
    private static func serial(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let days = decimal(Array(parts[0].utf8)[...]), serials.contains(days),
            parts[0].utf8.count == 5, parts.count == 1 || decimal(Array(parts[1].utf8.prefix(18))[...]) != nil
        else { return nil }
        return days
    }

    /// `mardi 12 mars 2024`, `1er mars 2024`.
    private static func spelled(_ words: [String]) throws(Mistake) -> CivilDate {
        guard let place = words.firstIndex(where: { months.contains($0) }),
            let month = months.firstIndex(of: words[place])
        else { throw .unreadable }
        let before = place > 0 ? words[place - 1].replacing("er", with: "") : ""
        guard let day = decimal(Array(before.utf8)[...]), place + 1 < words.count,
            let number = decimal(Array(words[place + 1].utf8)[...])
        else { throw .vague }
        return try date(try year(words[place + 1], number), month + 1, day)
    }

    private static func year(_ text: String, _ number: Int) throws(Mistake) -> Int {
        switch text.utf8.count {
        case 2: 2000 + number
        case 4: number
        default: throw .unreadable
        }
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) throws(Mistake) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .impossible }
        return date
    }
}

extension CivilDate {
    /// Day 0 of a spreadsheet, as it counts from 1 March 1900 on.
    static let spreadsheetOrigin = CivilDate(valid: 1899, 12, 30)
}
