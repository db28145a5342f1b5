import Mail
import MailReading
import Testing

@Suite struct `What a mail repeats` {
    /// The mail, all that its sender has to say, and how what is repeated begins.
    static let programs: [(String, String, String)] = [
        (
            "gmail-web-reply", "Bonjour,\n\nMerci pour votre réponse. Je joindrai le relevé demain.\n\nCamille",
            "Le mer. 11 mars 2026"
        ),
        (
            "outlook-desktop-reply",
            "Bonjour,\n\nL’heure de la formation a changé ; coût : 50 €.\n\nCordialement,\nJean DUPONT",
            "De : École Exemple"
        ),
        ("outlook-html", "Bonjour,\n\nJe conteste l’évaluation.", "De\u{A0}: École"),
        (
            "outlook-web-reply",
            "Je maintiens ma réclamation.\n\nInès\n\nTélécharger Outlook pour Android<https://aka.ms/ghei36>",
            "________________________________\nFrom: École"
        ),
        (
            "orange-webmail", "Bonjour,\nLe remboursement est de 120 €.\nPaul Leroy",
            "> Message du 09/03/26 18:04"
        ),
        ("free-zimbra", "Merci, mais je ne suis pas d'accord.\nAnne", "----- Mail original -----"),
        ("laposte-webmail", "Je n’ai pas reçu mon attestation.\n\nLuc", "De : \"École\""),
        ("iphone-reply", "Ok pour moi.\n\nEnvoyé de mon iPhone", "> Le 9 mars 2026"),
    ]

    @Test(arguments: programs)
    func `is folded, after what its sender has to say`(name: String, own: String, quoted: String) throws {
        let mail = try MailFile.read(name)
        #expect(mail.passages.map(\.isQuoted) == [false, true], "\(mail.passages)")
        #expect(mail.ownText == own)
        #expect(mail.quotedText.hasPrefix(quoted), "\(mail.quotedText)")
    }

    @Test func `is folded between what is said before and below`() throws {
        let mail = try MailFile.read("thunderbird-flowed")
        #expect(mail.passages.map(\.isQuoted) == [false, true, false])
        #expect(
            mail.passages[0].text
                == "Bonjour, ceci est une phrase longue que Thunderbird a coupée en plusieurs lignes mais qui n'en fait qu'une."
        )
        #expect(
            mail.passages[1].text
                == "Le 09/03/2026 à 18:04, École a écrit :\n> Bonjour, ceci est une citation que l'on a coupée aussi.\n>\n> Fin."
        )
        #expect(mail.passages[2].text == "Je réponds dessous.\n\n-- \nService achats")
    }

    @Test(arguments: ["gmail-android-forward", "iphone-forward"])
    func `is what they have to say, where a message is sent on without a word`(name: String) throws {
        #expect(try MailFile.read(name).passages.map(\.isQuoted) == [false])
    }

    @Test func `is folded where a message is sent on with a word`() {
        let mail = ReadMail.of(
            "Subject: Fwd: x\n\nVoici ma réclamation.\n\n---------- Forwarded message ---------\nDe : a@b.fr\n\nAncien\n"
        )
        #expect(mail.ownText == "Voici ma réclamation." && mail.quotedText.hasSuffix("Ancien"))
    }

    // Shows: S-74
    @Test(arguments: [
        (
            "Je n’ai rien reçu.\n> Le 12 mars 2026 à 10:22, Jean <j@exemple.fr> a écrit :\n>\n> Voici.",
            "Je n’ai rien reçu."
        ),
        ("> Le 12 mars, j@exemple.fr a écrit :\nNon.\n> Le 3 mars, j@exemple.fr a écrit :\n> Et ?\nSi.", "Non.\nSi."),
        ("Trop tard.\nLe 12 mars 2026 à 10:22, Jean <j@exemple.fr> a écrit :\nVoici.", "Trop tard."),
        ("Trop tard.\nLe 12 mars 2026, Jean\n<j@exemple.fr> a écrit :\n> Voici.", "Trop tard."),
        ("Trop tard.\n\nLe 12 mars 2026 à 10:22, Jean Dupont\n<j@exemple.fr> a écrit :\n\nVoici.", "Trop tard."),
    ]) func `is none of what stands right above or between it`(text: String, own: String) {
        #expect(ReadMail.of("Subject: RE: x\nContent-Type: text/plain; charset=utf-8\n\n\(text)\n").ownText == own)
    }

    @Test func `is not what somebody tells of another's words`() throws {
        let mail = try MailFile.read("own-words-about-writing")
        #expect(mail.passages.map(\.isQuoted) == [false])
    }

    @Test func `is never cut: its words are all there`() throws {
        for (name, _, _) in Self.programs {
            let mail = try MailFile.read(name)
            #expect(
                mail.quotedText.contains("Ancien message") || mail.quotedText.contains("est enregistrée"),
                "\(name)"
            )
        }
    }

    @Test func `of a mail whose blanks at ends of lines were added is put together without them`() {
        let mail = ReadMail.of("Content-Type: text/plain; format=flowed; delsp=yes\n\nune fois \npour\ntoutes\n")
        #expect(mail.ownText == "une foispour\ntoutes")
    }
}
