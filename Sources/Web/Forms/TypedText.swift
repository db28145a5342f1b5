/// The bytes that a browser sends for what somebody typed, as text, without loss.
enum TypedText {
    /// UTF-8, or windows-1252 where the bytes are not UTF-8: what old French clients send. No byte is ever dropped.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
    }

    /// A field's text as it is kept: exactly as typed, but for two things.
    ///
    /// Browsers send every line end of a text area as CRLF (HTML, "form-data set"): it is kept as LF. U+0000, which no
    /// keyboard types and PostgreSQL refuses, is dropped (S-25).
    static func field(_ bytes: some Collection<UInt8>) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for byte in bytes where byte != 0 {
            if byte == .lineFeed, kept.last == .carriageReturn { kept.removeLast() }
            kept.append(byte)
        }
        return decode(kept)
    }

    /// Takes away the beginning of a UTF-8 character left at the end by a cut, so that the rest stays UTF-8.
    static func trimPartialCharacter(_ bytes: inout [UInt8]) {
        guard let lead = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return }
        let length = max(1, (~bytes[lead]).leadingZeroBitCount)
        if length > 1, bytes.count - lead < length { bytes.removeSubrange(lead...) }
    }

    /// As in the WHATWG Encoding Standard: the five unassigned bytes stand for the C1 controls of the same number.
    private static func windows1252(_ bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }

    private static let upperControls: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    static let hyphen = UInt8(ascii: "-")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")

    /// Space or tab.
    var isBlank: Bool { self == .space || self == .tab }

    /// An ASCII letter or digit.
    var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// A character of an HTTP token (RFC 9110, 5.6.2).
    var isToken: Bool { isAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains(self) }

    /// The value of a hexadecimal digit.
    var hexadecimal: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension Collection<UInt8> {
    /// Without the blanks at both ends.
    var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isBlank }) else { return self[endIndex...] }
        var end = first
        for (index, byte) in zip(indices, self) where !byte.isBlank { end = index }
        return self[first...end]
    }

    /// With each `%XX` as its byte; a per cent sign that begins no such pair stays as it is.
    func percentDecoded(where decodes: (UInt8) -> Bool = { _ in true }) -> [UInt8] {
        var decoded: [UInt8] = []
        var rest = self[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let encoded = rest.hexadecimalPair, decodes(encoded) {
                decoded.append(encoded)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }

    /// The byte that the first two characters write, where they are two digits.
    private var hexadecimalPair: UInt8? {
        guard let high = first?.hexadecimal, let low = dropFirst().first?.hexadecimal else { return nil }
        return high << 4 | low
    }
}
