/// A template made ready for the library, and what is asked of the library in it.
///
/// Every `{{name}}` is handed over as `{{{name}}}`, since the values come escaped already (`PressTree`): the library
/// escapes by grapheme cluster and lets a quotation mark through that a combining accent follows. Whoever writes `{{{`
/// or `{{&` in a template is refused, so nothing can be placed unescaped. Blanks at the head of a line are for the
/// reader of the template and are left out: the library would repeat them inside a visitor's own lines.
struct PressTemplate: Sendable {
    /// What is placed where, in the order of the text.
    enum Tag: Sendable, Hashable {
        case hole(String)
        case section(String)
        case inverted(String)
        case end(String)
        case partial(String)
        case parent(String)
        case block(String)
    }

    /// The name in the library: the path with dots, since the library closes no section whose name has a slash.
    let name: String
    /// The text for the library.
    private(set) var text = ""
    /// Its tags; comments are none.
    private(set) var tags: [Tag] = []

    /// - Parameter path: below `Templates/`, without its ending.
    init(_ path: some StringProtocol, text: String) throws(Press.Failure) {
        name = Self.name(path)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
        let flat = lines.joined(separator: "\n")
        var rest = flat[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}"),
                let tag = Self.tag(rest[open.upperBound..<close.lowerBound])
            else { throw .malformedTag(template: name) }
            self.text += rest[..<open.lowerBound] + Self.spelled(tag)
            tags.append(tag)
            rest = rest[close.upperBound...]
        }
        self.text += rest
    }

    /// The templates and entries that this one places.
    var partials: [String] {
        tags.compactMap { tag in
            switch tag {
            case .partial(let name), .parent(let name): name
            default: nil
            }
        }
    }

    /// The name in the library of a template's path.
    static func name(_ path: some StringProtocol) -> String { String(path.map { $0 == "/" ? "." : $0 }) }

    private static func tag(_ inside: Substring) -> Tag? {
        guard let sigil = inside.first else { return nil }
        let rest = inside.dropFirst()
        switch sigil {
        case "#": return .section(String(rest))
        case "^": return .inverted(String(rest))
        case "/": return .end(name(rest))
        case ">": return .partial(name(rest))
        case "<": return .parent(name(rest))
        case "$": return .block(String(rest))
        default: return sigil.isLetter || sigil == "." ? .hole(String(inside)) : nil
        }
    }

    private static func spelled(_ tag: Tag) -> String {
        switch tag {
        case .hole(let name): "{{{\(name)}}}"
        case .section(let name): "{{#\(name)}}"
        case .inverted(let name): "{{^\(name)}}"
        case .end(let name): "{{/\(name)}}"
        case .partial(let name): "{{>\(name)}}"
        case .parent(let name): "{{<\(name)}}"
        case .block(let name): "{{$\(name)}}"
        }
    }
}
