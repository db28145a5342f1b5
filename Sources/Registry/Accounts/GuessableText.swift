/// A password taken to pieces: the cheapest way to put it together from what is tried first.
struct GuessableText {
    private let text: [Character]
    /// The same, with the digits and signs that stand for letters read as those letters: `p@55` as `pass`.
    private let plain: [Character]
    private let words: Set<[Character]>
    private let free: Set<[Character]>
    private let longest: Int

    /// - Parameters:
    ///   - text: folded.
    ///   - words: worth two characters each.
    ///   - free: words that are worth nothing.
    init(_ text: [Character], words: Set<[Character]>, free: Set<[Character]> = []) {
        self.text = text
        plain = text.map { Self.letters[$0] ?? $0 }
        self.words = words
        self.free = free
        longest = words.union(free).map(\.count).max() ?? 0
    }

    /// How many characters it is worth: one for each that nothing explains, less for whatever is tried first.
    var worth: Int {
        var cheapest = Array(repeating: Int.max, count: text.count + 1)
        cheapest[0] = 0
        for place in text.indices {
            for (length, cost) in pieces(at: place) {
                cheapest[place + length] = min(cheapest[place + length], cheapest[place] + cost)
            }
        }
        return cheapest[text.count]
    }

    /// What may begin at a place: how long it is, and what it is worth.
    private func pieces(at place: Int) -> [(length: Int, cost: Int)] {
        var pieces = [(length: 1, cost: " -_.".contains(text[place]) ? 0 : 1)]
        for length in 3...max(3, longest) where place + length <= text.count {
            let range = place..<place + length
            let spellings = [Array(text[range]), Array(plain[range])]
            if spellings.contains(where: free.contains) { pieces.append((length, 0)) }
            if spellings.contains(where: words.contains) { pieces.append((length, 2)) }
        }
        for length in [repetition(at: place), sequence(at: place), keys(at: place)] where length >= 3 {
            pieces.append((length, 1))
        }
        if isYear(at: place) { pieces.append((4, 1)) }
        let digits = text[place...].prefix(while: \.isNumber).count
        if digits >= 4 { pieces.append((digits, 3)) }
        return pieces
    }

    /// How often the same character follows: `aaaa`.
    private func repetition(at place: Int) -> Int { text[place...].prefix { $0 == text[place] }.count }

    /// How far characters follow one another in the alphabet or in numbers, up or down: `abcd`, `4321`.
    private func sequence(at place: Int) -> Int {
        [1, -1].map { step in
            var length = 1
            while place + length < text.count, let last = text[place + length - 1].asciiValue,
                let next = text[place + length].asciiValue, Int(next) - Int(last) == step
            { length += 1 }
            return length
        }.max() ?? 1
    }

    /// How far fingers walk along a keyboard: `azerty`, `wxcvbn`.
    private func keys(at place: Int) -> Int {
        Self.walks.map { walk in
            walk.indices.filter { walk[$0] == text[place] }.map { start in
                zip(walk[start...], text[place...]).prefix { $0 == $1 }.count
            }.max() ?? 0
        }.max() ?? 0
    }

    private func isYear(at place: Int) -> Bool {
        let year = String(text[place...].prefix(4))
        return year.count == 4 && (year.hasPrefix("19") || year.hasPrefix("20")) && year.allSatisfy(\.isNumber)
    }

    private static let letters: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "€": "e",
    ]

    /// Rows, columns and zigzags of French and English keyboards, both ways.
    private static let walks: [[Character]] = [
        "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "&e\"'(-e_ca)=",
        "aqwzsxedcrfvtgbyhnujikolpm", "qazwsxedcrfvtgbyhnujmikolp", "1a2z3e4r5t6y7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p",
        "1aq2zs3ed4rf5tg6yh7uj8ik9ol0pm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "aze123", "741852963", "147258369",
    ].flatMap { [Array($0), $0.reversed()] }
}
