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
}
