/// Finds what a text repeats of earlier messages. It is folded, never cut: whoever reads has it all.
struct QuotedHistory {
    private(set) var lines: [ReadingLine]
    /// Whether the subject says that something was sent on, rather than answered.
    private let hasForwardingSubject: Bool

    /// - Parameter subject: the mail's, which tells whether it was sent on.
    init(_ lines: [ReadingLine], subject: String) {
        self.lines = lines
        let start = subject.lowercased()
        hasForwardingSubject = start.begins(with: ["fwd:", "fw:", "tr:", "tr :", "fwd :", "fw :", "tr\u{A0}:"])
        markSigns()
        markAttributions()
        markRest()
        joinQuotes()
        keepForwarded()
    }

    /// Lines that begin with `>`.
    private mutating func markSigns() {
        for index in lines.indices where lines[index].text.begins(with: [">", " >"]) {
            lines[index].isQuoted = true
        }
    }

    /// « Le … a écrit : » before what is quoted, on up to three lines.
    private mutating func markAttributions() {
        for index in lines.indices where lines[index].isQuoted && (index == 0 || !lines[index - 1].isQuoted) {
            var last = index - 1
            while last >= 0, lines[last].isEmpty { last -= 1 }
            guard last >= 0, let first = startOfAttribution(to: last) else { continue }
            for line in first...last { lines[line].isQuoted = true }
        }
    }

    /// Where the announcement begins that ends on a line: with its day, or as late as can be, so that what stands above it
    /// remains its author's.
    private func startOfAttribution(to last: Int) -> Int? {
        var latest: Int?
        for first in stride(from: last, through: max(0, last - 3), by: -1) {
            if lines[first].isEmpty || lines[first].isQuoted { break }
            guard Separator.isAttribution(lines[first...last].map(\.text)) else { continue }
            if Separator.opensAttribution(lines[first].text) { return first }
            latest = latest ?? first
        }
        return latest
    }

    /// From the first line after which all is an earlier message, to the end.
    private mutating func markRest() {
        let fields = lines.map { Separator.field($0.text) }
        guard let start = lines.indices.first(where: { beginsRest($0, fields) }) else { return }
        for index in start..<lines.endIndex { lines[index].isQuoted = true }
    }

    private func beginsRest(_ index: Int, _ fields: [Separator.Field?]) -> Bool {
        let line = lines[index]
        guard !line.isQuoted, !line.isEmpty else { return false }
        let text = line.text.trimmedOfBlanks
        if Separator.announcesForward(text) || Separator.announcesOriginal(text) { return true }
        let next = fields[(index + 1)...].prefix(8)
        if Separator.isRule(text) { return next.prefix(4).contains(.from) }
        guard fields[index] == .from else { return beginsUnmarkedReply(index) }
        // « De : » alone begins many a line; two more of its kind make it a heading.
        return [Separator.Field.sent, .to, .subject].count { next.contains($0) } >= 2
    }

    /// « Le 12 mars 2026 à 10:22, Jean <jean@exemple.fr> a écrit : » where what follows has no `>`: only with an address
    /// and a time, since people also write that somebody has written.
    private func beginsUnmarkedReply(_ index: Int) -> Bool {
        for last in index...min(index + 3, lines.count - 1) {
            let line = lines[last]
            guard !line.isQuoted, let end = line.text.utf8.last(where: { !$0.isBlank }) else { return false }
            guard end == UInt8(ascii: ":") else { continue }
            let words = lines[index...last].map(\.text)
            let whole = words.joined(separator: " ")
            guard whole.holds("@"), whole.contains(where: \.isNumber), Separator.isAttribution(words) else { continue }
            if startOfAttribution(to: last) == index { return true }
        }
        return false
    }

    /// Empty lines between two quoted ones.
    private mutating func joinQuotes() {
        var last: Int?
        for index in lines.indices {
            if lines[index].isQuoted {
                if let last, index - last > 1 { for between in (last + 1)..<index { lines[between].isQuoted = true } }
                last = index
            } else if !lines[index].isEmpty {
                last = nil
            }
        }
    }

    /// A message that was sent on without a word is what its sender has to say.
    private mutating func keepForwarded() {
        guard let first = lines.first(where: \.isQuoted), lines.filter({ !$0.isQuoted }).hasNoWord,
            hasForwardingSubject || Separator.announcesForward(first.text.trimmedOfBlanks)
        else { return }
        for index in lines.indices { lines[index].isQuoted = false }
    }
}

extension [ReadingLine] {
    /// Whether there is nothing but a signature, and what telephones add.
    fileprivate var hasNoWord: Bool {
        let signature = firstIndex { $0.text == "-- " || $0.text == "--" } ?? endIndex
        return self[..<signature].allSatisfy { $0.isEmpty || Separator.isAdvertisement($0.text) }
    }
}
