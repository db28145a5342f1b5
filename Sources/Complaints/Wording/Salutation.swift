/// Formule d’appel: the words that open a letter, such as « Bonjour Madame, ». Our letters have one of their own.
public enum Salutation {
    /// Whether a text opens with one: with « bonjour », or with a title that stands by itself, or that ends its line, with a
    /// name or without. « Monsieur Dupont nous a écrit » tells of somebody, and opens nothing.
    public static func opens(_ text: String) -> Bool {
        let line = FoldedText.fold(text).split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
        guard let line else { return false }
        let called = line.prefix { !",!".contains($0) }
        let words = called.split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" }.map(String.init)
        guard let first = words.first else { return false }
        if hellos.contains(first) { return true }
        guard titles.contains(first) else { return false }
        let rest = line.dropFirst(called.count)
        if words.allSatisfy({ titles.contains($0) || links.contains($0) }) { return !rest.isEmpty || endsBare(line) }
        return words.count <= mostWords && rest.dropFirst().allSatisfy(\.isWhitespace) && !rest.isEmpty
    }

    /// A line of titles alone that no full stop ends is one all the same.
    private static func endsBare(_ line: Substring) -> Bool { !line.contains(".") }

    private static let hellos: Set<String> = ["bonjour", "bonsoir"]

    private static let titles: Set<String> = [
        "madame", "mesdames", "mademoiselle", "monsieur", "messieurs", "cher", "chere", "chers", "cheres", "m", "mme",
    ]

    private static let links: Set<String> = ["et", "ou"]

    /// A title and a name: more words than that are a sentence.
    private static let mostWords = 5
}
