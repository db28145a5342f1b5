/// The text of a template, taken apart once at its braces. What is put in for a field is never looked at again: a value
/// with braces in it stays as it is.
public struct TemplateText: Sendable, Hashable {
    /// What is wrong with the braces.
    public enum Fault: Sendable, Hashable {
        /// No field is called that.
        case unknown(String)
        /// A brace opens or closes nothing.
        case brace
    }

    private enum Part: Sendable, Hashable {
        case words(String)
        case field(MergeField, written: String)
    }

    private let parts: [Part]
    /// What is wrong, each thing once, in the order of the text.
    public let faults: [Fault]

    /// Reads a text. Where something is wrong, it stays in it as it was written.
    public init(_ text: String) {
        var (parts, faults) = ([Part](), [Fault]())
        var words = ""
        func note(_ fault: Fault) { if !faults.contains(fault) { faults.append(fault) } }
        var rest = text[...]
        while let sign = rest.popFirst() {
            guard sign == "{" else {
                if sign == "}" { note(.brace) }
                words.append(sign)
                continue
            }
            // A name ends on its own line, before any other brace.
            let name = rest.prefix { !"{}".contains($0) && !$0.isNewline }
            guard rest[name.endIndex...].first == "}" else {
                note(.brace)
                words.append(sign)
                continue
            }
            rest = rest[name.endIndex...].dropFirst()
            let written = String(name).trimmed
            guard let field = MergeField(written: written) else {
                note(.unknown(written))
                words += "{\(name)}"
                continue
            }
            if !words.isEmpty { parts.append(.words(words)) }
            parts.append(.field(field, written: written))
            words = ""
        }
        if !words.isEmpty { parts.append(.words(words)) }
        self.parts = parts
        self.faults = faults
    }

    /// The fields that it has, in the order of `MergeField`.
    public var fields: [MergeField] {
        let found = Set(
            parts.compactMap { part in if case .field(let field, _) = part { field } else { nil } }
        )
        return MergeField.allCases.filter(found.contains)
    }

    /// The text with its fields filled. One without a value stands there to be completed, and keeps the letter from going
    /// (`TemplateHole`).
    public func filled(with values: [MergeField: String]) -> String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .field(let field, let written): values[field]?.onOneLine ?? TemplateHole.text(written)
            }
        }.joined()
    }
}

extension String {
    /// A value as it stands in a sentence; nil where nothing would stand there.
    fileprivate var onOneLine: String? {
        let line = split { $0.isNewline || $0 == "\t" }.joined(separator: " ").trimmed
        return line.isEmpty ? nil : line
    }
}
