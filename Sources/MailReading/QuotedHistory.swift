/// Finds what a text repeats of earlier messages. It is folded, never cut: whoever reads has it all.
struct QuotedHistory {
    private(set) var lines: [ReadingLine]
    /// Whether the subject says that something was sent on, rather than answered.
    private let hasForwardingSubject: Bool

    /// - Parameter subject: the mail's, which tells whether it was sent on.
    init(_ lines: [ReadingLine], subject: String) {
        self.lines = lines
        let start = subject.lowercased()
        hasForwardingSubject = ["fwd:", "fw:", "tr:", "tr :", "fwd :", "fw :", "wg:"].contains { start.hasPrefix($0) }
        markSigns()
        markAttributions()
        markRest()
        joinQuotes()
        keepForwarded()
    }

    /// Lines that begin with `>`.
    private mutating func markSigns() {
        for index in lines.indices where lines[index].text.hasPrefix(">") || lines[index].text.hasPrefix(" >") {
            lines[index].isQuoted = true
        }
    }

    /// « Le … a écrit : » before what is quoted, on up to three lines.
    private mutating func markAttributions() {
        for index in lines.indices where lines[index].isQuoted && (index == 0 || !lines[index - 1].isQuoted) {
            var last = index - 1
            while last >= 0, lines[last].isEmpty { last -= 1 }
            guard last >= 0 else { continue }
            for first in stride(from: last, through: max(0, last - 3), by: -1) {
                if lines[first].isEmpty || lines[first].isQuoted { break }
                if Separator.isAttribution(lines[first...last].map(\.text)) {
                    for line in first...last { lines[line].isQuoted = true }
                    break
                }
            }
        }
    }

    /// From the first line after which all is an earlier message, to the end.
    private mutating func markRest() {
        guard let start = lines.indices.first(where: { beginsRest($0) }) else { return }
        for index in start..<lines.endIndex { lines[index].isQuoted = true }
    }

    private func beginsRest(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isQuoted, !line.isEmpty else { return false }
        let text = line.text.trimmedOfBlanks
        if Separator.announcesForward(text) { return true }
        if Separator.announcesOriginal(text) { return true }
        if Separator.isRule(text) {
            return lines[(index + 1)...].prefix(4).contains { Separator.isField($0.text, .from) }
        }
        if Separator.isField(text, .from) {
            let next = lines[(index + 1)...].prefix(8).map(\.text)
            let others = [Separator.Field.sent, .to, .subject].filter { field in
                next.contains { Separator.isField($0, field) }
            }
            return others.count >= 2
        }
        return beginsUnmarkedReply(index)
    }

    /// « Le 12 mars 2026 à 10:22, Jean <jean@exemple.fr> a écrit : » where what follows has no `>`: only with an address
    /// and a time, since people also write that somebody has written.
    private func beginsUnmarkedReply(_ index: Int) -> Bool {
        for last in index...min(index + 3, lines.count - 1) {
            if lines[last].isEmpty { return false }
            let words = lines[index...last].map(\.text)
            guard Separator.isAttribution(words) else { continue }
            let whole = words.joined(separator: " ")
            return whole.contains("@") && whole.contains(where: \.isNumber)
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
