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

    /// What systems write that have a form of nobody else's: where the address stands, and what has failed.
    private static let strange: [(String, String?, String?)] = [
        (
            "Délivrance :\nUtilisateur inconnu : absent@exemple.fr\n\nOriginal message follows.\n\n",
            "absent@exemple.fr", nil
        ),
        (
            "Boîte pleine.\n\tRecipient: [SMTP:absent@exemple.fr]\n\tReason: 552 5.2.2 quota\n", "absent@exemple.fr",
            "5.2.2"
        ),
        ("Delivery failed 20 attempts: absent@exemple.fr\n", "absent@exemple.fr", nil),
        ("Could not be delivered to\n  To: camille@exemple.fr\n> > absent@exemple.fr\n", "absent@exemple.fr", nil),
        ("Ñandú — 550 5.1.1 kein Postfach: <absent@exemple.fr>\n", "absent@exemple.fr", "5.1.1"),
        ("Sorry. Your mail was not delivered because of its size.\n", nil, nil),
    ]

    @Test(arguments: strange) func `in words that nobody foresaw`(text: String, recipient: String?, status: String?) {
        let senders = [
            "From: Postmaster <postmaster@relais.example>", "From: a@b.fr\nReturn-Path: <MAILER-DAEMON@relais.example>",
        ]
        for sender in senders {
            let reports = ReadMail.of("\(sender)\nTo: reclamations@ecole.fr\nSubject: Avis\n\n\(text)").reports
            #expect(reports.map(\.recipient) == [recipient] && reports.map(\.action) == ["failed"], "\(text)")
            #expect(reports.map(\.status) == [status], "\(text)")
        }
    }

    private static let returned =
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nВаше письмо\n\n"
        + "--b\nContent-Type: message/rfc822-headers\n\nMessage-ID: <k1@ecole-exemple.fr>\n\n--b--\n"

    @Test func `by sending the mail back, in whatever language`() {
        let report = ReadMail.of("From: <MAILER-DAEMON@relais.example>\nSubject: =?utf-8?q?=D0=BD?=\n\(Self.returned)")
            .reports
        #expect(report.map(\.action) == ["failed"] && report.map(\.originalMessageID) == ["k1@ecole-exemple.fr"])
        let subject = "From: ndr@relais.example\nSubject: Mail delivery failed: returning message to sender\n"
        #expect(ReadMail.of(subject + Self.returned).reports.map(\.originalMessageID) == ["k1@ecole-exemple.fr"])
    }

    @Test(arguments: [
        "TR: Undeliverable: votre lettre", "RE: Mail delivery failed", "Non remise de mon attestation", "Réclamation",
    ]) func `and whoever sends such a report on is a person`(subject: String) {
        #expect(ReadMail.of("From: camille@exemple.fr\nSubject: \(subject)\n\(Self.returned)").reports == [])
    }

    @Test func `and a person without a sender to answer does not`() {
        let text = "From: camille@exemple.fr\nReturn-Path: <>\n\nMon diplôme n’a pas été remis à luc@exemple.fr."
        #expect(ReadMail.of(text).reports == [])
    }

    @Test func `in the form of a page, with the address at the end of a sentence`() {
        let mail = ReadMail.of(
            "From: MicrosoftExchange1@exemple.fr\nReturn-Path: <>\nContent-Type: text/html; charset=utf-8\n\n"
                + "<p>Votre message n’a pas pu être remis à <b>absent@exemple.fr</b>.</p><p>550 5.1.10 inconnu</p>\n"
        )
        #expect(mail.reports.map(\.recipient) == ["absent@exemple.fr"] && mail.reports.map(\.status) == ["5.1.10"])
    }

    @Test func `on a mail that it only names as answered`() {
        let mail = ReadMail.of(
            "From: postmaster@exemple.fr\nSubject: =?utf-8?q?Non_remis_:_R=C3=A9clamation?=\n"
                + "In-Reply-To: <k2@ecole.fr>\n\nabsent@exemple.fr\n"
        )
        #expect(
            mail.reports.map(\.originalMessageID) == ["k2@ecole.fr"] && mail.reports[0].recipient == "absent@exemple.fr"
        )
    }

    @Test(arguments: [
        ("Action: failure", "failed"), ("Action: error\nStatus: 4.4.1", "delayed"), ("Status: 5.2.2", "failed"),
        ("Action: Delivered (to mailbox)", "delivered"),
    ]) func `with actions that the standard does not have`(fields: String, action: String) {
        let mail = ReadMail.of(
            "From: postmaster@exemple.fr\nContent-Type: multipart/report; boundary=b\n\n--b\n\nAvis\n--b\n"
                + "Content-Type: message/xdelivery-status\n\nReporting-MTA: dns; a\n\n"
                + "Final-Recipient: rfc822; absent@exemple.fr\n\(fields)\n\n--b--\n"
        )
        #expect(mail.reports.map(\.action) == [action])
    }
}
