/// « [à compléter : numéro] »: what a template leaves where the case has no value, for somebody to complete. These words
/// are data as those of the log are: they are written here and found here, whoever typed them.
public enum TemplateHole {
    private static let opening = "[à compléter"

    /// What stands in place of a field without a value.
    static func text(_ field: String) -> String { "\(opening)\u{A0}: \(field)]" }

    /// Whether something of a text is still to be completed.
    public static func isIn(_ text: String) -> Bool {
        guard text.contains("[") else { return false }
        let folded = FoldedText.fold(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return folded.contains(FoldedText.fold(opening)) || folded.contains("[ \(FoldedText.fold(opening).dropFirst())")
    }
}

/// What is wrong with texts that would reach a letter while something in them is to be completed.
func unfinished(in texts: [String]) -> Refusal? { texts.contains(where: TemplateHole.isIn) ? .leftToComplete : nil }
