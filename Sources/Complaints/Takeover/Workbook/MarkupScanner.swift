/// Reads the XML of a workbook from one end to the other: elements, attributes and text, and nothing else of what XML can
/// do. There are no entities but those that every document has, so nothing can be fetched or swell.
struct MarkupScanner {
    /// What is met.
    enum Event: Equatable {
        /// An element begins; one without content ends at once.
        case begin(String, [String: String])
        case end(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var place = 0
    /// An element without content, which is still to be ended.
    private var pending: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next of them; nil at the end. - Throws: `FormerSheet.Mistake.broken`, for a document type too.
    mutating func next() throws(FormerSheet.Mistake) -> Event? {
        if let name = pending {
            pending = nil
            return .end(name)
        }
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else { return .text(Self.plain(take(until: UInt8(ascii: "<")))) }
            if has("<!--") {
                try skip(past: "-->")
            } else if has("<![CDATA[") {
                let start = place + 9
                try skip(past: "]]>")
                return .text(String(decoding: bytes[start..<max(start, place - 3)], as: UTF8.self))
            } else if has("<?") {
                try skip(past: "?>")
            } else if has("<!") {
                throw .broken
            } else {
                return try tag()
            }
        }
        return nil
    }

    private func has(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    private mutating func take(until byte: UInt8) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count, bytes[place] != byte { place += 1 }
        return bytes[start..<place]
    }

    private mutating func skip(past text: String) throws(FormerSheet.Mistake) {
        let sign = Array(text.utf8)
        while place < bytes.count {
            if bytes[place] == sign[0], bytes[place...].starts(with: sign) {
                place += sign.count
                return
            }
            place += 1
        }
        throw .broken
    }

    private mutating func tag() throws(FormerSheet.Mistake) -> Event {
        place += 1
        var inside: [UInt8] = []
        var quote: UInt8?
        while place < bytes.count, quote != nil || bytes[place] != UInt8(ascii: ">") {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            }
            inside.append(byte)
            place += 1
        }
        guard place < bytes.count else { throw .broken }
        place += 1
        if inside.first == UInt8(ascii: "/") { return .end(Self.local(inside.dropFirst())) }
        let isEmpty = inside.last == UInt8(ascii: "/")
        if isEmpty { inside.removeLast() }
        let name = Self.local(inside.prefix { !Self.isBlank($0) })
        if isEmpty { pending = name }
        return .begin(name, Self.attributes(inside.drop { !Self.isBlank($0) }))
    }

    /// `r="B5" t='s'`.
    private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var found: [String: String] = [:]
        var rest = bytes
        while true {
            rest = rest.drop(while: isBlank)
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return found }
            let name = local(rest[..<equals])
            rest = rest[(equals + 1)...].drop(while: isBlank)
            guard let quote = rest.first, let end = rest.dropFirst().firstIndex(of: quote) else { return found }
            found[name] = plain(rest[(rest.startIndex + 1)..<end])
            rest = rest[(end + 1)...]
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    /// A name without its prefix.
    private static func local(_ bytes: ArraySlice<UInt8>) -> String {
        let name = bytes.filter { !isBlank($0) }
        let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
        return String(decoding: name[start...], as: UTF8.self)
    }

    /// Text with its five entities and its numbered characters; any other stays as it is written.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var words = ""
        for (index, piece) in String(decoding: bytes, as: UTF8.self).split(
            separator: "&",
            omittingEmptySubsequences: false
        ).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: ";"), let sign = character(piece[..<end]) else {
                words += (index > 0 ? "&" : "") + piece
                continue
            }
            words += String(sign) + piece[piece.index(after: end)...]
        }
        return words
    }

    private static func character(_ name: Substring) -> Character? {
        let known: [Substring: Character] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        if let sign = known[name] { return sign }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap { Unicode.Scalar($0) }.map { Character($0) }
    }
}
