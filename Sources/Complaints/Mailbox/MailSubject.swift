/// The subject of a mail, read for what the procedure asks people to put there (procedure §3; R-02).
struct MailSubject {
    /// Without what mail programs put before it: « RE: », « TR : », « Fwd: », over and over.
    let bare: String
    /// How many of these were taken away.
    let repetitions: Int

    init(_ text: String) {
        var (rest, count) = (Substring(text.prefix(1000)), 0)
        while let next = Self.withoutPrefix(rest) {
            rest = next
            count += 1
        }
        bare = String(rest).trimmed
        repetitions = count
    }

    /// Whether it says « RECLAMATION »: in any case, with or without accents, in the singular or not, alone or among other
    /// words, with blanks between its letters or a letter doubled.
    var isComplaint: Bool {
        let words = FoldedText.words(bare)
        if words.contains(where: Self.isComplaint) { return true }
        // « R E C L A M A T I O N »: single letters in a row make one word.
        let letters = FoldedText.fold(bare).split { !$0.isLetter }
        return Self.isComplaint(letters.filter { $0.count == 1 }.joined())
    }

    /// Whether a mail program of somebody who is away seems to have written it.
    var isAbsence: Bool {
        let folded = FoldedText.fold(bare)
        // Notes writes « AUTO: Zoé Caron est absente ».
        if folded.hasPrefix("auto: "), folded.contains(" est absent") { return true }
        return folded.contains("out of the office") || Self.absences.contains { folded.hasPrefix($0) }
    }

    /// Whether a mail system seems to have written it of a mail that did not arrive, whoever its sender claims to be.
    var isDeliveryNotice: Bool {
        let folded = FoldedText.fold(bare)
        return Self.notices.contains { folded.contains($0) } || FoldedText.words(bare).starts(with: ["non", "remis"])
    }

    /// A number or a reference of ours that stands in it; nil where there is none.
    var identifier: String? {
        let words = bare.uppercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        return words.first { RegisterNumber($0) != nil || ReceptionReference($0) != nil }
    }

    private static func isComplaint(_ word: String) -> Bool {
        ["reclamation", "reclamations", "reclammation", "reclammations", "reclamtion", "recalamation", "reclamaton"]
            .contains(word)
    }

    /// What stands behind one « RE: »; nil where there is none.
    private static func withoutPrefix(_ text: Substring) -> Substring? {
        let text = text.drop { $0.isWhitespace }
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else { return nil }
        let word = FoldedText.fold(String(text[..<colon]).trimmed)
        // « Re[2] » counts repetitions.
        let plain = String(word.prefix { $0 != "[" && $0 != "(" }).trimmed
        return prefixes.contains(plain) ? text[text.index(after: colon)...] : nil
    }

    /// Of answers, and of what was sent on.
    private static let prefixes: Set<String> = [
        "re", "ref", "rep", "aw", "r", "tr", "trans", "fw", "fwd", "wg", "rv", "i",
    ]

    /// How subjects begin that mail programs write for whoever is away, and that nobody gives a complaint: « Absence du
    /// formateur » is none of them.
    private static let absences = [
        "repondeur", "[repondeur", "absence du bureau", "absent du bureau", "absente du bureau", "reponse automatique",
        "message automatique",
        "reponse d'absence", "reponse d’absence", "message d'absence", "message d’absence", "notification d'absence",
        "notification d’absence", "out of office", "automatic reply", "autoreply", "auto-reply", "auto reply",
        "automatische antwort", "abwesenheitsnotiz", "fuera de oficina", "respuesta automatica", "risposta automatica",
    ]

    private static let notices = [
        "undeliver", "mail delivery", "delivery failure", "delivery failed", "delivery has failed", "delivery problem",
        "delivery status notification", "delivery delayed", "non-delivery", "failure notice", "returned mail",
        "returned to sender",
        "could not be delivered", "echec de la remise", "echec de remise", "remise differee",
    ]
}
