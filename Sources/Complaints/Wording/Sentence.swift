/// A sentence as words, folded, to be read for what it orders. Commas, colons and brackets stay, as `,`; an elision
/// stands for its whole word: `n'` is `ne`.
struct Sentence {
    let words: [String]

    /// Its words with a space between them.
    var text: String { words.joined(separator: " ") }

    /// The sentences of a folded text. A line's end is a blank, an empty line ends a sentence, and so does its length:
    /// reading one takes the square of its words.
    static func all(in folded: String) -> [Sentence] {
        var (sentences, words, word) = ([Sentence](), [String](), "")
        var lineEnds = 0
        func endWord(elided: Bool = false) {
            if !word.isEmpty { words.append(elided ? elisions[word] ?? word : word) }
            word = ""
        }
        func endSentence() {
            endWord()
            if !words.isEmpty { sentences.append(Sentence(words: words)) }
            words = []
        }
        for character in folded {
            lineEnds = character.isNewline ? lineEnds + 1 : character.isWhitespace ? lineEnds : 0
            switch character {
            case "'", "’", "‘", "ʼ", "′", "`": endWord(elided: true)
            case ",", ":", "(", ")", "–", "—":
                endWord()
                words.append(",")
            // « M. le médiateur » goes on.
            case "." where word.count == 1: endWord()
            case ".", "!", "?", ";", "…": endSentence()
            default:
                if character.isLetter || character.isNumber { word.append(character) } else { endWord() }
                if lineEnds > 1 || words.count == mostWords { endSentence() }
            }
        }
        endSentence()
        return sentences
    }

    private static let mostWords = 120

    private static let elisions = ["n": "ne", "d": "de", "qu": "que", "l": "le", "s": "se", "lorsqu": "lorsque"]

    /// The words of a range, cut to what there is.
    func words(_ range: Range<Int>) -> ArraySlice<String> { words[range.clamped(to: words.indices)] }

    /// Whether a word of these stands in a range.
    func has(_ wanted: Set<String>, in range: Range<Int>) -> Bool { words(range).contains(where: wanted.contains) }

    /// Where the first mediator or mediation of a range stands, before any word that begins another thought.
    func mediation(in range: Range<Int>, before stops: Set<String> = []) -> Int? {
        let part = words(range)
        let end = part.firstIndex(where: stops.contains) ?? part.endIndex
        return part[..<end].firstIndex { $0.hasPrefix("mediat") }
    }
}
