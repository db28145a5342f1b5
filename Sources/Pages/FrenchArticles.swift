/// Prepositions before words that begin with an article, as the French contract them.
enum FrenchArticles {
    /// « à » before a function as somebody typed it, for the middle of a sentence: « au président du conseil », « aux élus »,
    /// « à la présidente et au trésorier », « à l’équipe ». What begins with no article stays as it is: « à Mme Durand ».
    static func to(_ function: String) -> String {
        var (words, isFirst) = ([String](), true)
        for word in function.split(separator: " ").map(String.init) {
            let isHead = isFirst || ["et", "ou"].contains(words.last)
            words.append(isHead ? contracted(word, isFirst: isFirst) : word)
            isFirst = false
        }
        return words.joined(separator: " ")
    }

    /// « de » before somebody's name: « de Marie », « d’Adèle ».
    static func of(_ name: String) -> String {
        let isVowel = name.first.map { "aàâäeéèêëiîïoôöuùûüœæ".contains($0.lowercased()) } ?? false
        return isVowel ? "d’\(name)" : "de \(name)"
    }

    /// « à » and one word; of those that follow « et » or « ou », only an article takes it again.
    private static func contracted(_ word: String, isFirst: Bool) -> String {
        switch word.lowercased() {
        case "le": return "au"
        case "les": return "aux"
        case let article where ["la", "un", "une", "des"].contains(article): return "à \(article)"
        case let elided where elided.hasPrefix("l’") || elided.hasPrefix("l'"): return "à l\(word.dropFirst())"
        default: return isFirst ? "à \(word)" : word
        }
    }
}
