/// Goes through bytes line by line, whether lines end as RFC 5322 has it or as Unix does.
struct LineReader {
    struct Line {
        /// Without its end.
        let content: Range<Int>
        /// Where the next one begins.
        let end: Int
    }

    let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next line; nil at the end.
    mutating func next() -> Line? {
        guard position < bytes.endIndex else { return nil }
        let start = position
        let offset = bytes.startIndex
        let feed = bytes.withUnsafeBufferPointer { bytes -> Int? in
            var index = start - offset
            while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
            return index < bytes.count ? index + offset : nil
        }
        position = feed.map { $0 + 1 } ?? bytes.endIndex
        var end = feed ?? bytes.endIndex
        if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
        return Line(content: start..<end, end: position)
    }

    /// Goes to the next line that begins with `--`, or to the end.
    mutating func passToStrokes() {
        let stroke = UInt8(ascii: "-")
        let offset = bytes.startIndex
        position = bytes.withUnsafeBufferPointer { bytes in
            var index = position - offset
            while index + 1 < bytes.count, bytes[index] != stroke || bytes[index + 1] != stroke {
                while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
                index += 1
            }
            return index + 1 < bytes.count ? index + offset : bytes.count + offset
        }
    }

    /// Whether what comes next begins a field of a header, so that a line of nonsense before it is best passed over.
    var goesOnWithField: Bool {
        var ahead = self
        guard let line = ahead.next() else { return false }
        return HeaderBlock.colon(in: bytes[line.content]) != nil
    }
}

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let equals = UInt8(ascii: "=")

    var isBlank: Bool { self == .space || self == .tab || self == .lineFeed || self == .carriageReturn }

    /// The value of a hexadecimal digit.
    var hexadecimal: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
