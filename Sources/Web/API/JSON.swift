import Complaints

/// A JSON value as programs send and are sent it: whole numbers alone, for there is nothing here that has parts.
indirect enum JSON: Sendable, Hashable {
    case null
    case flag(Bool)
    case number(Int)
    case string(String)
    case list([JSON])
    case object([Member])

    /// One name of an object and its value, in the order written.
    struct Member: Sendable, Hashable {
        let name: String
        let value: JSON
    }

    /// An object of those members that have a value.
    static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    static func strings(_ texts: some Sequence<String>) -> JSON { .list(texts.map { .string($0) }) }

    /// A member of an object; nil where there is none, or where this is no object.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// As it is sent, UTF-8.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let number): bytes += String(number).utf8
        case .string(let text): JSONText.append(text, to: &bytes)
        case .list(let values):
            Self.write("[", values, "]", to: &bytes) { $0.write(to: &$1) }
        case .object(let members):
            Self.write("{", members, "}", to: &bytes) { member, bytes in
                JSONText.append(member.name, to: &bytes)
                bytes += ":".utf8
                member.value.write(to: &bytes)
            }
        }
    }

    private static func write<Part>(
        _ open: String,
        _ parts: [Part],
        _ close: String,
        to bytes: inout [UInt8],
        _ write: (Part, inout [UInt8]) -> Void
    ) {
        bytes += open.utf8
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes += ",".utf8 }
            write(part, &bytes)
        }
        bytes += close.utf8
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .string(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
