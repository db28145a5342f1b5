import Mail
import MailReading
import Testing

@Suite struct `A mail is read` {
    @Test func `even where it has no byte`() { #expect(MailReader.read([]) == ReadMail()) }

    // Shows: S-76, S-78
    @Test func `alike, whether its lines end as on the way or as on a disk`() throws {
        let names = try MailFile.names()
        #expect(names.count > 25)
        for name in names {
            let bytes = try MailFile.bytes(name)
            var wired = MailReader.read(bytes.overTheWire)
            var stored = MailReader.read(bytes)
            #expect(wired.files.map(\.name) == stored.files.map(\.name), "\(name)")
            // Files that were not encoded have the line ends that they came with.
            wired.files = []
            stored.files = []
            #expect(wired == stored, "\(name)")
            #expect(!stored.passages.isEmpty || !stored.troubles.isEmpty, "\(name)")
        }
    }

    @Test func `with who, whom, when and in answer to what`() throws {
        let mail = try MailFile.read("gmail-web-reply")
        #expect(mail.from == [.init(name: "Camille Martin", address: "camille.martin@gmail.com")])
        #expect(mail.to == [.init(name: "Réclamations, École Exemple", address: "reclamations@ecole-exemple.fr")])
        #expect(mail.subject == "Re: Votre réclamation n° 2026-014")
        #expect(mail.messageID == "CAF-xyz=q9@mail.gmail.com")
        #expect(mail.inReplyTo == ["a1b2c3@ecole-exemple.fr"] && mail.references == ["a1b2c3@ecole-exemple.fr"])
        #expect(mail.sentAt == 1_773_307_325)
        #expect(mail.returnPath == "camille.martin@gmail.com")
        #expect(mail.deliveredTo == ["reclamations@ecole-exemple.fr"])
        #expect(mail.type == "multipart/alternative" && mail.troubles == [])
    }

    @Test func `with every member of a group, and names that hold commas`() throws {
        let mail = try MailFile.read("thunderbird-flowed")
        #expect(mail.from == [.init(name: "L'équipe; achats", address: "achats@entreprise.fr")])
        #expect(mail.to.map(\.address) == ["reclamations@ecole-exemple.fr", "autre@ecole-exemple.fr"])
        #expect(mail.cc == [])
        #expect(mail.references == ["un@entreprise.fr", "deux@ecole-exemple.fr"])
    }

    @Test func `without headers, or whose parts never begin`() throws {
        #expect(try MailFile.read("no-headers").ownText == "Ceci est un texte sans en-tête.\nDeuxième ligne : oui.")
        #expect(try MailFile.read("missing-boundary").ownText == "Un texte dont la borne ne vient jamais.")
        #expect(ReadMail.of("From: a@b.fr\nnonsense\nSubject: oui\n\nTexte").subject == "oui")
        #expect(ReadMail.of("From: a@b.fr\nSubject: oui\nTexte sans ligne vide\n").ownText == "Texte sans ligne vide")
    }

    @Test func `whose parts end before they begin`() {
        let inner = "--a\nContent-Type: multipart/mixed; boundary=b\n--a--\n"
        let mail = ReadMail.of("Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n\(inner)")
        #expect(mail.subject == "x" && mail.passages == [])
    }

    @Test func `with what robots say of themselves`() throws {
        let mail = try MailFile.read("vacation")
        #expect(mail.robotHeaders["auto-submitted"] == "auto-replied (vacation)")
        #expect(mail.robotHeaders["precedence"] == "bulk" && mail.robotHeaders["list-unsubscribe"] != nil)
        #expect(mail.returnPath == "" && mail.reports == [])
    }

    @Test func `without what a relay noted of it on the way`() {
        let author = "Auto-Submitted: no\nPrecedence: bulk\nFrom: a@b.fr\n\nTexte"
        let way = "Precedence: bulk\nReceived: from b.fr\n"
        #expect(ReadMail.of("\(way)From: a@b.fr\n\nTexte").robotHeaders == [:])
        #expect(ReadMail.of(way + author).robotHeaders == ["auto-submitted": "no", "precedence": "bulk"])
        #expect(ReadMail.of("List-Id: <x.fr>\n\(way)\n").robotHeaders == ["list-id": "<x.fr>"])
    }

    @Test func `whose headers end with a blank, or say half of what a part is`() {
        let mail = ReadMail.of(
            "Subject: x\nContent-Type: multipart/mixed; boundary=b\n \n--b\nContent-Type: text; charset=iso-8859-15\n"
                + "Content-Transfer-Encoding: quoted-printable\n\nCo=FBt : 5 =A4\n--b\n"
                + "Content-Type: ; name=\"devis.pdf\"\nContent-Disposition: attachment\n\nx\n--b--\n"
        )
        #expect(mail.ownText == "Coût : 5 €" && mail.files.map(\.name) == ["devis.pdf"] && mail.troubles == [])
    }

    // Shows: S-78
    @Test func `with what is no text as files, opened by nobody`() throws {
        let mail = try MailFile.read("apple-mail-mixed")
        #expect(mail.ownText == "Voici la convention.\n\nEt le planning.")
        #expect(
            mail.files.map(\.name) == [
                "Convention de formation signée.pdf", "invitation-2.ics", "message-3.eml", "winmail.dat",
                "relevé n° 2.doc",
            ]
        )
        #expect(
            mail.files.map(\.type) == [
                "application/pdf", "text/calendar", "message/rfc822", "application/ms-tnef", "application/octet-stream",
            ]
        )
        #expect(mail.files[0].bytes == Array("%PDF-1.4\n".utf8) && mail.files[4].bytes == Array("Cat".utf8))
        #expect(String(decoding: mail.files[2].bytes, as: UTF8.self).hasPrefix("From: autre@exemple.fr\n"))
    }

    // Shows: S-78
    @Test func `signed, whose signature is a file, or sealed, which is told`() throws {
        let signed = try MailFile.read("smime-signed")
        #expect(signed.ownText == "Réclamation signée." && signed.files.map(\.name) == ["smime.p7s"])
        #expect(signed.troubles == [])
        let sealed = try MailFile.read("smime-sealed")
        #expect(sealed.troubles == [.encrypted] && sealed.files.map(\.name) == ["smime.p7m"])
    }

    @Test func `whose pictures stand in the text`() throws {
        let mail = try MailFile.read("outlook-desktop-reply")
        #expect(mail.files.map(\.isInline) == [true] && mail.files[0].bytes == [0x89, 0x50, 0x4E, 0x47])
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Temp\\a.doc", "a.doc"), ("..", "document-1.pdf"),
        ("fac\u{202E}fdp.exe", "facfdp.exe"), ("  ", "document-1.pdf"),
    ]) func `whose files bear harmless names`(given: String, kept: String) {
        let mail = ReadMail.of(
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"\(given.replacing("\\", with: "\\\\"))\"\n\nx"
        )
        #expect(mail.files.map(\.name) == [kept])
    }
}
