/// Lines that a program broke and says where (RFC 3676), put together again.
struct FlowedText {
    /// Whether the blank at a line's end was put there too.
    let deletesSpace: Bool

    func joined(_ text: String) -> String {
        var lines: [String] = []
        /// The line that goes on, and how often it is quoted.
        var open: (text: String, depth: Int)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.utf8.prefix { $0 == UInt8(ascii: ">") }.count
            var content = Substring(line.utf8.dropFirst(depth))
            if content.utf8.first == .space { content = content.dropFirst() }
            let isSignature = content == "-- "
            if let begun = open, begun.depth != depth || isSignature {
                lines.append(Self.quoted(begun.text, begun.depth))
                open = nil
            }
            let isFlowed = content.utf8.last == .space && !isSignature
            let kept = isFlowed && deletesSpace ? content.dropLast() : content
            if open == nil { open = ("", depth) }
            open?.text += kept
            if !isFlowed, let whole = open {
                lines.append(Self.quoted(whole.text, depth))
                open = nil
            }
        }
        if let begun = open { lines.append(Self.quoted(begun.text, begun.depth)) }
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ text: String, _ depth: Int) -> String {
        depth == 0 ? text : String(repeating: ">", count: depth) + (text.isEmpty ? "" : " ") + text
    }
}
