/// Reads the one form of JSON that a dump uses: keys in a fixed order, no space, and in strings no escape but `\"`,
/// `\\` and `\n`. So every line has exactly one writing, and two verifiers cannot read it differently.
struct DumpText {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// Moves past a text; false, and no move, where it does not stand.
    mutating func skip(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard bytes.endIndex - position >= length else { return false }
        let matches = text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + length]) }
        if matches { position += length }
        return matches
    }

    /// A number of 0 or more without leading zeroes.
    mutating func number() -> Int? {
        let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        position = digits.endIndex
        return wholeNumber(digits)
    }

    /// A quoted string.
    mutating func string() -> String? {
        guard skip("\"") else { return nil }
        var text: [UInt8] = []
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escaped() else { return nil }
                text.append(escaped)
            case 0x00..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    /// A quoted base64 text. Read apart from other strings, as payloads are long.
    mutating func base64String() -> [UInt8]? {
        guard skip("\""), let end = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        defer { position = end + 1 }
        return base64Bytes(bytes[position..<end])
    }

    private mutating func escaped() -> UInt8? {
        guard position < bytes.endIndex else { return nil }
        defer { position += 1 }
        return switch bytes[position] {
        case UInt8(ascii: "\""): UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): UInt8(ascii: "\\")
        case UInt8(ascii: "n"): UInt8(ascii: "\n")
        default: nil
        }
    }
}

extension DumpText {
    /// `"feuille":…,"sel":…,"contenu":…`; the opening is nil where both of its parts are `null`.
    mutating func leafAndOpening() -> (leaf: [UInt8], opening: Opening?)? {
        guard skip("\"feuille\":"), let leaf = base64String(), skip(",\"sel\":") else { return nil }
        if skip("null,\"contenu\":null") { return (leaf, nil) }
        guard let salt = base64String(), skip(",\"contenu\":"), let payload = base64String(),
            let opening = Opening(salt: salt, payload: payload)
        else { return nil }
        return (leaf, opening)
    }
}

/// Writes a string as `DumpText` reads it; nil when it holds a control character other than LF.
func dumpQuoted(_ text: String) -> String? {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\u{0}"..<" ": return nil
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
