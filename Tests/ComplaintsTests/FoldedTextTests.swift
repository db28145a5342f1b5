import Complaints
import Testing

@Suite struct `Folded text` {
    // Shows: S-25
    @Test(arguments: [
        ("Élève NOËL", "eleve noel"), ("Cœur d’Àrçy", "coeur d’arcy"), ("e\u{301}te\u{301}", "ete"), ("ŁÓDŹ", "lodz"),
        ("Ÿ ß Œ Æ Ñ", "y ss oe ae n"), ("plain", "plain"),
    ])
    func `has neither case nor accents, whatever the form`(text: String, folded: String) {
        #expect(FoldedText.fold(text) == folded)
    }

    @Test func `splits into distinct words`() {
        #expect(FoldedText.words("L’été, l'ÉTÉ : 1 200 € — été") == ["l", "ete", "1", "200"])
        #expect(FoldedText.words("a b c", limit: 2) == ["a", "b"])
    }

    @Test func `keeps words of every script whole, and ends them at what is no letter`() {
        #expect(FoldedText.words("日本語 кот—Кот 𝔸𝔹x🎭y") == ["日本語", "кот", "𝔸𝔹x", "y"])
        #expect(FoldedText.words("No\u{308}el nOËL e\u{301}") == ["noel", "e"])
        #expect(FoldedText.words("\u{2014}\u{A0}«\u{202F}»") == [])
        #expect(FoldedText.words("fin é") == ["fin", "e"])
        #expect(FoldedText.words("un deux", limit: 1) == ["un"])
        #expect(FoldedText.words(String(repeating: "a", count: 200)).map(\.utf8.count) == [64])
    }
}
