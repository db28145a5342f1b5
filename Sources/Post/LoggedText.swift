internal import Mail

/// Words of a relay, or of libcurl about it, made fit for a log: one line, not long, and naming nobody (S-26).
enum LoggedText {
    /// Takes out every address, and every word that holds the part of the reader's address that names a person.
    static func clean(_ text: String, hiding envelope: Envelope) -> String {
        let name = envelope.recipient.localPart.lowercased()
        return text.unicodeScalars.prefix(4_000)
            .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
            .map { names(String($0), name) ? hidden(String($0)) : String($0) }
            .joined(separator: " ")
            .prefix(500)
            .description
    }

    private static func names(_ word: String, _ name: String) -> Bool {
        // A name of one or two letters would take half the reply with it: there, the word must be the name.
        let isNamed = name.count < 3 ? bare(word) == name : word.lowercased().contains(name)
        return word.contains("@") || isNamed
    }

    private static func bare(_ word: String) -> String {
        word.lowercased().trimmed { !$0.isLetter && !$0.isNumber }
    }

    /// Keeps a colon or a comma after the address: it belongs to the sentence.
    private static func hidden(_ word: String) -> String {
        "<address>" + (word.last.map { ":,;.".contains($0) ? String($0) : "" } ?? "")
    }
}

extension String {
    fileprivate func trimmed(_ isEdge: (Character) -> Bool) -> String {
        let start = drop(while: isEdge)
        return String(start.reversed().drop(while: isEdge).reversed())
    }
}
