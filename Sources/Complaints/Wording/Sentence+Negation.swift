/// Whether what a sentence says is denied: « n’est pas », « rien ne », « sans », « ni ».
extension Sentence {
    /// Whether the verb at a place is denied: « ne devez pas », « rien ne vous oblige », not « ne devez que ».
    func deniesVerb(at place: Int) -> Bool {
        guard let no = words(place - 3..<place).lastIndex(of: "ne") else { return false }
        return has(Self.denials, in: place + 1..<place + 4) || hasEmptySubject(before: no)
    }

    /// Whether the noun, adjective, participle or adverb at a place is denied: « n’êtes en rien tenu », « sans
    /// obligation », « ni obligatoire ». A denial in another part of the sentence is not its own.
    func deniesWord(at place: Int) -> Bool {
        var isDenied = has(Self.denials, in: place + 1..<place + 3)
        for index in stride(from: place - 1, through: max(0, place - 8), by: -1) {
            let (word, distance) = (words[index], place - index)
            if word == "ne" { return isDenied || hasEmptySubject(before: index) || isUnable(at: index + 1) }
            if Self.breaks.contains(word) { return word == "que" && words(index - 1..<index).contains("sans") }
            guard Self.denials.contains(word) || Self.bareDenials.contains(word), !isEmphasis(at: index) else {
                continue
            }
            isDenied = true
            let reach =
                Self.bareDenials.contains(word) ? 4 : ["pas", "aucun", "aucune", "nullement"].contains(word) ? 2 : 0
            if distance <= reach { return true }
        }
        return false
    }

    /// « rien », « nul », « aucun texte » before « ne ».
    private func hasEmptySubject(before place: Int) -> Bool {
        let subject = words(place - 4..<place)
        let start = subject.lastIndex(of: ",").map { $0 + 1 } ?? subject.startIndex
        return subject[start...].contains(where: ["rien", "nul", "nulle", "personne", "aucun", "aucune"].contains)
    }

    /// « ne saurait », « ne peut », unless « que » follows.
    private func isUnable(at place: Int) -> Bool {
        let verb = words(place..<place + 2)
        return verb.contains { $0.hasPrefix("saur") || Self.abilities.contains($0) }
            && !has(["que"], in: place..<place + 4)
    }

    /// « pas seulement », « sans aucun doute »: they deny nothing.
    private func isEmphasis(at place: Int) -> Bool {
        has(["seulement", "uniquement", "doute"], in: place + 1..<place + 3)
    }

    static let abilities: Set<String> = [
        "peut", "peuvent", "pouvez", "pourra", "pourrez", "pourront", "peux", "pourrait",
    ]

    private static let denials: Set<String> = [
        "pas", "plus", "jamais", "point", "nullement", "aucunement", "rien", "aucun", "aucune", "guere",
    ]

    private static let bareDenials: Set<String> = ["sans", "ni", "non"]

    /// Where another thought begins.
    private static let breaks: Set<String> = [
        ",", "que", "qui", "mais", "et", "car", "donc", "puis", "or", "si", "vous", "il", "elle", "on", "nous", "ils",
        "elles", "je",
    ]
}
