/// Texts as JSON writes them.
package enum JSONText {
    /// Appends a text between quotation marks. Control characters, quotation marks and backslashes are escaped, so that it
    /// stays on its line and in its place, whatever is in it; slashes are not.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            // What stands for itself goes over in long pieces.
            var start = 0
            for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes += text[start..<index]
                bytes += escaped(byte)
                start = index + 1
            }
            bytes += text[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let text =
            switch byte {
            case UInt8(ascii: "\""): #"\""#
            case UInt8(ascii: "\\"): #"\\"#
            case 0x08: #"\b"#
            case 0x09: #"\t"#
            case 0x0A: #"\n"#
            case 0x0C: #"\f"#
            case 0x0D: #"\r"#
            default: #"\u00"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        return Array(text.utf8)
    }
}
