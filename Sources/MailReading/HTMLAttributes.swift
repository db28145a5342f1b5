/// What stands in a tag after its name.
struct HTMLAttributes {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The value of an attribute, by its name in lower case; empty where it has none.
    subscript(_ name: String) -> String? {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            while index < bytes.endIndex, bytes[index].isBlank || bytes[index] == UInt8(ascii: "/") { index += 1 }
            let start = index
            while index < bytes.endIndex, !bytes[index].isBlank, bytes[index] != .equals,
                bytes[index] != UInt8(ascii: "/")
            {
                index += 1
            }
            let isAsked = bytes[start..<index].lazy.map { $0 | 0x20 }.elementsEqual(name.utf8)
            while index < bytes.endIndex, bytes[index].isBlank { index += 1 }
            guard index < bytes.endIndex, bytes[index] == .equals else {
                if isAsked { return "" }
                if index == start { index += 1 }
                continue
            }
            index += 1
            let value = value(&index)
            if isAsked { return HTMLText.decoded(Array(value)) }
        }
        return nil
    }

    private func value(_ index: inout Int) -> ArraySlice<UInt8> {
        while index < bytes.endIndex, bytes[index].isBlank { index += 1 }
        guard index < bytes.endIndex else { return [] }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            index = bytes[start...].firstIndex(of: quote) ?? bytes.endIndex
            let value = bytes[start..<index]
            if index < bytes.endIndex { index += 1 }
            return value
        }
        let start = index
        while index < bytes.endIndex, !bytes[index].isBlank { index += 1 }
        return bytes[start..<index]
    }
}
