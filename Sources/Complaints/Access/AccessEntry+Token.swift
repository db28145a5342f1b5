/// What a program did by a token of somebody's: the line is its owner's, and has the token's public name after whatever word it
/// has (S-62).
extension AccessEntry {
    /// What public names of tokens begin with, and so what leaked ones are found by.
    public static let tokenPrefix = "dol_"

    /// The words of a line. - Parameter token: the public name of the token that was shown; nil for somebody in person.
    public static func detail(_ word: String, by token: String?) -> String {
        [word, token ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The public name of the token by which it was done; nil where somebody did it in person.
    public var token: String? {
        guard kind != .accountChanged, let last = detail.split(separator: " ").last else { return nil }
        return last.hasPrefix(Self.tokenPrefix) ? String(last) : nil
    }

    /// The one word more, without the token's name.
    public var word: String {
        guard let token else { return detail }
        return String(detail.dropLast(token.count)).trimmed
    }
}
