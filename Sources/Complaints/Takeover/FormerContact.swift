/// An e-mail address and a telephone number that stand in one cell, in whichever order: « jean@x.fr / 06 12 34 56 78 ».
struct FormerContact {
    /// Empty where there is none.
    private(set) var email = ""
    /// Empty where there is none.
    private(set) var telephone = ""
    /// Whether the cell says more than that: a second address, a name.
    private(set) var hasMore = false

    /// What only says that an address follows, or a number.
    private static let addressLabels: Set = ["mail", "e", "email", "courriel", "adresse"]
    private static let numberLabels: Set = [
        "tel", "telephone", "port", "portable", "mobile", "gsm", "fixe", "ou", "et",
    ]
    /// How many digits a telephone number has at least.
    static let fewestDigits = 6

    init(_ text: String) {
        var numbers: [String] = []
        for piece in Self.pieces(text) {
            let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
            for word in words where word.contains("@") { take(address: word) }
            let rest = Self.bare(words.filter { !$0.contains("@") })
            if rest.joined().count(where: \.isNumber) >= Self.fewestDigits {
                numbers.append(Self.number(in: rest))
                hasMore = hasMore || rest.contains(where: Self.isName)
            } else if !rest.isEmpty {
                hasMore = true
            }
        }
        telephone = numbers.joined(separator: " / ")
    }

    /// The text at its signs; a stroke between two digits is a number's own.
    private static func pieces(_ text: String) -> [String] {
        var (pieces, piece) = ([String](), "")
        let signs = Array(text)
        for (index, sign) in signs.enumerated() {
            let isWithin =
                sign == "/" && index > 0 && index + 1 < signs.count && signs[index - 1].isNumber
                && signs[index + 1].isNumber
            if ";,|/\n".contains(sign), !isWithin {
                pieces.append(piece)
                piece = ""
            } else {
                piece.append(sign)
            }
        }
        return pieces + [piece]
    }

    private mutating func take(address word: String) {
        let last = (word.split(separator: ":").last ?? word[...]).filter { !"<>()[]".contains($0) }
        let address = last.hasSuffix(".") ? String(last.dropLast()) : last
        if email.isEmpty { email = address } else { hasMore = true }
    }

    /// Words without the labels before them, and without the signs at either end.
    private static func bare(_ words: [String]) -> [String] {
        let others = words.filter { word in
            let found = FoldedText.words(word)
            return found.isEmpty || !found.allSatisfy { addressLabels.contains($0) }
        }
        var said = others.drop { word in
            let found = FoldedText.words(word)
            return found.isEmpty
                ? !word.contains { "+(".contains($0) } : found.allSatisfy { numberLabels.contains($0) }
        }
        while let last = said.last, !last.contains(where: { $0.isLetter || $0.isNumber }) { said.removeLast() }
        return Array(said)
    }

    /// The number among words, without the name that stands before it or behind it: « Mme Dupont 06 12 34 56 78 ».
    private static func number(in words: [String]) -> String {
        let begins = { (word: String) in
            word.contains(where: \.isNumber) || !word.contains(where: \.isLetter) && word.contains { "+(".contains($0) }
        }
        let ends = { (word: String) in word.contains(where: \.isNumber) || !isName(word) }
        guard let first = words.firstIndex(where: begins), let last = words.lastIndex(where: ends), first <= last else {
            return words.joined(separator: " ")
        }
        return words[first...last].joined(separator: " ")
    }

    /// Whether a word has letters that are no label of a number.
    private static func isName(_ word: String) -> Bool {
        FoldedText.words(word).contains { $0.contains(where: \.isLetter) && !numberLabels.contains($0) }
    }
}

extension String {
    /// Whether it is made as an e-mail address is.
    var isMadeAsEmail: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && utf8.allSatisfy { $0 > 32 }
    }
}
