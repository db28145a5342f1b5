/// One piece of a letter. A letter is written once, as blocks; plain text and HTML are two readings of them.
enum LetterBlock: Sendable, Hashable {
    case heading(String)
    /// A paragraph; its line ends are kept.
    case paragraph(String)
    /// A paragraph in English, in a letter that is French.
    case english(String)
    case list([String])
    case facts([LetterFact])
}

/// A line « Nom : valeur ».
struct LetterFact: Sendable, Hashable {
    let name: String
    let value: String

    /// Where the value leads, if it is a web address.
    var link: String? { value.webLink }
}

extension String {
    /// Itself where it is an address of the web that may stand in a link; nil for anything else, such as a script.
    var webLink: String? {
        (hasPrefix("https://") || hasPrefix("http://")) && !contains(where: \.isWhitespace) ? self : nil
    }
}

/// What somebody typed, where its last lines are a list: each begins with a dash and a space.
struct TypedList: Sendable, Hashable {
    /// The lines before it.
    let lines: [String]
    /// Its items, without their dashes; empty where there is no list.
    let items: [String]

    private static let mark = "- "

    init(_ typed: [String]) {
        let first = typed.firstIndex { $0.hasPrefix(Self.mark) } ?? typed.endIndex
        let isList = typed[first...].allSatisfy { $0.hasPrefix(Self.mark) }
        lines = isList ? Array(typed[..<first]) : typed
        items = isList ? typed[first...].map { String($0.dropFirst(Self.mark.count)) } : []
    }
}
