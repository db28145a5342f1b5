import Mail
import TestSupport
import Testing

@Suite struct `An e-mail address` {
    @Test(arguments: [
        "noe@example.org", "Noe.D-Arcy+cinema@sous.domaine.example.fr", "o'neil@example.org", "a@b.fr",
        "noe@xn--darcy-0ra.example", "noe@3.example.org",
        "\(String(repeating: "a", count: 64))@\(String(repeating: "b", count: 63)).fr",
    ])
    func `is taken as it was given`(text: String) {
        #expect(EmailAddress(text)?.text == text)
    }

    // Shows: S-27
    @Test(arguments: [
        "noe@example.org\r\nRCPT TO:<x@y.fr>", "noe@example.org\n", "\rnoe@example.org", "noe@exam\0ple.org",
        "noe@example.org\0", "noe@example.org\u{85}", "noe@example.org\u{2028}", "noe\t@example.org",
        "noe d@example.org", " noe@example.org", "noe@example.org ", "<noe@example.org>", "noe@example.org> SIZE=1",
        "noe@example.org,x@y.fr", "noe@example.org;x@y.fr", "\"noe\"@example.org", "\"a\r\nb\"@example.org",
    ])
    func `never carries more than itself`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [
        "", "@", "noe", "noe@", "@example.org", "noe@@example.org", "noe@a@example.org", "noe@example",
        "noe@.example.org", "noe@example..org", "noe@example.org.", "noe@-example.org", "noe@example-.org",
        "noe@exa_mple.org", "noe@127.0.0.1", "noe@[127.0.0.1]", ".noe@example.org", "noe.@example.org",
        "no..e@example.org", "noé@example.org", "noe@exemplé.org", "noe(x)@example.org",
        "\(String(repeating: "a", count: 65))@example.org", "noe@\(String(repeating: "b", count: 64)).fr",
        "noe@\(String(repeating: "b.", count: 124))example.org",
    ])
    func `is refused where a relay could read it otherwise`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func `is cut at its only at sign`() throws {
        let address = try #require(EmailAddress("noe+cinema@sous.example.org"))
        #expect(address.localPart == "noe+cinema")
        #expect(address.domain == "sous.example.org")
    }

    // Shows: S-30
    @Test(arguments: ["a", "@", ".", "a.", "a@", "é", "a@b.", "\r\n", "\u{301}"])
    func `is refused in 10 ms when a megabyte long`(piece: String) {
        let hostile = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
        #expect(Hostile.slow([{ EmailAddress($0) == nil }], for: hostile) == [])
    }
}
