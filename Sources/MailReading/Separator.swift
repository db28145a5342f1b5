/// The lines by which mail programs announce an earlier message.
enum Separator {
    /// What a block of « De : … Envoyé : … À : … Objet : … » is made of.
    enum Field: CaseIterable {
        case from
        case sent
        case to
        case subject

        fileprivate var names: [String] {
            switch self {
            case .from: ["de", "from", "von", "expéditeur", "exp"]
            case .sent: ["envoyé", "date", "sent", "envoyé le", "gesendet"]
            case .to: ["à", "a", "to", "pour", "destinataire", "an"]
            case .subject: ["objet", "subject", "sujet", "betreff"]
            }
        }
    }

    static func isField(_ line: String, _ field: Field) -> Bool {
        // Programs that make text of HTML leave the signs of bold letters.
        let plain = line.drop { $0 == "*" || $0.isWhitespace }
        guard let colon = plain.prefix(20).firstIndex(of: ":") else { return false }
        let name = plain[..<colon].filter { $0 != "*" }.trimmedOfBlanks.lowercased()
        return field.names.contains(name)
    }

    /// « Le 12 mars 2026 à 10:22, Jean a écrit : », perhaps broken into lines.
    static func isAttribution(_ lines: [String]) -> Bool {
        let whole = lines.joined(separator: " ").trimmedOfBlanks.lowercased()
        guard whole.utf8.count <= 600, let last = whole.last, last == ":" else { return false }
        let start =
            ["le ", "on ", "am ", "el ", "> le ", "el ", "il ", "a ", "de :"].contains { whole.hasPrefix($0) }
            || whole.first?.isNumber == true
        let verb = ["a écrit", "à écrit", "wrote", "schrieb", "escribió", "ha scritto", "écrivait", "a ecrit"]
        if verb.contains(where: {
            whole.hasSuffix($0 + ":") || whole.hasSuffix($0 + " :") || whole.hasSuffix($0 + "\u{A0}:")
                || whole.hasSuffix($0 + "\u{202F}:")
        }) {
            return start || whole.contains("@") || lines.count == 1
        }
        return start && verb.contains { whole.contains(" \($0) ") } && whole.contains(where: \.isNumber)
    }

    /// Between strokes, whatever their number.
    private static func announced(_ line: String) -> String? {
        guard line.utf8.count <= 120, line.hasPrefix("--") || line.hasPrefix("__") || line.hasPrefix("==") else {
            return nil
        }
        let strokes: Set<Character> = ["-", "_", "=", " ", "\u{A0}", ">", "*"]
        let words = line.drop { strokes.contains($0) }
        let end = words.lastIndex { !strokes.contains($0) }
        return end.map { String(words[...$0]).lowercased().replacing("\u{2019}", with: "'") }
    }

    static func announcesForward(_ line: String) -> Bool {
        if let words = announced(line) {
            return ["forwarded message", "message transféré", "message transmis", "message réexpédié", "forwarded by"]
                .contains { words.hasPrefix($0) }
        }
        let words = line.lowercased()
        return [
            "début du message transféré", "debut du message transfere", "begin forwarded message",
            "début du message réexpédié",
        ].contains { words.hasPrefix($0) && words.hasSuffix(":") }
    }

    static func announcesOriginal(_ line: String) -> Bool {
        guard let words = announced(line) else { return false }
        return [
            "message d'origine", "message original", "mail original", "original message", "message initial",
            "courriel original", "message de ", "original appointment", "rendez-vous d'origine", "reply message",
            "message précédent", "ursprüngliche nachricht",
        ].contains { words.hasPrefix($0) }
    }

    /// A stroke through the page, as Outlook's on the web.
    static func isRule(_ line: String) -> Bool {
        line.utf8.count >= 10 && (line.allSatisfy { $0 == "_" } || line.allSatisfy { $0 == "-" })
    }

    /// « Envoyé de mon iPhone » and its like: nobody wrote it.
    static func isAdvertisement(_ line: String) -> Bool {
        let words = line.trimmedOfBlanks.lowercased()
        return words.utf8.count <= 160
            && [
                "envoyé de mon ", "envoyé depuis ", "envoyé à partir de ", "sent from my ", "sent from ",
                "télécharger outlook",
                "obtenez outlook", "obtenir outlook", "get outlook", "provenance : courrier", "envoyé avec ",
                "envoyé par ", "sans virus", "garanti sans virus",
            ].contains { words.hasPrefix($0) }
    }
}
