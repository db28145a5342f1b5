/// Text as printable ASCII on lines of 76 bytes at most (RFC 2045 §6.7).
enum QuotedPrintable {
    /// The text in UTF-8; LF, CR and CRLF all end a line, and the lines that go out end by CRLF.
    static func encode(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
            .map { encodeLine(Array($0.utf8)) }
            .joined(separator: "\r\n")
    }

    private static func encodeLine(_ line: [UInt8]) -> String {
        var out: [UInt8] = []
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let encoded = spell(byte, isLast: isLast)
            if column + encoded.count > (isLast ? 76 : 75) {
                out += "=\r\n".utf8
                column = 0
            }
            out += encoded
            column += encoded.count
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A space or a tab at the end of a line would be lost on the way, so it is spelled.
    private static func spell(_ byte: UInt8, isLast: Bool) -> [UInt8] {
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        let isItself = isBlank ? !isLast : byte.isPrintable && byte != UInt8(ascii: "=")
        return isItself ? [byte] : [UInt8(ascii: "=")] + byte.hexadecimal
    }
}
