/// The words of the program, by key: files of lines `key = text {{hole}}`, where `#` begins a comment line and two
/// spaces continue the entry above. There is no markup in them.
struct PressCatalogue: Sendable {
    /// Every entry as written, holes included.
    private(set) var entries: [String: String] = [:]
    /// The entries that have holes, cut at them.
    private var holed: [String: [Piece]] = [:]

    private enum Piece {
        case text(String)
        case hole(String)
    }

    /// - Parameter files: path → text.
    init(files: [String: String]) throws {
        for (file, text) in files { try read(text, file) }
        for (key, text) in entries where text.utf8.contains(UInt8(ascii: "{")) { holed[key] = Self.pieces(text) }
    }

    /// The same words, and those of another catalogue where these lack a key.
    func filled(from other: PressCatalogue) -> PressCatalogue {
        var whole = self
        whole.entries.merge(other.entries) { own, _ in own }
        whole.holed.merge(other.holed.filter { entries[$0.key] == nil }) { own, _ in own }
        return whole
    }

    /// An entry with its holes filled; nil where there is no such entry. A hole that is not given stays visible.
    func words(_ key: String, _ holes: [String: String]) -> String? {
        guard let pieces = holed[key] else { return entries[key] }
        return pieces.reduce(into: "") { words, piece in
            switch piece {
            case .text(let text): words += text
            case .hole(let name): words += holes[name] ?? "{{\(name)}}"
            }
        }
    }

    /// Entries as partials `fr/key`, so that `{{>fr/case.title}}` in a template places its words.
    ///
    /// - Parameter names: in the library, of all the partials that the templates place.
    func partials(among names: Set<String>) throws -> [PressTemplate] {
        try entries.compactMap { key, text in
            let path = "fr/\(key)"
            guard names.contains(PressTemplate.name(path)) else { return nil }
            return try PressTemplate(path, text: PressTree.escaped(text))
        }
    }

    private mutating func read(_ text: String, _ file: String) throws(Press.Failure) {
        var last: String?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("  "), let last {
                entries[last]? += " " + line.drop { $0 == " " }
                continue
            }
            guard let sign = line.firstRange(of: " = "), sign.upperBound < line.endIndex,
                isKey(line[..<sign.lowerBound])
            else { throw .malformedEntry(file: file, line: index + 1) }
            let key = String(line[..<sign.lowerBound])
            guard entries.updateValue(String(line[sign.upperBound...]), forKey: key) == nil else {
                throw .repeatedEntry(key)
            }
            last = key
        }
    }

    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            pieces += [
                .text(String(rest[..<open.lowerBound])), .hole(String(rest[open.upperBound..<close.lowerBound])),
            ]
            rest = rest[close.upperBound...]
        }
        return pieces + [.text(String(rest))]
    }

    private func isKey(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    }
}
