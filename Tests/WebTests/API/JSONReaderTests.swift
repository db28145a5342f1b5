import TestSupport
import Testing

@testable import Web

@Suite struct `A JSON text` {
    private func read(_ text: String) throws -> JSON { try JSONReader.read(Array(text.utf8)) }

    @Test func `is read with everything in it, and written as it was read`() throws {
        let text = #"{"a":[1,-20,0],"b":{"c":null,"d":true,"e":false},"é\n\"\\":"A\u0001🎭","f":[],"g":{}}"#
        let value = try read(text)
        #expect(value["a"] == .list([1, -20, 0]))
        #expect(value["b"]?["c"] == .null && value["b"]?["d"] == true && value["b"]?["e"] == false)
        #expect(value["é\n\"\\"] == .string("A\u{1}🎭") && value["f"] == .list([]) && value["g"] == .object([]))
        #expect(String(decoding: value.bytes, as: UTF8.self) == text)
        #expect(try read(" [ 1 , 2 ]\r\n\t") == .list([1, 2]))
        #expect(try read(#""\u00e9\ud83c\udfad\/\b\f\r\t""#) == .string("é🎭/\u{8}\u{c}\r\t"))
    }

    // Shows: S-20, S-25
    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "[,1]", "{,}", #"{"a":1,}"#, #"{"a":1,"a":2}"#, #"{a:1}"#, #"{"a" 1}"#, "[1 2]",
        "1 2",
        "01", "-", "-0", "+1", "1.0", "1e3", "1E3", ".5", "99999999999999999999", "tru", "nulll", "NaN", "'a'", #""a"#,
        "\"a\nb\"", #""\x""#, #""\u12""#, #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, "[]]", "{}{}", "\u{FEFF}{}",
        "/* */1",
    ])
    func `that two readers could read differently is none`(text: String) {
        #expect(throws: JSONReader.Malformed.self) { try read(text) }
    }

    // Shows: S-20, S-30
    @Test func `that is no UTF-8, or goes too deep, is none, and none takes long`() throws {
        #expect(throws: JSONReader.Malformed.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONReader.Malformed.self) { try JSONReader.read([0x22, 0xED, 0xA0, 0x80, 0x22]) }
        #expect(throws: Never.self) { try read(String(repeating: "[", count: 15) + String(repeating: "]", count: 15)) }
        for sign in ["[", #"{"a":"#] {
            #expect(throws: JSONReader.Malformed.self) { try read(String(repeating: sign, count: 500_000)) }
        }
    }

    // Shows: S-25
    @Test func `brings every odd text through unchanged`() throws {
        for text in Hostile.pieces + ["\u{0}\u{7f}\u{85}\u{2028}", "🎭e\u{301}", "</script>"] {
            let sent = JSON.members(["texte": .string(text)])
            #expect(try JSONReader.read(sent.bytes) == sent)
        }
    }
}
