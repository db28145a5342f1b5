import Complaints
import Mail
import Testing

@testable import App

@Suite struct `What the rules judge of a mail` {
    private func mail(_ change: (inout ReadMail) -> Void) -> IncomingMail {
        var mail = ReadMail()
        mail.from = [ReadMail.Party(name: "Zoé Caron", address: "zoe@example.org")]
        mail.subject = "RECLAMATION"
        change(&mail)
        return IncomingMail(mail)
    }

    private let picture = ReadMail.File(name: "image-1.png", type: "image/png", bytes: [1], isInline: true)

    // Shows: S-74
    @Test func `counts a small picture where nothing else is said`() {
        #expect(mail { $0.files = [picture] }.files == 1)
        let signed = mail {
            $0.files = [picture]
            $0.passages = [ReadMail.Passage("Bonjour")]
        }
        #expect(signed.files == 0)
    }

    // Shows: S-71
    @Test func `takes a report for a program's, which is never answered`() {
        let receipt = mail { $0.type = "multipart/report" }
        #expect(!receipt.mayBeAnswered(besides: []))
        #expect(receipt.sorted(among: MailSurroundings()).sort == .toRead)
        #expect(mail { $0.type = "multipart/mixed" }.mayBeAnswered(besides: []))
    }
}
