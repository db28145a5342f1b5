import Mail
import Testing

@Suite struct `A letter read by another program` {
    // Shows: R-40, S-25
    @Test func `gives back its subject, its names and both bodies`() async throws {
        try await expectReadBack(Samples.words.map { ($0, $0, "Bonjour \($0)\n", "<p>\($0)</p>\n") })
    }

    @Test func `shows the name of its reader`() async throws {
        let names = ["Noé D’Àrçy-🎭 <b>", "Ada \"Countess\" Lovelace", "Dupont, Jean (père)", "日本太郎"]
        let readings = try await PythonReading.read(names.map { try Samples.message(name: $0) })
        #expect(readings.map(\.shownName) == names)
    }

    // Shows: R-40
    @Test func `gives back awkward bodies`() async throws {
        try await expectReadBack(Samples.bodies.map { ("Nom", "Objet", $0, $0) })
    }

    // Shows: R-40, S-25
    @Test func `gives back 500 texts made by chance`() async throws {
        var chance = Chance(state: 20_261_123)
        let written = (0..<500).map { _ in
            (Samples.text(&chance), Samples.text(&chance), Samples.text(&chance), Samples.text(&chance))
        }
        try await expectReadBack(written)
    }

    private func expectReadBack(_ written: [(name: String, subject: String, text: String, html: String)]) async throws {
        let messages = try written.map { words in
            try Samples.message(name: words.name, subject: words.subject, text: words.text, html: words.html)
        }
        let readings = try await PythonReading.read(messages)
        #expect(readings.count == written.count)
        for (reading, words) in zip(readings, written) {
            let name = words.name.allSatisfy(\.isWhitespace) ? "" : words.name
            // Scalars, because Swift holds é and e + accent to be equal, and they must come back as they were written.
            #expect(Array(reading.subject.unicodeScalars) == Array(words.subject.unicodeScalars))
            #expect(Array(reading.fromName.unicodeScalars) == Array(name.unicodeScalars))
            #expect(Array(reading.toName.unicodeScalars) == Array(name.unicodeScalars))
            #expect(Array(reading.text.unicodeScalars) == Array(onTheWire(words.text).unicodeScalars))
            #expect(Array(reading.html.unicodeScalars) == Array(onTheWire(words.html).unicodeScalars))
            #expect(reading.toAddress == "noe@example.org")
            #expect(reading.language == "fr")
            #expect(reading.types == ["multipart/alternative", "text/plain", "text/html"])
            #expect(reading.defects == 0)
        }
    }

    /// Lines end by CRLF on the way.
    private func onTheWire(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}
