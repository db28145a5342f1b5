/// A header value with parameters: `form-data; name="nom"; filename="a.pdf"`.
struct HeaderParameters {
    /// What stands before the first semicolon, in lower case.
    let value: String
    /// The parameters by name, in lower case; their values as the bytes that were sent, unquoted.
    private let parameters: [String: [UInt8]]

    /// Reads a header value. - Throws: `.head` where it has another shape, or names a parameter twice: two readers
    /// would then see two different fields.
    init(_ bytes: some Collection<UInt8>) throws(MalformedForm) {
        let bytes = Array(bytes)
        let end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex
        value = TypedText.decode(bytes[..<end].trimmed).lowercased()
        var parameters: [String: [UInt8]] = [:]
        var rest = bytes[end...]
        while !rest.isEmpty {
            guard rest.removeFirst() == UInt8(ascii: ";") else { throw .head }
            rest = rest.drop(while: \.isBlank)
            if rest.isEmpty { break }
            let name = try Self.takeName(&rest)
            guard parameters.updateValue(try Self.takeValue(&rest), forKey: name) == nil else { throw .head }
            rest = rest.drop(while: \.isBlank)
        }
        self.parameters = parameters
    }

    /// The bytes of a parameter.
    subscript(_ name: String) -> [UInt8]? { parameters[name] }

    private static func takeName(_ rest: inout ArraySlice<UInt8>) throws(MalformedForm) -> String {
        let name = rest.prefix(while: \.isToken)
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { throw .head }
        return TypedText.decode(name).lowercased()
    }

    private static func takeValue(_ rest: inout ArraySlice<UInt8>) throws(MalformedForm) -> [UInt8] {
        if rest.first == .quote { return try takeQuoted(&rest) }
        let value = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest.dropFirst(value.count)
        guard !value.isEmpty, !value.contains(.quote) else { throw .head }
        return Array(value.trimmed)
    }

    /// A quoted value as browsers of every age write it: `\"` and `\\` are escapes (curl, old Firefox), any other
    /// backslash is itself (Windows paths), and so is the last one before the only quote left (a name ending in `\`).
    private static func takeQuoted(_ rest: inout ArraySlice<UInt8>) throws(MalformedForm) -> [UInt8] {
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == .quote { return value }
            if byte == .backslash, let next = rest.first {
                let closes = next == .quote && !rest.dropFirst().contains(.quote)
                if next == .backslash || (next == .quote && !closes) {
                    value.append(next)
                    rest.removeFirst()
                    continue
                }
            }
            value.append(byte)
        }
        throw .head
    }
}
