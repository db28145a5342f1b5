/// Bits as symbols that people can read out: Crockford's base 32, without I, L, O and U.
///
/// https://www.crockford.com/base32.html
package enum Crockford {
    private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The first `count` groups of five bits, the highest bit first; all of them where no `count` is given,
    /// the last filled up with zeros.
    package static func encode(_ bytes: [UInt8], symbols count: Int? = nil) -> String {
        var text = ""
        var held = 0
        var bits = 0
        for byte in bytes + [0] {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(symbols[held >> bits])
                held &= 1 << bits - 1
            }
        }
        return String(text.prefix(count ?? (bytes.count * 8 + 4) / 5))
    }

    /// The symbols as they are written, whatever the case, O read as 0, I and L as 1, blanks and hyphens left out;
    /// `nil` where something else is in it.
    package static func canonical(_ text: some StringProtocol) -> String? {
        var canonical = ""
        for character in text where !character.isWhitespace && !"-\u{2010}\u{2011}\u{2012}\u{2013}".contains(character)
        {
            switch character {
            case "O", "o": canonical.append("0")
            case "I", "i", "L", "l": canonical.append("1")
            default:
                guard character.isASCII, let symbol = character.uppercased().first, symbols.contains(symbol) else {
                    return nil
                }
                canonical.append(symbol)
            }
        }
        return canonical
    }

    /// The bytes of canonical symbols; the bits that fill up the last symbol must be zero, so that there is one
    /// spelling.
    package static func decode(_ canonical: String, bytes count: Int) -> [UInt8]? {
        guard canonical.utf8.count == (count * 8 + 4) / 5 else { return nil }
        var bytes: [UInt8] = []
        var held = 0
        var bits = 0
        for character in canonical {
            guard let value = symbols.firstIndex(of: character) else { return nil }
            held = held << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits))
                held &= 1 << bits - 1
            }
        }
        return held == 0 ? bytes : nil
    }
}
