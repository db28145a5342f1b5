/// Text as printable ASCII on lines of 76 bytes at most (RFC 2045 §6.7).
///
/// It goes through the bytes once, without a string or an array on the way: the letter of every reception passes here.
struct QuotedPrintable {
    private static let lineLength = 76

    private var out: [UInt8] = []
    private var column = 0

    /// The text in UTF-8; LF, CR and CRLF all end a line, and the lines that go out end by CRLF.
    static func encode(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in
            var encoder = QuotedPrintable()
            encoder.out.reserveCapacity(bytes.count * 5 / 4)
            encoder.encode(bytes)
            return encoder.out
        }
    }

    private mutating func encode(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte.endsLine {
                if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
                endLine()
            } else {
                write(byte, isLast: index == bytes.count || bytes[index].endsLine)
            }
        }
    }

    /// A space or a tab at the end of a line would be lost on the way, so it is spelled.
    private mutating func write(_ byte: UInt8, isLast: Bool) {
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        let isItself = isBlank ? !isLast : byte.isPrintable && byte != UInt8(ascii: "=")
        let length = isItself ? 1 : 3
        // One byte of every line but the last of its own is for the mark that the line goes on.
        if column + length > (isLast ? Self.lineLength : Self.lineLength - 1) {
            out.append(UInt8(ascii: "="))
            endLine()
        }
        if isItself {
            out.append(byte)
        } else {
            out.append(UInt8(ascii: "="))
            out.append(UInt8.hexadecimalDigit(byte >> 4))
            out.append(UInt8.hexadecimalDigit(byte & 15))
        }
        column += length
    }

    private mutating func endLine() {
        out.append(UInt8(ascii: "\r"))
        out.append(UInt8(ascii: "\n"))
        column = 0
    }
}

extension UInt8 {
    fileprivate var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
