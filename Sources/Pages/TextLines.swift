extension String {
    /// Its lines, the empty ones too. LF, CR, CRLF and the line ends of Unicode part them, as `Character.isNewline` has
    /// it; looked for among the bytes, since letters are laid out for every reception.
    var allLines: [Substring] {
        let ends = lineEnds
        guard !ends.isEmpty else { return [self[...]] }
        var lines: [Substring] = []
        var start = utf8.startIndex
        for end in ends {
            lines.append(self[start..<utf8.index(utf8.startIndex, offsetBy: end.lowerBound)])
            start = utf8.index(utf8.startIndex, offsetBy: end.upperBound)
        }
        lines.append(self[start...])
        return lines
    }

    /// Where the line ends stand among the bytes.
    private var lineEnds: [Range<Int>] {
        var text = self
        return text.withUTF8 { bytes in
            var ends: [Range<Int>] = []
            var index = 0
            while index < bytes.count {
                // Nearly all are printable ASCII.
                if (0x20..<0x80).contains(bytes[index]) {
                    index += 1
                    continue
                }
                let length = Self.lengthOfLineEnd(at: index, in: bytes)
                if length > 0 { ends.append(index..<index + length) }
                index += max(1, length)
            }
            return ends
        }
    }

    /// How many bytes long the line end is that begins at an index; 0 where none does.
    private static func lengthOfLineEnd(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
        switch bytes[index] {
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0x0A...0x0C: return 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (0xA8...0xA9).contains(byte(2)) ? 3 : 0
        default: return 0
        }
    }
}
