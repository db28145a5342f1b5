import Mail
import Testing

/// Letters with hostile and accented words, and chance that can be played again.
enum Samples {
    /// Words that have broken mail programs: accents apart, emoji, markup, long ones, some that look encoded.
    static let words = [
        "", "Votre réclamation REC-2026-0001", "Noé D’Àrçy-🎭 <b>", "Noe\u{301} D’A\u{300}rc\u{327}y",
        "Réclamation", "=?UTF-8?Q?Faux?=", "=?utf-8?b?4oKs?= et suite", "plain words", "two  spaces",
        " before", "after ", "\"quoted\" \\ back", "a, b; c: <d@e.fr> (f)", "a_b=c?d", "日本語の件名", "שלום עולם",
        "👩‍👩‍👧‍👦👨🏿‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿", String(repeating: "é", count: 300), String(repeating: "x", count: 300),
        String(repeating: "🎭 ", count: 60) + "fin", String(repeating: "mot ", count: 60) + "fin",
        "e" + String(repeating: "\u{301}", count: 100), "\u{202E}gnp.exe", "a\u{A0}: « b »",
    ]

    /// Bodies whose lines begin, end and are long in every awkward way.
    static let bodies = [
        "", "\n", ".", "..\n.\n", "Bonjour,\n\n.\nFrom here\n", "trailing space \ntab\t\n ", "=3D = =\n=",
        String(repeating: "a", count: 76), String(repeating: "a", count: 77), String(repeating: "a", count: 74) + "=",
        String(repeating: "é", count: 3_000),
        String(repeating: "a", count: 75) + " ", String(repeating: " ", count: 200), "--=_x--\n--\n-- \nsignature",
        "Noe\u{301} 🎭 <b>\n\u{0}\u{1B}[31m\n", words.joined(separator: "\n"),
    ]

    static func message(
        name: String? = nil,
        subject: String = "Objet",
        text: String = "Bonjour\n",
        html: String = "<p>Bonjour</p>\n"
    ) throws -> Message {
        Message(
            from: Mailbox(name: name, address: try #require(EmailAddress("info@cine-atelier.example"))),
            to: Mailbox(name: name, address: try #require(EmailAddress("noe@example.org"))),
            replyTo: Mailbox(name: name, address: try #require(EmailAddress("reclamations@cine-atelier.example"))),
            subject: subject,
            secondsSince1970: 1_795_456_992,
            id: try #require(MessageID("sample@cine-atelier.example")),
            text: text,
            html: html
        )
    }

    static func lines(_ message: Message) -> [String] {
        String(decoding: message.bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The lines before the first empty one.
    static func headers(_ message: Message) -> [String] {
        Array(lines(message).prefix { !$0.isEmpty })
    }

    /// A text of at most 120 characters, made by `chance`, without any that a header drops.
    static func text(_ chance: inout Chance) -> String {
        let alphabet = Array("abc XYZ 09 .,;:<>()[]@\"\\=?_ éàç’«»€ \u{301}\u{327} 日本 🎭👩‍👧 ")
        return String(
            (0..<Int.random(in: 0...120, using: &chance)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &chance)]
            }
        )
    }
}

/// SplitMix64: the same numbers from the same seed.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
