// What the standard library does for every language in the world, done at the pace that a mail of any length asks for.

extension StringProtocol where UTF8View: BidirectionalCollection {
    /// Without the blanks at both ends, no-break ones included.
    var trimmedOfBlanks: String {
        if let first = utf8.first, let last = utf8.last, first.isPlain, last.isPlain { return String(self) }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }

    /// Whether these words stand somewhere in it, to the byte.
    func holds(_ words: String) -> Bool {
        let sought = Array(words.utf8)
        guard let first = sought.first else { return true }
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            var index = 0
            while index + sought.count <= bytes.count {
                if bytes[index] == first, sought.indices.allSatisfy({ bytes[index + $0] == sought[$0] }) { return true }
                index += 1
            }
            return false
        }
        return found ?? String(self).holds(words)
    }

    /// Whether it holds one of these words.
    func holds(any words: [String]) -> Bool { words.contains { holds($0) } }

    /// Whether it begins with one of these words.
    func begins(with words: [String]) -> Bool { words.contains { utf8.starts(with: $0.utf8) } }

    /// Whether nothing is to be seen of it.
    var isBlank: Bool {
        if utf8.contains(where: \.isPlain) { return false }
        return allSatisfy { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
    }
}

extension UInt8 {
    /// Whether it is a character of ASCII that can be seen.
    fileprivate var isPlain: Bool { (0x21...0x7E).contains(self) }
}
