import Mail
import Testing

@Suite struct `A letter` {
    @Test func `is written like this`() throws {
        let message = Message(
            from: Mailbox(name: "Ciné-Atelier", address: try address("info@cine-atelier.example")),
            to: Mailbox(name: "Noé D’Àrçy-🎭 <b>", address: try address("noe@example.org")),
            subject: "Votre réclamation REC-2026-0001",
            secondsSince1970: 1_795_456_992,
            id: try #require(MessageID("20261123.1@cine-atelier.example")),
            automation: .replied,
            text: "Bonjour Noé,\n\nC’est noté.\n",
            html: "<p lang=\"fr\">C’est noté.</p>"
        )
        #expect(
            String(decoding: message.bytes, as: UTF8.self)
                == """
                Date: Mon, 23 Nov 2026 18:03:12 +0000
                From: =?UTF-8?Q?Cin=C3=A9-Atelier?= <info@cine-atelier.example>
                To: =?UTF-8?Q?No=C3=A9_D=E2=80=99=C3=80r=C3=A7y-=F0=9F=8E=AD_=3Cb=3E?=
                 <noe@example.org>
                Subject: =?UTF-8?Q?Votre_r=C3=A9clamation_REC-2026-0001?=
                Message-ID: <20261123.1@cine-atelier.example>
                Auto-Submitted: auto-replied
                X-Auto-Response-Suppress: All
                Content-Language: fr
                MIME-Version: 1.0
                Content-Type: multipart/alternative;
                 boundary="=_202611231cineatelierexample"

                --=_202611231cineatelierexample
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Bonjour No=C3=A9,

                C=E2=80=99est not=C3=A9.

                --=_202611231cineatelierexample
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <p lang=3D"fr">C=E2=80=99est not=C3=A9.</p>
                --=_202611231cineatelierexample--

                """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        )
    }

    @Test func `makes the same bytes from the same words, and others from another identifier`() throws {
        let message = try Samples.message(subject: "Réclamation")
        var other = message
        other.id = try #require(MessageID("another@example.org"))
        #expect(message.bytes == message.bytes)
        #expect(message.bytes != other.bytes)
    }

    // Shows: S-43
    @Test(arguments: [
        (Message.Automation.generated, "auto-generated"), (.replied, "auto-replied"),
    ])
    func `says which robot wrote it`(automation: Message.Automation, word: String) throws {
        var message = try Samples.message()
        message.automation = automation
        let headers = Samples.headers(message)
        #expect(headers.contains("Auto-Submitted: \(word)"))
        #expect(headers.contains("X-Auto-Response-Suppress: All"))
    }

    @Test func `says nothing of robots when a person wrote it`() throws {
        let headers = Samples.headers(try Samples.message())
        #expect(!headers.contains { $0.hasPrefix("Auto-Submitted") || $0.hasPrefix("X-Auto") })
    }

    @Test func `names the letter it answers`() throws {
        let question = try #require(MessageID("question@example.org"))
        var message = try Samples.message()
        message.inReplyTo = question
        let headers = Samples.headers(message)
        #expect(headers.contains("In-Reply-To: <question@example.org>"))
        #expect(headers.contains("References: <question@example.org>"))
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"), (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 +0000"),
        (1_798_761_600, "Fri, 01 Jan 2027 00:00:00 +0000"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000"),
    ])
    func `is dated in universal time`(seconds: Int, date: String) throws {
        var message = try Samples.message()
        message.secondsSince1970 = seconds
        #expect(Samples.headers(message).first == "Date: \(date)")
    }

    // Shows: S-27
    @Test(arguments: ["a", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nBcc: x@y.fr", "a@b\n", "<a@b>", "a@b\0", "é@b"])
    func `has no identifier that could leave its header`(text: String) {
        #expect(MessageID(text) == nil)
    }

    private func address(_ text: String) throws -> EmailAddress {
        try #require(EmailAddress(text))
    }
}
