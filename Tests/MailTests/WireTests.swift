import Mail
import Testing

@Suite struct `The bytes of a letter` {
    @Test(arguments: Samples.words) func `keep their lines short and ended by CRLF`(words: String) throws {
        for body in Samples.bodies {
            try expectWellFormed(Samples.message(name: words, subject: words, text: body, html: body))
        }
    }

    // Shows: S-27
    @Test(arguments: [
        "\r\nBcc: victim@example.org", "\nBcc: victim@example.org", "\rBcc: victim@example.org",
        "\r\n\r\n<script>alert(1)</script>", "\u{85}Bcc: x@y.fr", "\u{2028}Bcc: x@y.fr", "\u{0B}Bcc: x@y.fr",
        "é\r\nBcc: victim@example.org", "\0\r\n.\r\nMAIL FROM:<x@y.fr>", "\" <x@y.fr>, \"",
    ])
    func `hold no header that its writer did not choose`(words: String) throws {
        let harmless = Samples.headers(try Samples.message(name: "Nom", subject: "Objet")).compactMap(field)
        let hostile = try Samples.message(name: "Nom\(words)", subject: "Objet\(words)")
        #expect(Samples.headers(hostile).compactMap(field) == harmless)
        #expect(Samples.headers(hostile).filter { $0.contains("noe@example.org") }.count == 1)
        // Not even in disguise: a reader that decodes them would be the one injected.
        let disguised = ["=0", "=1", "=7F", "=C2=85", "=E2=80=A8"]
        let headers = Samples.headers(hostile)
        #expect(!disguised.contains { spelling in headers.contains { $0.contains(spelling) } })
        try expectWellFormed(hostile)
    }

    @Test(arguments: Samples.words)
    func `cut encoded words between characters, at 75 bytes`(words: String) throws {
        for line in Samples.headers(try Samples.message(name: words, subject: words)) {
            for word in line.split(separator: " ") where word.hasPrefix("=?UTF-8?Q?") {
                #expect(word.utf8.count <= 75)
                #expect(word.hasSuffix("?="))
                let bytes = try #require(unspell(word.dropFirst(10).dropLast(2)))
                #expect(String(validating: bytes, as: UTF8.self) != nil)
            }
        }
    }

    /// Printable ASCII, CRLF and nothing else; 76 bytes a line, but for an address that cannot be cut.
    private func expectWellFormed(_ message: Message) throws {
        let bytes = message.bytes
        let lines = Samples.lines(message)
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || [0x09, 0x0A, 0x0D].contains($0) })
        #expect(bytes.count { $0 == 0x0A } == lines.count - 1)
        #expect(bytes.count { $0 == 0x0D } == lines.count - 1)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        // A blank at the end of a line may be lost on the way.
        #expect(!lines.contains { $0.hasSuffix(" ") || $0.hasSuffix("\t") })
    }

    private func field(_ line: String) -> Substring? {
        line.hasPrefix(" ") ? nil : line.prefix { $0 != ":" }
    }

    /// The bytes behind the payload of an encoded word; nil where it is cut inside one.
    private func unspell(_ payload: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = payload
        while let character = rest.popFirst() {
            guard character == "=" else {
                bytes.append(contentsOf: character == "_" ? [0x20] : Array(character.utf8))
                continue
            }
            guard let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
