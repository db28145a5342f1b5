import Mail
import MailReading
import Testing

@Suite struct `Any bytes at all` {
    /// The same lots for the same seed, so that a failure can be looked at again.
    private struct Lots: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    /// Everything that is said of a mail, as text.
    private func texts(_ mail: ReadMail) -> [String] {
        let parties = (mail.from + mail.to + mail.cc + mail.replyTo).flatMap { [$0.name ?? "", $0.address] }
        let reports = mail.reports.flatMap {
            [$0.recipient, $0.action, $0.status, $0.diagnostic, $0.originalMessageID]
        }
        let headers = mail.robotHeaders.flatMap { [$0.key, $0.value] } + mail.deliveredTo + mail.references
        return parties + headers + reports.compactMap(\.self) + mail.passages.map(\.text)
            + mail.files.flatMap { [$0.name, $0.type] } + [mail.subject, mail.messageID ?? "", mail.returnPath ?? ""]
    }

    private func isClean(_ mail: ReadMail) -> Bool {
        texts(mail).allSatisfy { text in
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
            }
        }
    }

    // Shows: S-77
    @Test(arguments: ["apple-mail-mixed", "postfix-dsn", "gmail-html-only"])
    func `of a mail that was cut anywhere are read`(name: String) throws {
        let whole = try MailFile.bytes(name)
        for end in stride(from: 0, to: whole.count, by: name == "apple-mail-mixed" ? 1 : 7) {
            #expect(isClean(MailReader.read(Array(whole[..<end]))), "\(name) to \(end)")
        }
    }

    // Shows: S-77
    @Test func `of which some are wrong are read, into clean texts`() throws {
        var lots = Lots(state: 2_026)
        for name in try MailFile.names() {
            let whole = try MailFile.bytes(name)
            for _ in 0..<20 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...30, using: &lots) {
                    let place = Int.random(in: 0..<bytes.count, using: &lots)
                    switch Int.random(in: 0..<4, using: &lots) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &lots)
                    case 1: bytes.remove(at: place)
                    case 2: bytes.insert(Array("=?<>\"();:\r\n\0-&".utf8).randomElement(using: &lots) ?? 0, at: place)
                    default: bytes[place...].swapAt(place, bytes.indices.last ?? place)
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
                #expect(isClean(MailReader.read(bytes)), "\(name)")
            }
        }
    }

    // Shows: S-77
    @Test func `drawn by lot are read, into clean texts`() {
        var lots = Lots(state: 14)
        let signs = Array("abc \t\r\n:;=?\"<>()@,.-_&#/\\%*\0\u{7F}\u{85}é€".utf8)
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in signs.randomElement(using: &lots) ?? 0 }
            for start in ["", "From: ", "Subject: =?", "Content-Type: text/html\n\n", "Content-Type: "] {
                #expect(isClean(MailReader.read(Array(start.utf8) + bytes)))
            }
        }
    }
}
