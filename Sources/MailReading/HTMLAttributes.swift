/// What stands in a tag after its name: of its attributes, those that say something to a reader.
struct HTMLAttributes {
    private(set) var id = ""
    private(set) var classes = ""
    /// Without blanks.
    private(set) var style = ""
    private(set) var type = ""
    private(set) var address: String?
    private(set) var alternative = ""

    /// - Parameter bytes: what stands between the name and `>`.
    init(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while let (name, value) = Self.next(bytes, &index) {
                guard let value, let key = Self.key(bytes[name]) else { continue }
                take(key, HTMLText.decoded(Array(bytes[value])))
            }
        }
    }

    private mutating func take(_ key: String, _ value: String) {
        switch key {
        case "id" where id.isEmpty: id = value.lowercased()
        case "class" where classes.isEmpty: classes = value.lowercased()
        case "style" where style.isEmpty: style = value.lowercased().filter { !$0.isWhitespace }
        case "type" where type.isEmpty: type = value.lowercased()
        case "href" where address == nil: address = value
        case "alt" where alternative.isEmpty: alternative = value
        default: break
        }
    }

    private static let keys = ["id", "class", "style", "type", "href", "alt"]

    private static func key(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard name.count <= 5 else { return nil }
        return keys.first { key in name.lazy.map(\.lowercased).elementsEqual(key.utf8) }
    }

    /// The next attribute; nil at the end.
    private static func next(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ index: inout Int
    ) -> (name: Range<Int>, value: Range<Int>?)? {
        let slash = UInt8(ascii: "/")
        while index < bytes.count, bytes[index].isBlank || bytes[index] == slash { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index
        // One sign at least, for it may be an `=` of nothing.
        repeat { index += 1 } while index < bytes.count && !bytes[index].isBlank && bytes[index] != .equals
        let name = start..<index
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        guard index < bytes.count, bytes[index] == .equals else { return (name, nil) }
        index += 1
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        guard index < bytes.count else { return (name, nil) }
        let quote = bytes[index]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { index += 1 }
        let first = index
        while index < bytes.count, isQuoted ? bytes[index] != quote : !bytes[index].isBlank { index += 1 }
        defer { if isQuoted, index < bytes.count { index += 1 } }
        return (name, first..<index)
    }
}
