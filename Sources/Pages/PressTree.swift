import Mustache

/// A page's value as the library reads it fastest: dictionaries, lists, flags, and strings already escaped. Each value
/// is looked into once, where the library would reflect on it for every hole.
enum PressTree {
    /// The tree of a page, with the address of its script.
    static func of<P: Page>(page: P) -> Any {
        guard var tree = of(page) as? [String: Any] else { return of(page) }
        tree["script"] = P.script.map { $0.path as Any } ?? Absent()
        return tree
    }

    /// The tree of a value.
    static func of(_ value: Any) -> Any {
        switch value {
        case let text as String: return escaped(text)
        case let flag as Bool: return flag
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { of($0.value) } ?? Absent()
        case .collection: return mirror.children.map { of($0.value) }
        default:
            precondition(mirror.displayStyle == .struct, "A page holds strings, flags, lists and structures of these.")
            let pairs = mirror.children.compactMap { child in child.label.map { ($0, of(child.value)) } }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Nothing to show, without looking for the same name further out.
    struct Absent: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }

    /// Text for element content and for attributes in double quotes. It works on scalars: to Swift, `"` and an accent
    /// that follows are one character, to a browser two.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: \.isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether it means something to a reader of HTML.
    fileprivate var isSpecial: Bool {
        switch self {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
