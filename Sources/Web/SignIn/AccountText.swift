import Mail

/// What may stand in an account, typed in a command or on a page.
public enum AccountText {
    /// Whether it names a person: one line of words, 200 characters at most.
    public static func isName(_ text: String) -> Bool {
        // Nobody's name has more bytes; the length is looked at first (S-30).
        text.utf8.count <= 4_000 && !text.allSatisfy(\.isWhitespace) && text.count <= 200
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Whether it is the address of a mailbox.
    public static func isEmail(_ text: String) -> Bool { EmailAddress(text) != nil }
}
