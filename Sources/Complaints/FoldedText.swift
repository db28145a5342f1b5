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
    /// at most 64 bytes or so.
    public static func words(_ text: String, limit: Int = 64) -> [String] {
        var seen = Set<String>()
        var words: [String] = []
        var word: [UInt8] = []
        func endWord() {
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            if seen.insert(text).inserted { words.append(text) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if isInWord(scalar) {
                if word.count < 64 { append(scalar, to: &word) }
            } else if !isMark(scalar) {
                endWord()
                if words.count == limit { return words }
            }
        }
        endWord()
        return words
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        } else if let known = latin[scalar] {
            folded += known
        } else if !isMark(scalar) {
            folded += scalar.properties.lowercaseMapping.utf8
        }
    }

    private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        }
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
