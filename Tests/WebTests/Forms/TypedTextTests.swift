import Testing

@testable import Web

@Suite struct `What somebody typed` {
    // Shows: S-25
    @Test(arguments: [
        "Zoé Lefèvre", "Zoe\u{301} Lefe\u{300}vre", "Nguyễn Văn Ðức", "محمد", "\u{202E}cod.exe", "👩‍👩‍👧", "𝒜𝓁𝒾", "a\tb",
        "\u{FEFF}x", "ﬁn", "İstanbul", "\u{FFFD}", "O’Neil",
    ]) func `is kept byte for byte`(text: String) {
        #expect(Array(TypedText.field(Array(text.utf8)).utf8) == Array(text.utf8))
    }

    // Shows: S-25
    @Test func `has its line ends as LF and no NUL`() {
        let text = TypedText.field(Array("un\r\ndeux\u{0}\r\n\r\ntrois\rquatre\n".utf8))
        #expect(Array(text.utf8) == Array("un\ndeux\n\ntrois\rquatre\n".utf8))
    }

    // Shows: S-25
    @Test func `in windows-1252 keeps every letter, quote and euro`() {
        #expect(TypedText.field([0x43, 0x9C, 0x75, 0x72, 0x20, 0x80, 0x20, 0x91, 0xE9, 0x92]) == "Cœur € ‘é’")
        let every = TypedText.decode([UInt8](0x80...0xFF))
        #expect(every.unicodeScalars.count == 128)
        #expect(Set(every.unicodeScalars).count == 128)
    }

    @Test func `is never cut within a letter`() {
        let bytes = Array("aé€𝒜".utf8)
        let kept = (0...bytes.count).map { count in
            var cut = Array(bytes.prefix(count))
            TypedText.trimPartialCharacter(&cut)
            return String(decoding: cut, as: UTF8.self)
        }
        #expect(kept == ["", "a", "a", "aé", "aé", "aé", "aé€", "aé€", "aé€", "aé€", "aé€𝒜"])
    }
}
