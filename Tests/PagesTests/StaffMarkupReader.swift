/// Reads HTML as this program writes it: lower case, quoted attributes, every element closed but the void ones.
struct StaffMarkupReader {
    private var rest: Substring.UnicodeScalarView
    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    init(_ html: String) { rest = html[...].unicodeScalars }

    /// The whole page under one nameless element.
    mutating func document() throws -> StaffMarkup.Element {
        var stack = [StaffMarkup.Element(name: "", attributes: [:])]
        while !rest.isEmpty {
            if rest.first != "<" {
                stack[stack.count - 1].children.append(.text(Self.decoded(take(until: "<"))))
                continue
            }
            let tag = try tag()
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                try close(String(tag.dropFirst()), &stack)
            } else {
                try open(tag, &stack)
            }
        }
        guard stack.count == 1, let root = stack.first else { throw StaffMarkup.Fault.unclosed(stack.last?.name ?? "") }
        return root
    }

    private mutating func open(_ tag: String, _ stack: inout [StaffMarkup.Element]) throws {
        let element = try Self.element(tag)
        if Self.void.contains(element.name) {
            stack[stack.count - 1].children.append(.element(element))
            return
        }
        // The parser of HTML drops one line end right after these.
        if ["textarea", "pre"].contains(element.name), rest.first == "\n" { rest.removeFirst() }
        stack.append(element)
    }

    private func close(_ name: String, _ stack: inout [StaffMarkup.Element]) throws {
        guard stack.count > 1, let element = stack.popLast(), element.name == name else {
            throw StaffMarkup.Fault.unexpectedEnd(name, inside: stack.last?.name ?? "")
        }
        stack[stack.count - 1].children.append(.element(element))
    }

    /// The inside of a tag. A `>` in a quoted value does not end it.
    private mutating func tag() throws -> String {
        rest.removeFirst()
        var inside = String.UnicodeScalarView()
        var isQuoted = false
        while let scalar = rest.popFirst() {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == ">", !isQuoted { return String(inside) }
            inside.append(scalar)
        }
        throw StaffMarkup.Fault.malformedTag(String(inside))
    }

    private mutating func take(until end: Unicode.Scalar) -> String {
        let taken = rest.prefix { $0 != end }
        rest = rest.dropFirst(taken.count)
        return String(taken)
    }

    private static func element(_ tag: String) throws -> StaffMarkup.Element {
        var reader = StaffMarkupReader(tag)
        let name = reader.word()
        var attributes: [String: String] = [:]
        while true {
            reader.skipBlanks()
            if reader.rest.isEmpty { break }
            let attribute = reader.word()
            guard !attribute.isEmpty else { throw StaffMarkup.Fault.malformedTag(tag) }
            var value = ""
            if reader.rest.first == "=" {
                reader.rest.removeFirst()
                guard reader.rest.popFirst() == "\"" else { throw StaffMarkup.Fault.malformedTag(tag) }
                value = decoded(reader.take(until: "\""))
                reader.rest.removeFirst()
            }
            guard attributes.updateValue(value, forKey: attribute) == nil else {
                throw StaffMarkup.Fault.repeatedAttribute(attribute, element: name)
            }
        }
        return StaffMarkup.Element(name: name, attributes: attributes)
    }

    private mutating func word() -> String {
        let word = rest.prefix { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\n" } }

    /// Scalar by scalar: to Swift, a semicolon and an accent that follows are one character.
    private static func decoded(_ text: String) -> String {
        var rest = text[...].unicodeScalars
        var decoded = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            guard scalar == "&", let end = rest.firstIndex(of: ";"),
                let character = entities[String(rest[..<end])]
            else {
                decoded.append(scalar)
                continue
            }
            decoded.append(character)
            rest = rest[end...].dropFirst()
        }
        return String(decoded)
    }

    private static let entities: [String: Unicode.Scalar] = [
        "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "amp": "&",
    ]
}
