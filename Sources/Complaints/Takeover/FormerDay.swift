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

    /// Whether it is a day, or tries to be one.
    static func isTried(_ text: String) -> Bool {
        do throws(Mistake) {
            _ = try read(text)
            return true
        } catch {
            return error != .unreadable
        }
    }

    static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]

    /// As spreadsheets shorten them: « 3-janv-24 ».
    private static let shortMonths = [
        "jan": 1, "janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "juill": 7, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12,
    ]

    /// What may stand before a day.
    private static let leading: Set = ["le", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

    /// Spreadsheets count days from the end of 1899; these numbers are of 1954 to 2064.
    private static let serials = 20_000...60_000

    /// Reads `12/03/2024`, `12.3.24`, `12-mars-24`, `2024-03-12`, « 12 mars 2024 », and the number of a spreadsheet's day; an
    /// hour behind it is passed over.
    static func read(_ text: String) throws(Mistake) -> CivilDate {
        let folded = FoldedText.fold(text)
        if let serial = serial(folded.trimmed) { return CivilDate.spreadsheetOrigin.adding(days: serial) }
        let words = folded.split { " \u{A0}\u{202F}\t\n,".contains($0) }.map(String.init)
            .drop { leading.contains($0) }
        guard let first = words.first else { throw .unreadable }
        let rest = words.dropFirst()
        if rest.allSatisfy({ isHour($0, beside: rest) }) { return try one(first) }
        if words.count == 3, words.allSatisfy({ decimal(Array($0.utf8)[...]) != nil }) {
            return try one(words.joined(separator: "/"))
        }
        return try spelled(Array(words))
    }

    /// `10:32`, `10h30`, « à 10 h 30 ».
    private static func isHour(_ word: String, beside others: ArraySlice<String>) -> Bool {
        if word == "a" { return true }
        if word.utf8.count < 3, decimal(Array(word.utf8)[...]) != nil { return others.contains("h") }
        return word.contains { ":h".contains($0) } && word.allSatisfy { $0.isNumber || ":h.".contains($0) }
    }

    private static func one(_ word: String) throws(Mistake) -> CivilDate {
        let named = word.split { "/.-".contains($0) }.map(String.init)
        if named.count < 3, let first = named.first, month(first) != nil { throw .vague }
        if named.count == 3, let month = month(named[1]) { return try date(named[0], month, named[2]) }
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
        case 3: return try date(parts[0], numbers[1], parts[2])
        default: throw .unreadable
        }
    }

    /// A whole number of days, with or without the hour behind a point or a comma.
    private static func serial(_ text: String) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { ".,".contains($0) }
        guard parts.count <= 2, let days = decimal(Array(parts[0].utf8)[...]), serials.contains(days),
            parts[0].utf8.count == 5, parts.count == 1 || decimal(Array(parts[1].utf8.prefix(18))[...]) != nil
        else { return nil }
        return days
    }

    private static func month(_ word: String) -> Int? {
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        return months.firstIndex(of: bare).map { $0 + 1 } ?? shortMonths[bare]
    }

    /// `mardi 12 mars 2024`, `1er mars 2024`, `3 janv. 24`.
    private static func spelled(_ words: [String]) throws(Mistake) -> CivilDate {
        guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else {
            throw .unreadable
        }
        guard place > 0, place + 1 < words.count else { throw .vague }
        return try date(words[place - 1], month, words[place + 1])
    }

    /// A day and a year as they are written around a month.
    private static func date(_ day: String, _ month: Int, _ year: String) throws(Mistake) -> CivilDate {
        guard let day = decimal(Array(day.replacing("er", with: "").utf8)[...]),
            let number = decimal(Array(year.utf8)[...])
        else { throw .vague }
        switch year.utf8.count {
        case 2: return try date(2000 + number, month, day)
        case 4: return try date(number, month, day)
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
    /// The first day that a complaint of an older register may have: what is written as an earlier one is a slip.
    static let oldestFormer = CivilDate(valid: 2000, 1, 1)
}
