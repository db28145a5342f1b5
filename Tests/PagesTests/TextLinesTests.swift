import Testing

@testable import Pages

@Suite struct `The lines of a text` {
    @Test func `are parted by every line end, and by nothing else`() {
        #expect("une ligne — d’été\u{A0}: « oui »".allLines == ["une ligne — d’été\u{A0}: « oui »"])
        #expect("a\nb\rc\r\nd\u{0B}e\u{0C}f".allLines == ["a", "b", "c", "d", "e", "f"])
        #expect("à\u{85}é\u{2028}î\u{2029}ô".allLines == ["à", "é", "î", "ô"])
        #expect("\n\r\r\n\n".allLines == ["", "", "", "", ""])
        #expect("fin\r".allLines == ["fin", ""])
        #expect("".allLines == [""])
    }
}
