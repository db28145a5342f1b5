/// Bits as symbols that people can read out: Crockford's base 32, without I, L, O and U.
///
/// https://www.crockford.com/base32.html
package enum Crockford {
    private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The first `count` groups of five bits, the highest bit first; all of them where no `count` is given,
    /// the last filled up with zeros.
    package static func encode(_ bytes: [UInt8], symbols count: Int? = nil) -> String {
        var text: [UInt8] = []
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
        return String(decoding: text.prefix(count ?? (bytes.count * 8 + 4) / 5), as: UTF8.self)
    }

    /// The symbols as they are written, whatever the case, O read as 0, I and L as 1, blanks and hyphens left out;
    /// `nil` where something else is in it.
    package static func canonical(_ text: some StringProtocol) -> String? {
        var canonical: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": canonical.append(UInt8(ascii: scalar))
            case "O", "o": canonical.append(UInt8(ascii: "0"))
            case "I", "i", "L", "l": canonical.append(UInt8(ascii: "1"))
            case "U", "u": return nil
            case "A"..."Z", "a"..."z": canonical.append(UInt8(ascii: scalar) & ~0x20)
            default:
                // Looked up last: symbols are met most.
                guard isHyphen(scalar) || scalar.properties.isWhitespace else { return nil }
            }
        }
        return String(decoding: canonical, as: UTF8.self)
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || ("\u{2010}"..."\u{2013}").contains(scalar)
    }

    /// The bytes of canonical symbols; the bits that fill up the last symbol must be zero, so that there is one
    /// spelling.
    package static func decode(_ canonical: String, bytes count: Int) -> [UInt8]? {
        guard canonical.utf8.count == (count * 8 + 4) / 5 else { return nil }
        var bytes: [UInt8] = []
        var held = 0
        var bits = 0
        for symbol in canonical.utf8 {
            guard let value = symbols.firstIndex(of: symbol) else { return nil }
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
