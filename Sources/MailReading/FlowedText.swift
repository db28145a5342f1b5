/// Lines that a program broke and says where (RFC 3676), put together again.
struct FlowedText {
    /// Whether the blank at a line's end was put there too.
    let deletesSpace: Bool

    func joined(_ text: String) -> String {
        var lines: [String] = []
        /// The line that goes on, and how often it is quoted.
        var open: (text: String, depth: Int)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == ">" }.count
            var content = line.dropFirst(depth)
            if content.first == " " { content = content.dropFirst() }
            let isSignature = content == "-- "
            if let begun = open, begun.depth != depth || isSignature {
                lines.append(Self.quoted(begun.text, begun.depth))
                open = nil
            }
            let isFlowed = content.last == " " && !isSignature
            let kept = isFlowed && deletesSpace ? content.dropLast() : content
            let whole = (open?.text ?? "") + kept
            if isFlowed {
                open = (whole, depth)
            } else {
                lines.append(Self.quoted(whole, depth))
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
