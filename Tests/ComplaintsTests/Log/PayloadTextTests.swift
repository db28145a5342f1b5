import FoundationEssentials
import TestSupport
import Testing

@testable import Complaints

@Suite struct `The text of a payload` {
    // Shows: S-67
    @Test func `is to the byte what Foundation writes, for every event of a story`() throws {
        for stage in `What may be done to a case file`.stages where stage != .archived && stage != .erased {
            var story = Story()
            try story.lead(to: stage)
            for entry in story.file.entries { #expect(try entry.payload() == foundation(entry)) }
        }
    }

    // Shows: S-25
    @Test func `holds every character, and each as Foundation writes it`() throws {
        let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
        let texts = [
            "", controls, "\u{7F}\u{80}\u{2028}\u{2029}", "\"\\/\u{8}", "Noé D’Àrçy-🎭 <b>", "e\u{301}", "\n", "a\nb\"",
        ]
        for text in texts { #expect(try PayloadText.bytes(of: [text]) == foundation([text])) }
        #expect(try PayloadText.bytes(of: texts) == foundation(texts))
    }

    @Test func `orders the keys, and knows lists, numbers, truth and nothing`() throws {
        let texts = ["b": "1", "a-b": "2", "ab": "3", "a_b": "4", "B": "5", "a": "6", "": "7"]
        #expect(try PayloadText.bytes(of: texts) == foundation(texts))
        let numbers = [0, -1, .max, .min]
        #expect(try PayloadText.bytes(of: numbers) == foundation(numbers))
        let narrow = ["a": [UInt8.max], "b": []]
        #expect(try PayloadText.bytes(of: narrow) == foundation(narrow))
        let nested = [[true, false], [], [nil]]
        #expect(try PayloadText.bytes(of: nested) == foundation(nested))
        #expect(try PayloadText.bytes(of: [String: Int]()) == Array("{}".utf8))
        #expect(try PayloadText.bytes(of: [Int]()) == Array("[]".utf8))
    }

    @Test func `has no numbers but whole ones of 64 bits`() {
        #expect(throws: EncodingError.self) { try PayloadText.bytes(of: [1.5]) }
        #expect(throws: EncodingError.self) { try PayloadText.bytes(of: ["a": Float(1)]) }
        #expect(throws: EncodingError.self) { try PayloadText.bytes(of: [UInt64.max]) }
    }

    private func foundation(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
