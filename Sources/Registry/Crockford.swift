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
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && !isHyphen(scalar) {
            guard scalar.isASCII else { return nil }
            switch UInt8(scalar.value) & ~0x20 {
            case UInt8(ascii: "O"): canonical.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): canonical.append(UInt8(ascii: "1"))
            case UInt8(ascii: "U"): return nil
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): canonical.append(UInt8(scalar.value) & ~0x20)
            default:
                guard ("0"..."9").contains(scalar) else { return nil }
                canonical.append(UInt8(scalar.value))
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
