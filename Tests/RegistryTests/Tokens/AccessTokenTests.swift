import Testing

@testable import Registry

@Suite struct `The token of a program` {
    private let token = AccessToken(random: (0..<37).map { UInt8($0 * 7 & 0xFF) })

    // Shows: S-57
    @Test func `is dol_ and 64 symbols that a scanner knows, the first eight its public name`() throws {
        #expect(token.text.wholeMatch(of: /dol_[0-9A-HJKMNP-TV-Z]{64}/) != nil)
        #expect(token.id == String(token.text.prefix(12)))
        let read = try #require(AccessToken(token.text))
        #expect(read.text == token.text && read.id == token.id && read.digest == token.digest)
    }

    // Shows: S-20, S-57
    @Test func `is read in its one spelling alone, and only with its sum`() {
        let text = token.text
        let wrong = [
            "", "dol_", String(text.dropLast()), text + "0", " " + text, text + "\n", text.lowercased(),
            "DOL_" + text.dropFirst(4), "dol-" + text.dropFirst(4), text.replacing("0", with: "O"),
            "dol_" + String(repeating: "é", count: 32), "dol_" + String(repeating: "0", count: 64),
        ]
        for text in wrong where text != token.text { #expect(AccessToken(text) == nil, "\(text)") }
        for place in 4..<68 {
            var symbols = Array(text)
            symbols[place] = symbols[place] == "7" ? "8" : "7"
            #expect(AccessToken(String(symbols)) == nil, "\(place)")
        }
    }

    // Shows: S-57
    @Test func `prints nothing of itself`() {
        #expect("\(token)" == "AccessToken" && String(reflecting: [token]) == "[AccessToken]")
        #expect(Mirror(reflecting: token).children.isEmpty)
    }

    // Shows: S-57
    @Test func `keeps a digest that neither its name nor its sum tells`() throws {
        let bytes = try #require(Crockford.decode(String(token.text.dropFirst(4)), bytes: 40))
        #expect(token.digest.count == 32 && Array(token.digest.prefix(3)) != Array(bytes.suffix(3)))
        let other = AccessToken(random: (0..<37).map { UInt8($0 < 5 ? $0 * 7 & 0xFF : 1) })
        #expect(other.id == token.id && other.digest != token.digest)
    }
}
