/// One header of a letter. Whatever text comes in, one header goes out (S-27).
enum Header {
    /// RFC 5322 §2.1.1 prefers 78; RFC 2047 §2 allows 76 where a line holds an encoded word.
    static let lineLength = 76

    static func line(_ field: String, _ id: MessageID) -> String {
        fold("\(field):", "<\(id)>")
    }

    static func line(_ field: String, _ mailbox: Mailbox) -> String {
        guard let name = mailbox.name.map(singleLine) else { return fold("\(field):", "<\(mailbox.address)>") }
        return fold("\(field): \(phrase(name, after: field))", "<\(mailbox.address)>")
    }

    static func line(_ field: String, _ text: String) -> String {
        let text = singleLine(text)
        if text.isEmpty { return "\(field):" }
        let room = lineLength - field.utf8.count - 2
        if isPlain(text), text.utf8.count <= room { return "\(field): \(text)" }
        return "\(field): \(EncodedWord.encode(text, firstLength: room))"
    }

    /// A display name: a quoted string where it is plain and short, encoded words otherwise.
    private static func phrase(_ name: String, after field: String) -> String {
        let room = lineLength - field.utf8.count - 2
        guard isPlain(name) else { return EncodedWord.encode(name, firstLength: room) }
        let quoted = "\"" + name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
        return quoted.utf8.count <= room ? quoted : EncodedWord.encode(name, firstLength: room)
    }

    /// Puts `last` on the line where it fits, on one of its own otherwise.
    private static func fold(_ first: String, _ last: String) -> String {
        let lastLine = first.utf8.split(separator: UInt8(ascii: "\n")).last.map(\.count) ?? 0
        return lastLine + 1 + last.utf8.count <= lineLength ? "\(first) \(last)" : "\(first)\r\n \(last)"
    }

    /// Each control character and line separator becomes a space: none has a place in a header.
    private static func singleLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.breaksHeader) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar.breaksHeader ? " " : scalar)
        }
        return String(scalars)
    }

    /// ASCII that every reader gives back unchanged: nothing that looks encoded, no spaces that unfolding would lose.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.allSatisfy(\.isPrintable), bytes.first != UInt8(ascii: " "), bytes.last != UInt8(ascii: " ") else {
            return false
        }
        return !zip(bytes, bytes.dropFirst()).contains { one, next in
            one == UInt8(ascii: "=") && next == UInt8(ascii: "?") || one == UInt8(ascii: " ") && next == one
        }
    }
}

extension Unicode.Scalar {
    /// The general category “control”, which Unicode has closed, and the separators of lines and paragraphs.
    fileprivate var breaksHeader: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }
}
