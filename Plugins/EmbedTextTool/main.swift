import Foundation

// embed-text OUTPUT ROOT FILE…: one Swift file that holds every text as a raw string literal, keyed by its path below ROOT.

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first, let root = arguments.dropFirst().first else {
    fatalError("usage: embed-text OUTPUT ROOT FILE…")
}

/// A raw literal with more number signs than any run of them in the text.
func literal(_ text: String) -> String {
    let longest = text.split(whereSeparator: { $0 != "#" }).map(\.count).max() ?? 0
    let signs = String(repeating: "#", count: longest + 1)
    return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
}

var source = """
    /// The texts of this target's folders, by path.
    enum EmbeddedText {
        static let files: [String: String] = [

    """
for path in arguments.dropFirst(2) {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    source += "\(String(path.dropFirst(root.count + 1)).debugDescription): \(literal(text)),\n"
}
source += arguments.count > 2 ? "]\n}\n" : ":]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
