extension String {
    /// Its lines, the empty ones too. LF, CR, CRLF and the line ends of Unicode part them, as `Character.isNewline` has
    /// it; looked for among the bytes, since letters are laid out while a transaction waits.
    var allLines: [Substring] {
        var lines: [Substring] = []
        var (start, index) = (utf8.startIndex, utf8.startIndex)
        while index < utf8.endIndex {
            let length = lengthOfLineEnd(at: index)
            guard length > 0 else {
                utf8.formIndex(after: &index)
                continue
            }
            lines.append(self[start..<index])
            utf8.formIndex(&index, offsetBy: length)
            start = index
        }
        lines.append(self[start...])
        return lines
    }

    /// How many bytes long the line end is that begins at an index; 0 where none does.
    private func lengthOfLineEnd(at index: Index) -> Int {
        switch utf8[index] {
        case 0x0D: starts(at: index, with: [0x0D, 0x0A]) ? 2 : 1
        case 0x0A...0x0C: 1
        case 0xC2: starts(at: index, with: [0xC2, 0x85]) ? 2 : 0
        case 0xE2: starts(at: index, with: [0xE2, 0x80, 0xA8]) || starts(at: index, with: [0xE2, 0x80, 0xA9]) ? 3 : 0
        default: 0
        }
    }

    private func starts(at index: Index, with bytes: [UInt8]) -> Bool { utf8[index...].starts(with: bytes) }
}
