import Mail
import Testing

@testable import MailReading

@Suite struct `A charset` {
    private static let french = "Été à l’école : « œuvre » 50 €"

    @Test(
        arguments: [
            ("iso-8859-1", [0xC9, 0x74, 0xE9, 0x92, 0x80], "Été’€"), ("windows-1252", [0x9C, 0xC9], "œÉ"),
            ("iso-8859-15", [0xA4, 0xBD, 0xE9], "€œé"), ("cp850", [0x82, 0x85, 0x87], "éàç"),
            ("macintosh", [0x8E, 0x88, 0xCF], "éàœ"), ("us-ascii", [0xE9], "é"), ("", [0xC3, 0xA9], "é"),
            ("iso-8859-1", [0xC3, 0xA9], "é"), ("koi8-r", [0xF0], "П"), ("utf-16", [0xFE, 0xFF, 0x00, 0xE9], "é"),
        ] as [(String, [UInt8], String)]
    ) func `is read`(label: String, bytes: [UInt8], text: String) {
        let read = Charset(label).text(bytes)
        #expect(read.text == text && read.trouble == nil)
    }

    @Test func `that is not what it says is read as what it is`() throws {
        #expect(Charset("utf-8").text([0xE9, 0x74, 0xE9]) == ("été", .damagedEncoding))
        #expect(Charset("utf-8").text(Array(Self.french.utf8)) == (Self.french, nil))
        let cut = Charset("utf-8").text(Array(Self.french.utf8) + [0xC3])
        #expect(cut.text == Self.french + "\u{FFFD}" && cut.trouble == .damagedEncoding)
    }

    // Shows: S-76
    @Test func `that nobody knows, or that hides what it says, is told`() throws {
        #expect(Charset("klingon").text([0xE9]) == ("é", .unknownCharset))
        #expect(Charset("UTF-7").text(Array("+ADw-script+AD4-".utf8)) == ("+ADw-script+AD4-", .refusedCharset))
        let mail = try MailFile.read("strange-charsets")
        #expect(mail.ownText == "+AOk-t+AOk-\n\nété\n\nПривет\n\nété\n\nété mal dit")
        #expect(mail.troubles == [.unknownCharset, .refusedCharset, .damagedEncoding])
    }

    @Test func `of headers is that of their words, or what the bytes are`() throws {
        let mail = try MailFile.read("raw-latin1-headers")
        #expect(mail.subject == "Problème à l'école : café du été")
        #expect(mail.from == [.init(name: "Renée Noël", address: "renee@exemple.fr")])
        #expect(mail.ownText == "Le café n’était pas bon.")
        #expect(try MailFile.read("cp850").subject == "été")
    }

    @Test(arguments: [
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("=?utf-8?b?w6k=?=", "é"), ("=?utf-8?b?w6k?= c", "é c"),
        ("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"), ("=?utf-8*fr?Q?a_b?=", "a b"),
        ("=?utf-8?q?a?=\n =?iso-8859-1?q?=E9?=", "aé"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="), ("=?utf-8?q?a", "=?utf-8?q?a"), ("a=?utf-8?q?b?=c", "abc"),
        ("=?utf-8?q?a b?=", "a b"), ("=?=?utf-8?q?a?=", "=?a"), ("=?utf-8?q??=", ""), ("=?utf-8?b?w6nDqQ==?=", "éé"),
        ("=?utf-8?q?a=00=0Ab?=", "a b"),
    ]) func `of encoded words is read, even of broken ones`(header: String, text: String) {
        #expect(ReadMail.of("Subject: \(header)\n\n").subject == text)
    }

    @Test(arguments: [
        ("filename*=utf-8''%C3%A9t%C3%A9.pdf", "été.pdf"), ("filename*=iso-8859-1'fr'%E9t%E9.pdf", "été.pdf"),
        ("filename*0=\"un \"; filename*1=deux.pdf", "un deux.pdf"),
        ("filename=\"=?utf-8?Q?=C3=A9t=C3=A9.pdf?=\"", "été.pdf"),
        ("filename==?utf-8?Q?=C3=A9t=C3=A9.pdf?=", "été.pdf"), ("filename=\"été.pdf\"", "été.pdf"),
        ("filename*0*=utf-8''%C3; filename*1*=%A9.pdf", "é.pdf"), ("filename=a b.pdf", "a b.pdf"),
    ]) func `of the name of a file is read`(parameter: String, name: String) {
        let mail = ReadMail.of("Content-Type: application/pdf\nContent-Disposition: attachment; \(parameter)\n\nx")
        #expect(mail.files.map(\.name) == [name])
    }
}
