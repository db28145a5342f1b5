import Mail
import Testing

@testable import MailReading

@Suite struct `A mail beyond the limits` {
    private func nested(_ depth: Int) -> String {
        let opening = (0..<depth).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let closing = (0..<depth).reversed().map { "--b\($0)--\n" }.joined()
        return "Subject: x\n\(opening)Content-Type: text/plain\n\nau fond\n\(closing)"
    }

    // Shows: S-76
    @Test func `of depth is read to it, and flagged`() {
        let within = ReadMail.of(nested(MailPartReader.mostDepth - 1))
        #expect(within.troubles == [] && within.ownText == "au fond")
        for depth in [MailPartReader.mostDepth, 100, 5_000] {
            let mail = ReadMail.of(nested(depth))
            #expect(mail.troubles == [.tooDeep] && mail.subject == "x")
            #expect(mail.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("au fond") })
        }
    }

    // Shows: S-76
    @Test func `of parts is read to it, and flagged`() {
        let parts = { (count: Int) in
            "Content-Type: multipart/mixed; boundary=b\n\n" + (1...count).map { "--b\n\npart \($0)\n" }.joined()
                + "--b--\n"
        }
        let most = MailPartReader.mostParts
        #expect(ReadMail.of(parts(most - 1)).troubles == [])
        let mail = ReadMail.of(parts(1_000))
        #expect(mail.troubles == [.tooManyParts])
        #expect(mail.ownText.hasPrefix("part 1\n") && mail.ownText.hasSuffix("part \(most - 1)"))
    }

    // Shows: S-76
    @Test func `of headers, by lines or by bytes, is read to it, and flagged`() {
        let lines = { (count: Int) in "From: a@b.fr\n" + (1..<count).map { "X-\($0): y\n" }.joined() + "\ntexte\n" }
        #expect(ReadMail.of(lines(HeaderBlock.mostLines)).troubles == [])
        for text in [
            lines(HeaderBlock.mostLines + 1), "From: a@b.fr\nX: \(String(repeating: "y", count: 300_000))\n\ntexte\n",
        ] {
            let mail = ReadMail.of(text)
            #expect(mail.troubles == [.tooManyHeaders])
            #expect(mail.from.map(\.address) == ["a@b.fr"] && mail.ownText == "texte")
        }
    }

    // Shows: S-76
    @Test func `of addresses is read to it, and flagged`() {
        let to = { (count: Int) in "To: " + (1...count).map { "a\($0)@b.fr" }.joined(separator: ", ") + "\n\ntexte" }
        #expect(ReadMail.of(to(100)).troubles == [] && ReadMail.of(to(100)).to.count == 100)
        let mail = ReadMail.of(to(101))
        #expect(mail.troubles == [.tooManyAddresses] && mail.to.count == 100 && mail.ownText == "texte")
        #expect(ReadMail.of("To: " + String(repeating: "a:", count: 100_000) + "\n\nx").troubles == [.tooManyAddresses])
    }

    // Shows: S-76
    @Test func `of text is read to it, and whole among the files`() {
        let line = "Une phrase de plus.\n"
        let text = String(repeating: line, count: MailWalk.mostText / line.utf8.count + 10)
        let mail = ReadMail.of("Content-Type: text/plain\n\n" + text)
        #expect(mail.isTextCut && mail.files.map(\.bytes) == [Array(text.utf8)])
        #expect(mail.ownText.utf8.count <= MailWalk.mostText && mail.ownText.hasSuffix("de plus."))
    }

    // Shows: S-76
    @Test(arguments: ["text/plain", "text/html"])
    func `of lines is read to it, and whole among the files`(type: String) {
        let text = String(repeating: type == "text/html" ? "a<br>" : "a\n", count: MailWalk.mostLines + 10)
        let mail = ReadMail.of("Content-Type: \(type)\n\n\(text)")
        #expect(mail.isTextCut && mail.files.map(\.bytes) == [Array(text.utf8)])
        #expect(mail.ownText.split(separator: "\n").count == MailWalk.mostLines)
        #expect(!ReadMail.of("Content-Type: \(type)\n\n\(text.prefix(30_000))").isTextCut)
    }

    @Test func `of the times that it takes turns with an earlier one is read, and shown`() {
        let mail = ReadMail.of("Subject: x\n\n" + String(repeating: "a\n> b\n", count: 5_000))
        #expect(mail.passages.count == 1_000 && mail.passages[999].isQuoted == false)
        #expect(mail.passages.map(\.text).joined(separator: "\n").split(separator: "\n").count == 10_000)
    }

    @Test func `of the length of a line is read`() {
        let mail = ReadMail.of("Content-Type: text/html\n\n" + String(repeating: "é", count: 200_000))
        #expect(mail.ownText.utf8.count == 400_000 && !mail.isTextCut)
    }
}
