/// The lines by which mail programs announce an earlier message.
enum Separator {
    /// What a block of « De : … Envoyé : … À : … Objet : … » is made of.
    enum Field {
        case from
        case sent
        case to
        case subject
    }

    /// The field that a line is; nil where it is none.
    static func field(_ line: String) -> Field? {
        guard let end = line.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        // Programs that make text of HTML leave the signs of bold letters.
        return fields[line[..<end].filter { $0 != "*" }.trimmedOfBlanks.lowercased()]
    }

    private static let fields: [String: Field] = [
        "de": .from, "from": .from, "von": .from, "expéditeur": .from, "envoyé": .sent, "envoyé le": .sent,
        "date": .sent, "sent": .sent, "gesendet": .sent, "à": .to, "a": .to, "to": .to, "pour": .to,
        "destinataire": .to, "an": .to, "objet": .subject, "subject": .subject, "sujet": .subject,
        "betreff": .subject,
    ]

    /// « Le 12 mars 2026 à 10:22, Jean a écrit : », perhaps broken into lines.
    static func isAttribution(_ lines: [String]) -> Bool {
        guard let last = lines.last?.trimmedOfBlanks, last.utf8.last == UInt8(ascii: ":") else { return false }
        guard lines.reduce(0, { $0 + $1.utf8.count }) <= 600 else { return false }
        let whole = lines.joined(separator: " ").trimmedOfBlanks.lowercased()
        let words = String(whole.dropLast()).trimmedOfBlanks
        guard verbs.contains(where: { words.hasSuffix(" \($0)") }) else {
            // « On 12 March 2026, Jean wrote to us: »
            return whole.begins(with: starts) && verbs.contains { words.holds(" \($0) ") }
                && words.contains(where: \.isNumber)
        }
        return whole.begins(with: starts) || whole.first?.isNumber == true || whole.holds("@") || lines.count == 1
    }

    /// Whether a line may be the first of such an announcement: it has the day.
    static func opensAttribution(_ line: String) -> Bool {
        let text = line.trimmedOfBlanks.lowercased()
        return (text.begins(with: starts) || text.first?.isNumber == true) && text.contains(where: \.isNumber)
    }

    private static let starts = ["le ", "on ", "am ", "el ", "il "]
    private static let verbs = ["a écrit", "à écrit", "a ecrit", "wrote", "schrieb", "escribió", "ha scritto"]

    /// The words between strokes, whatever their number, in lower case.
    private static func announced(_ line: String) -> String? {
        guard line.utf8.count <= 120, line.begins(with: ["--", "__", "=="]) else { return nil }
        let strokes: Set<Character> = ["-", "_", "=", " ", "\u{A0}", ">", "*"]
        let words = line.drop { strokes.contains($0) }
        let end = words.lastIndex { !strokes.contains($0) }
        return end.map { String(words[...$0]).lowercased().replacing("\u{2019}", with: "'") }
    }

    static func announcesForward(_ line: String) -> Bool {
        if let words = announced(line) {
            return words.begins(with: [
                "forwarded message", "message transféré", "message transmis", "message réexpédié", "forwarded by",
            ])
        }
        guard line.utf8.last == UInt8(ascii: ":"), line.utf8.count <= 60 else { return false }
        return line.lowercased().begins(with: [
            "début du message transféré", "debut du message transfere", "begin forwarded message",
            "début du message réexpédié",
        ])
    }

    static func announcesOriginal(_ line: String) -> Bool {
        announced(line)?.begins(with: [
            "message d'origine", "message original", "mail original", "original message", "message initial",
            "courriel original", "message de ", "original appointment", "rendez-vous d'origine", "reply message",
            "message précédent", "ursprüngliche nachricht",
        ]) == true
    }

    /// A stroke through the page, as Outlook's on the web.
    static func isRule(_ line: String) -> Bool {
        guard line.utf8.count >= 10, let first = line.utf8.first, "_-".utf8.contains(first) else { return false }
        return line.utf8.allSatisfy { $0 == first }
    }

    /// « Envoyé de mon iPhone » and its like: nobody wrote it.
    static func isAdvertisement(_ line: String) -> Bool {
        guard line.utf8.count <= 160 else { return false }
        return line.trimmedOfBlanks.lowercased().begins(with: [
            "envoyé de mon ", "envoyé depuis ", "envoyé à partir de ", "sent from ", "télécharger outlook",
            "obtenez outlook", "obtenir outlook", "get outlook", "provenance : courrier", "envoyé avec ",
            "envoyé par ", "sans virus", "garanti sans virus",
        ])
    }
}
