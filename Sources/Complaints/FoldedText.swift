/// Text as it is searched and compared: lower case, no diacritics, ligatures opened. Never shown, never kept as the
/// original (S-25).
public enum FoldedText {
    /// `Élève NOËL` → `eleve noel`; the same for NFC and NFD input.
    public static func fold(_ text: String) -> String {
        let lower = text.lowercased()
        if lower.utf8.allSatisfy({ $0 < 128 }) { return lower }
        var folded = ""
        for scalar in lower.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            if scalar.isASCII {
                folded.unicodeScalars.append(scalar)
            } else {
                folded += plain[scalar] ?? String(scalar)
            }
        }
        return folded
    }

    /// The distinct words of a text, folded: letters and digits only, in order of appearance, at most `limit`.
    public static func words(_ text: String, limit: Int = 64) -> [String] {
        var seen = Set<String>()
        var words: [String] = []
        for part in fold(text).split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            let word = String(part.prefix(64))
            guard seen.insert(word).inserted else { continue }
            words.append(word)
            if words.count == limit { break }
        }
        return words
    }

    /// Accented Latin letters and ligatures → plain letters, read off the characters' own Unicode names, since the
    /// standard library offers no decomposition.
    private static let plain: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = ["ß": "ss"]
        for code in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(UInt32(code)), let name = scalar.properties.name,
                name.hasPrefix("LATIN SMALL LETTER ") || name.hasPrefix("LATIN SMALL LIGATURE ")
            else { continue }
            let letter = name.split(separator: " ")[3].lowercased()
            if letter.count == 1 || ["ae", "oe", "ij"].contains(letter) { table[scalar] = letter }
        }
        return table
    }()
}
