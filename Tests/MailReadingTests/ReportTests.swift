import Mail
import MailReading
import Testing

@Suite struct `A mail system reports` {
    @Test func `on each recipient, as the standard has it`() throws {
        #expect(
            try MailFile.read("postfix-dsn").reports == [
                ReadMail.DeliveryReport(
                    recipient: "absent@exemple.fr",
                    action: "failed",
                    status: "5.1.1",
                    diagnostic: "550 5.1.1 <absent@exemple.fr>: Recipient address rejected: User unknown",
                    originalMessageID: "a1b2c3@ecole-exemple.fr"
                ),
                ReadMail.DeliveryReport(
                    recipient: "plein@exemple.fr",
                    action: "delayed",
                    status: "4.2.2",
                    diagnostic: nil,
                    originalMessageID: "a1b2c3@ecole-exemple.fr"
                ),
            ]
        )
    }

    @Test(
        arguments: [
            ("exchange-ndr", "inconnu@entreprise.fr", "5.1.10", "d4e5f6@ecole-exemple.fr"),
            ("qmail-bounce", "absent@exemple.fr", "5.1.1", "g7h8@ecole-exemple.fr"),
            ("exim-bounce", "absent@exemple.fr", "5.7.1", "i9j0@ecole-exemple.fr"),
            ("exchange-old-ndr", "absent@entreprise.fr", "5.1.1", nil),
        ] as [(String, String, String, String?)]
    )
    func `in a form of its own too`(name: String, recipient: String, status: String, original: String?) throws {
        let reports = try MailFile.read(name).reports
        #expect(reports.map(\.recipient) == [recipient] && reports.map(\.status) == [status])
        #expect(reports.map(\.action) == ["failed"] && reports.map(\.originalMessageID) == [original])
        #expect(reports[0].diagnostic?.isEmpty == false)
    }

    @Test(arguments: ["read-receipt", "vacation", "gmail-web-reply", "own-words-about-writing"])
    func `and nobody else does`(name: String) throws { #expect(try MailFile.read(name).reports == []) }

    @Test func `no failure to whoever only writes of one`() {
        let mail = ReadMail.of(
            "From: a@exemple.fr\nSubject: Undelivered\n\nVotre lettre could not be delivered.\n<b@exemple.fr>: 550 5.1.1\n"
        )
        #expect(mail.reports == [])
    }
}
