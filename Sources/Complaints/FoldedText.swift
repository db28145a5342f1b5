/// Text as it is searched and compared: lower case, no diacritics, ligatures opened. Never shown, never kept as the
/// original (S-25).
public enum FoldedText {
    /// `Élève NOËL` → `eleve noel`; the same for NFC and NFD input.
    public static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The distinct words of a text, folded: letters and digits only, in order of appearance, at most `limit`, each of
    /// at most 64 bytes or so. It goes through the bytes, of which nearly all are ASCII: every reception passes here.
    public static func words(_ text: String, limit: Int = 64) -> [String] {
        // A word in six bytes, with its blank: tables that grow are filled again and again.
        var collector = WordCollector(limit: limit, expected: min(limit, text.utf8.count / 6))
        var text = text
        text.withUTF8 { collector.read($0) }
        return collector.words
    }

    /// The words found so far, and the one under way. A value of its own: variables that closures share are looked after
    /// at every access.
    private struct WordCollector {
        let limit: Int
        private(set) var words: [String] = []
        private var seen = Set<String>()
        private var word: [UInt8] = []

        init(limit: Int, expected: Int) {
            self.limit = limit
            words.reserveCapacity(expected)
            seen.reserveCapacity(expected)
            word.reserveCapacity(72)
        }

        mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    index += 1
                    if FoldedText.isInWord(byte) {
                        if word.count < 64 { word.append(FoldedText.lowerCase(byte)) }
                    } else if !endWord() {
                        return
                    }
                } else {
                    let scalar = FoldedText.scalar(in: bytes, at: &index)
                    if FoldedText.isInWord(scalar) {
                        if word.count < 64 { FoldedText.append(scalar, to: &word) }
                    } else if !FoldedText.isMark(scalar), !endWord() {
                        return
                    }
                }
            }
            _ = endWord()
        }

        /// Whether there may be more.
        private mutating func endWord() -> Bool {
            if word.isEmpty { return words.count < limit }
            let text = String(decoding: word, as: UTF8.self)
            if seen.insert(text).inserted { words.append(text) }
            word.removeAll(keepingCapacity: true)
            return words.count < limit
        }
    }

    /// The character of two to four bytes that begins at an index, which is then behind it. A string's bytes are whole.
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
        let length = max(1, (~bytes[index]).leadingZeroBitCount)
        var value = UInt32(bytes[index]) & (0x7F >> UInt32(length))
        for next in bytes[min(index + 1, bytes.count)..<min(index + length, bytes.count)] {
            value = value << 6 | UInt32(next & 0x3F)
        }
        index += length
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if scalar.isASCII {
            folded.append(lowerCase(UInt8(scalar.value)))
        } else if let known = latin[scalar] {
            folded += known
        } else if !isMark(scalar) {
            folded += scalar.properties.lowercaseMapping.utf8
        }
    }

    private static func lowerCase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// An ASCII letter or digit.
    private static func isInWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// A letter or digit beyond ASCII.
    private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        // Marks are left out, not word ends; punctuation of the General Punctuation block is met most.
        if latin[scalar] != nil { return true }
        if (0x2000...0x206F).contains(scalar.value) || isMark(scalar) { return false }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
    }

    /// Accented Latin letters and ligatures, of either case → plain letters, read off the characters' own Unicode names,
    /// since the standard library offers no decomposition.
    private static let latin: [Unicode.Scalar: [UInt8]] = {
        var table: [Unicode.Scalar: [UInt8]] = ["ß": Array("ss".utf8), "ẞ": Array("ss".utf8)]
        for code in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(UInt32(code)), let name = scalar.properties.name else { continue }
            let parts = name.split(separator: " ")
            guard parts.count > 3, parts[0] == "LATIN", ["SMALL", "CAPITAL"].contains(parts[1]),
                ["LETTER", "LIGATURE"].contains(parts[2])
            else { continue }
            let letter = parts[3].lowercased()
            if letter.count == 1 || ["ae", "oe", "ij"].contains(letter) { table[scalar] = Array(letter.utf8) }
        }
        return table
    }()
}
