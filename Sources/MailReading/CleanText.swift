/// Text without what has no place in any: NUL and other controls, and every way but one to end a line.
enum CleanText {
    /// On lines, between line feeds.
    static func lines(_ text: String) -> String {
        var clean: [UInt8] = []
        var text = text
        return text.withUTF8 { bytes in
            clean.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case .carriageReturn:
                    clean.append(.lineFeed)
                    if index < bytes.count, bytes[index] == .lineFeed { index += 1 }
                case .tab, .lineFeed, 0x20...0x7E: clean.append(byte)
                case 0...0x1F, 0x7F: break
                case 0xC2 where index < bytes.count && bytes[index] < 0xA0:
                    // NEL and the other controls of C1.
                    if bytes[index] == 0x85 { clean.append(.lineFeed) }
                    index += 1
                case 0xE2 where isSeparator(bytes, index):
                    clean.append(.lineFeed)
                    index += 2
                case 0xEF where index + 1 < bytes.count && bytes[index] == 0xBB && bytes[index + 1] == 0xBF:
                    // A byte order mark has no place within a text.
                    index += 2
                default: clean.append(byte)
                }
            }
            return String(decoding: clean, as: UTF8.self)
        }
    }

    /// On one line, without blanks at its ends.
    static func line(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        let flat = isPlain ? text : String(lines(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
        return flat.trimmedOfBlanks
    }

    /// U+2028 and U+2029.
    private static func isSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == 0x80 && (bytes[index + 1] == 0xA8 || bytes[index + 1] == 0xA9)
    }
}
