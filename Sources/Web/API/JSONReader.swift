/// Reads one JSON text (RFC 8259), strictly: nothing that two readers could read differently is taken, so no name twice, no
/// number but a whole one, no unpaired surrogate, no byte after the end (S-20).
struct JSONReader {
    /// The bytes are no such text.
    struct Malformed: Error, Equatable {}

    /// How many lists and objects may stand in one another: no request of ours takes four.
    private static let depth = 16

    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value of a whole text.
    static func read(_ bytes: [UInt8]) throws(Malformed) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Malformed() }
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: Self.depth)
        reader.skipBlanks()
        guard reader.place == bytes.count else { throw Malformed() }
        return value
    }

    private mutating func value(depth: Int) throws(Malformed) -> JSON {
        guard depth > 0 else { throw Malformed() }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case let byte? where byte == UInt8(ascii: "-") || byte.isDigit: return .number(try number())
        default: return try word()
        }
    }

    private mutating func object(_ depth: Int) throws(Malformed) -> JSON {
        var members: [JSON.Member] = []
        var names: Set<String> = []
        place += 1
        if takes("}") { return .object([]) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw Malformed() }
            let name = try string()
            guard names.insert(name).inserted, takes(":") else { throw Malformed() }
            members.append(JSON.Member(name: name, value: try value(depth: depth - 1)))
        } while takes(",")
        guard takes("}") else { throw Malformed() }
        return .object(members)
    }

    private mutating func list(_ depth: Int) throws(Malformed) -> JSON {
        var values: [JSON] = []
        place += 1
        if takes("]") { return .list([]) }
        repeat { values.append(try value(depth: depth - 1)) } while takes(",")
        guard takes("]") else { throw Malformed() }
        return .list(values)
    }

    private mutating func word() throws(Malformed) -> JSON {
        for (word, value) in [("null", JSON.null), ("true", .flag(true)), ("false", .flag(false))]
        where bytes[place...].starts(with: word.utf8) {
            place += word.utf8.count
            return value
        }
        throw Malformed()
    }

    private mutating func number() throws(Malformed) -> Int {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        while let byte = next, byte.isDigit { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        // Neither leading zeroes nor minus nothing; and what follows is no fraction.
        guard let number = Int(text), String(number) == text, ![".", "e", "E"].contains(where: isNext) else {
            throw Malformed()
        }
        return number
    }

    /// From a quotation mark to the next.
    private mutating func string() throws(Malformed) -> String {
        var text: [UInt8] = []
        place += 1
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escaped()
            case ..<0x20: throw Malformed()
            default: text.append(byte)
            }
        }
        throw Malformed()
    }

    private mutating func escaped() throws(Malformed) -> [UInt8] {
        guard let byte = next else { throw Malformed() }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
        default: throw Malformed()
        }
    }

    private mutating func scalar() throws(Malformed) -> Character {
        var units = [try unit()]
        if (0xD800..<0xDC00).contains(units[0]) {
            guard bytes[place...].starts(with: #"\u"#.utf8) else { throw Malformed() }
            place += 2
            units.append(try unit())
        }
        guard let text = String(validating: units, as: UTF16.self), let character = text.first else {
            throw Malformed()
        }
        return character
    }

    private mutating func unit() throws(Malformed) -> UInt16 {
        guard place + 4 <= bytes.count else { throw Malformed() }
        var unit: UInt16 = 0
        for byte in bytes[place..<place + 4] {
            guard let digit = byte.hexadecimal else { throw Malformed() }
            unit = unit << 4 | UInt16(digit)
        }
        place += 4
        return unit
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func isNext(_ sign: Character) -> Bool { sign.asciiValue == next }

    private mutating func takes(_ sign: Character) -> Bool {
        skipBlanks()
        guard isNext(sign) else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { place += 1 }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
