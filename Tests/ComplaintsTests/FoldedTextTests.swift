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
}
