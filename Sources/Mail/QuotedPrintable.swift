/// Text as printable ASCII on lines of 76 bytes at most (RFC 2045 §6.7).
///
/// What stands for itself goes over in long pieces: the letter of every reception passes here.
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
            var end = index
            while end < bytes.count, bytes[end].standsForItself { end += 1 }
            // The last byte of a line has rules of its own.
            if end == bytes.count || bytes[end].endsLine { end -= 1 }
            if end > index {
                copy(UnsafeBufferPointer(rebasing: bytes[index..<end]))
                index = end
            }
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

    /// Bytes that stand for themselves, the last of a line not among them.
    private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count {
            if column >= Self.lineLength - 1 { breakLine() }
            let end = min(bytes.count, start + Self.lineLength - 1 - column)
            out += UnsafeBufferPointer(rebasing: bytes[start..<end])
            column += end - start
            start = end
        }
    }

    /// A space or a tab at the end of a line would be lost on the way, so it is spelled.
    private mutating func write(_ byte: UInt8, isLast: Bool) {
        let isItself = byte.standsForItself && !(isLast && byte.isBlank)
        let length = isItself ? 1 : 3
        if column + length > (isLast ? Self.lineLength : Self.lineLength - 1) { breakLine() }
        if isItself {
            out.append(byte)
        } else {
            out.append(UInt8(ascii: "="))
            out.append(UInt8.hexadecimalDigit(byte >> 4))
            out.append(UInt8.hexadecimalDigit(byte & 15))
        }
        column += length
    }

    /// One byte of every line but the last of its own is for the mark that the line goes on.
    private mutating func breakLine() {
        out.append(UInt8(ascii: "="))
        endLine()
    }

    private mutating func endLine() {
        out.append(UInt8(ascii: "\r"))
        out.append(UInt8(ascii: "\n"))
        column = 0
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether it is written as it is, a blank only within a line.
    fileprivate var standsForItself: Bool {
        isPrintable && self != UInt8(ascii: "=") || self == UInt8(ascii: "\t")
    }

    fileprivate var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
