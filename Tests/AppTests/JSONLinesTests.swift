import Complaints
import Foundation
import Logging
import Testing

@testable import App

@Suite struct `A line of the log` {
    // Shows: S-26
    @Test(arguments: [
        "plain", "a\nb\r\n{\"level\":\"error\"}", "\u{0}\u{1}\u{1F}\u{7F}", "\"\\/", "Noé 🎭 \u{2028}\u{202E}", "",
    ])
    func `is one object on one line, whatever is in it`(text: String) throws {
        var lines = JSONLines(label: "essai")
        lines[metadataKey: "kept"] = "\(text)"
        let event = LogEvent(
            level: .warning,
            message: "\(text)",
            metadata: [text: "\(text)", "status": "200"],
            source: nil,
            file: "",
            function: "",
            line: 0
        )
        let at = try #require(Instant("2026-11-23T09:52:01Z"))
        let bytes = lines.line(event, at)
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 })
        let read = try JSONDecoder().decode([String: String].self, from: Data(bytes))
        var expected = [
            "at": "2026-11-23T09:52:01Z", "label": "essai", "level": "warning", "message": text, "kept": text,
            "status": "200",
        ]
        expected[text] = text
        #expect(read == expected)
    }

    // Shows: S-26
    @Test func `is one object that says what it was told, for ten thousand hostile strings`() throws {
        let at = try #require(Instant("2026-11-23T09:52:01Z"))
        let lines = JSONLines(label: "essai")
        var hostile = HostileStrings()
        for _ in 0..<10_000 {
            let text = hostile.next()
            let event = LogEvent(
                level: .info,
                message: "\(text)",
                metadata: ["text": "\(text)"],
                source: nil,
                file: "",
                function: "",
                line: 0
            )
            let bytes = lines.line(event, at)
            try #require(bytes.last == UInt8(ascii: "\n") && bytes.dropLast().allSatisfy { $0 >= 0x20 })
            let read = try JSONDecoder().decode([String: String].self, from: Data(bytes))
            // By bytes: Swift calls composed and decomposed letters equal.
            try #require(read.values.filter { $0.utf8.elementsEqual(text.utf8) }.count == 2, "\(text.debugDescription)")
            try #require(read.count == 5, "\(text.debugDescription)")
        }
    }
}

/// Pieces that end lines, strings and objects, and any scalar there is, put together by the same chance each time.
private struct HostileStrings {
    private static let pieces = [
        "\n", "\r", "\r\n", "\"", "\\", "\\\"", "}", "}\n{", "\":\"", "\",\"level\":\"error", "\\u0022", "\\n", "\u{0}",
        "\u{1B}[2K",
        "\u{8}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{FEFF}", "\u{301}", "/", "</script>", "🎭",
        "é", "null",
    ]
    private var state: UInt64 = 2026

    mutating func next() -> String {
        var text = ""
        for _ in 0...below(12) {
            if below(3) > 0 {
                text += Self.pieces[below(Self.pieces.count)]
            } else if let scalar = Unicode.Scalar(UInt32(below(0x110000))) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// The high bits of a linear congruential generator (Knuth's constants).
    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
