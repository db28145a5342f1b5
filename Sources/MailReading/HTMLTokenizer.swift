internal import Mail

/// Goes through HTML: what is text in it, and what are tags. It forgives everything and loses no text; its time grows
/// with the length alone, whatever is left open.
struct HTMLTokenizer {
    enum Token: Equatable {
        /// With its entities as they are.
        case text(Range<Int>)
        case opening(String, attributes: Range<Int>)
        case closing(String)
    }

    let bytes: [UInt8]
    private var position = 0
    /// From where on a sign does not occur any more, so that nobody looks for it again.
    private var barren: [[UInt8]: Int] = [:]
    /// Elements without text that do not end any more.
    private var unclosed: Set<String> = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") {
                if passMarkup() { continue }
                if let token = tag() { return token }
            }
            let start = position
            // A sign that begins no tag is text.
            position += 1
            while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
            return .text(start..<position)
        }
        return nil
    }

    /// Passes over comments, declarations and instructions; false where it is none.
    private mutating func passMarkup() -> Bool {
        guard position + 1 < bytes.count, "!?".utf8.contains(bytes[position + 1]) else { return false }
        let isComment = bytes[position...].starts(with: "<!--".utf8)
        let end =
            (isComment ? find(Array("-->".utf8), from: position + 2).map { $0 + 3 } : nil)
            ?? find([UInt8(ascii: ">")], from: position).map { $0 + 1 }
        guard let end else { return false }
        position = end
        return true
    }

    /// The tag that begins here; nil where it is none.
    private mutating func tag() -> Token? {
        guard position + 1 < bytes.count else { return nil }
        let isClosing = bytes[position + 1] == UInt8(ascii: "/")
        let start = position + (isClosing ? 2 : 1)
        guard start < bytes.count, bytes[start].isLetter, let end = tagEnd(from: start) else { return nil }
        var afterName = start
        while afterName < end, !bytes[afterName].isBlank, bytes[afterName] != UInt8(ascii: "/") { afterName += 1 }
        position = end + 1
        let name = String(decoding: bytes[start..<min(afterName, start + 40)], as: UTF8.self).lowercased()
        if isClosing { return .closing(name) }
        if Self.raw.contains(name) { passRaw(name) }
        return .opening(name, attributes: afterName..<end)
    }

    /// Where the `>` of a tag stands: one within quotes is none, unless the quotes never end.
    private mutating func tagEnd(from start: Int) -> Int? {
        guard let nearest = find([UInt8(ascii: ">")], from: start) else { return nil }
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return index }
            let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            if isQuote, bytes[start..<index].last(where: { !$0.isBlank }) == .equals {
                guard let close = find([byte], from: index + 1) else { return nearest }
                index = close
            }
            index += 1
        }
        return nearest
    }

    /// Elements whose content is no text.
    private static let raw: Set = ["script", "style", "title", "xmp", "iframe", "noembed", "template"]

    /// Passes over the content of such an element; where it never ends, over nothing.
    private mutating func passRaw(_ name: String) {
        guard !unclosed.contains(name) else { return }
        let sign = Array("</\(name)".utf8)
        var index = position
        while index + sign.count <= bytes.count {
            if bytes[index] == sign[0], bytes[index..<(index + sign.count)].lazy.map(\.lowercased).elementsEqual(sign) {
                position = index
                return
            }
            index += 1
        }
        unclosed.insert(name)
    }

    private mutating func find(_ sign: [UInt8], from start: Int) -> Int? {
        if let limit = barren[sign], start >= limit { return nil }
        var index = start
        while index + sign.count <= bytes.count {
            if bytes[index] == sign[0], bytes[index...].starts(with: sign) { return index }
            index += 1
        }
        barren[sign] = start
        return nil
    }
}

extension UInt8 {
    /// A capital letter as a small one, anything else as it is.
    var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
