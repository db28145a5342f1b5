import Complaints
import TestSupport
import Testing

@Suite struct `A mail that came` {
    private static let file = Story().file.id
    private static let grievance =
        "Bonjour,\n\nLa formation de mardi a été annulée sans prévenir, et personne ne répond.\n\nZoé Caron"

    private func mail(
        _ subject: String,
        _ text: String = grievance,
        _ change: (inout IncomingMail) -> Void = { _ in }
    ) -> IncomingMail {
        var mail = IncomingMail()
        mail.messageID = "1@poste.example"
        mail.sender = IncomingMail.Sender(name: "Zoé Caron", address: "Zoe@example.org")
        mail.subject = subject
        mail.passages = [IncomingMail.Passage(text)]
        mail.returnPath = "zoe@example.org"
        change(&mail)
        return mail
    }

    private func surroundings(_ change: (inout MailSurroundings) -> Void = { _ in }) -> MailSurroundings {
        var surroundings = MailSurroundings()
        surroundings.ownAddresses = ["reclamations@cine-atelier.example"]
        change(&surroundings)
        return surroundings
    }

    // Shows: R-02, R-04
    @Test(arguments: [
        "RECLAMATION", "Réclamation", "réclamation - Dupont", "Réclamations", "RE: RECLAMATION", "TR : reclamation",
        "Fwd: Re: RÉCLAMATION", "Re[2]: réclamation", "R E C L A M A T I O N", "Reclammation formation de mars",
        "[réclamation]",
        "OBJET : RECLAMATION",
    ])
    func `with the procedure's subject and a grievance is received as it is`(subject: String) {
        #expect(mail(subject).sorted(among: surroundings()) == MailSorting(.reception, .grievance))
    }

    // Shows: R-02
    @Test(arguments: [
        "", "\n\n", "Bonjour,\n\nCordialement,\nZoé Caron",
        "Bonjour, je souhaite recevoir le formulaire de réclamation. Merci.",
        "Bonjour\nPouvez-vous m’envoyer le formulaire s’il vous plaît ?\nMerci d’avance\nZoé Caron",
        "-- \nZoé Caron\n06 00 00 00 00",
    ])
    func `with the procedure's subject and nothing but a wish for the form asks for the form`(text: String) {
        #expect(mail("RECLAMATION", text).sorted(among: surroundings()) == MailSorting(.formRequest, .formAsked))
    }

    // Shows: R-04
    @Test(arguments: [
        "Le formulaire ne marche pas !", "Je veux être remboursée.", "Bien trop cher !", "Personne ne répond.",
    ])
    func `says something as soon as a word is more than asking`(text: String) {
        #expect(mail("RECLAMATION", text).sorted(among: surroundings()).sort == .reception, "\(text)")
    }

    @Test func `is received for what is in its documents alone`() {
        let sent = mail("RECLAMATION", "") { $0.files = 1 }
        #expect(sent.sorted(among: surroundings()).sort == .reception)
    }

    // Shows: S-71, F-15
    @Test
    func `is for a person to read where it answers something, and one of the same address was received within a day`() {
        let again = surroundings { $0.isAgainToday = true }
        let answer = { (text: String) in self.mail("RECLAMATION", text) { $0.thread = ["x@y.example"] } }
        #expect(answer(Self.grievance).sorted(among: again) == MailSorting(.toRead, .againToday))
        #expect(answer("").sorted(among: again).sort == .formRequest)
        #expect(mail("RE: RECLAMATION").sorted(among: again) == MailSorting(.toRead, .againToday))
        #expect(mail("RECLAMATION").sorted(among: again).sort == .reception)
    }

    @Test(arguments: ["TR: RECLAMATION", "RE: RECLAMATION", "RECLAMATION"])
    func `is for a person to read where everything in it repeats another`(subject: String) {
        let forwarded = mail(subject, "") {
            $0.passages = [IncomingMail.Passage("Trop cher", isQuoted: true)]
        }
        #expect(forwarded.sorted(among: surroundings()) == MailSorting(.toRead, .forwarded))
    }

    // Shows: R-04
    @Test(arguments: ["Question sur les dates", "", "Remboursement", "Déclamation", "Inscription"])
    func `with any other subject is for a person to read`(subject: String) {
        #expect(mail(subject).sorted(among: surroundings()) == MailSorting(.toRead, .otherSubject), "\(subject)")
    }

    // Shows: S-71, F-15
    @Test(arguments: [
        ("auto-submitted", "auto-replied", MailSort.automatic), ("auto-submitted", "auto-generated; x=y", .automatic),
        ("x-auto-response-suppress", "OOF, AutoReply", .automatic), ("precedence", "bulk", .automatic),
        ("precedence", " Junk ", .automatic),
        ("list-unsubscribe", "<https://example.org>", .automatic), ("list-id", "x", .automatic),
        ("precedence", "auto_reply", .automatic), ("x-spam-flag", "YES", .spam),
    ])
    func `from a robot is only listed`(name: String, value: String, sort: MailSort) {
        let sent = mail("Vos billets") { $0.robotHeaders = [name: value] }
        #expect(sent.sorted(among: surroundings()).sort == sort)
        #expect(sort == .spam || !sent.mayBeAnswered(besides: []))
    }

    // Shows: S-71, F-15
    @Test(
        arguments: [
            ("RECLAMATION", ["x-autoreply": "yes"]), ("RECLAMATION", ["x-vacation": ""]),
            ("Undelivered: RECLAMATION", [:]), ("RE: RECLAMATION - non remis (delivery failure)", [:]),
            ("Non remis : RECLAMATION", [:]), ("Échec de la remise : réclamation", [:]),
        ] as [(String, [String: String])]
    )
    func `that may be a robot's is for a person to read, and never answered`(subject: String, headers: [String: String])
    {
        let sent = mail(subject) { $0.robotHeaders = headers }
        #expect(sent.sorted(among: surroundings()).sort == .toRead, "\(subject)")
        #expect(!sent.mayBeAnswered(besides: []))
    }

    // Shows: S-71
    @Test(arguments: [
        "no-reply-42@boutique.example", "ne_pas_repondre@boutique.example", "shop.noreply@boutique.example",
    ])
    func `of nobody is never answered`(address: String) {
        let sent = mail("RECLAMATION") { $0.sender = .init(address: address) }
        #expect(sent.sorted(among: surroundings()) == MailSorting(.toRead, .nobodyToAnswer))
    }

    @Test(arguments: [
        ["list-id": "L’équipe <equipe.cine-atelier.example>", "precedence": "list"],
        ["list-post": "<https://groupes.example>, <mailto:contact@cine-atelier.example>", "list-help": "<x>"],
    ]) func `through a list of ours is a person's`(headers: [String: String]) {
        #expect(mail("RECLAMATION") { $0.robotHeaders = headers }.sorted(among: surroundings()).sort == .reception)
        #expect(mail("Formation") { $0.robotHeaders = headers }.sorted(among: surroundings()).sort == .toRead)
        var away = headers
        away["auto-submitted"] = "auto-replied"
        #expect(mail("Formation") { $0.robotHeaders = away }.sorted(among: surroundings()).sort == .automatic)
    }

    // Shows: S-73
    @Test(arguments: [
        (["list-unsubscribe": "<x>"], MailSort.toRead), (["x-auto-response-suppress": "All"], .toRead),
        (["precedence": "bulk"], .automatic), (["auto-submitted": "auto-replied"], .automatic),
        (["x-spam-flag": "YES"], .message),
    ]) func `that answers a letter of ours ends unseen only where a robot says that it answers`(
        headers: [String: String],
        sort: MailSort
    ) {
        let known = surroundings { $0.answered = .init(caseFile: Self.file, addresses: ["zoe@example.org"]) }
        #expect(mail("Re: Vos dates") { $0.robotHeaders = headers }.sorted(among: known).sort == sort)
    }

    @Test func `that a filter marks is received all the same with the procedure's subject`() {
        let sent = mail("RECLAMATION") { $0.robotHeaders = ["x-spam-status": "Yes, score=18.2"] }
        #expect(sent.sorted(among: surroundings()).sort == .reception)
    }

    @Test func `that says by its headers that a person sent it is a person's`() {
        let sent = mail("RECLAMATION") { $0.robotHeaders = ["auto-submitted": "no"] }
        #expect(sent.sorted(among: surroundings()).sort == .reception)
    }

    // Shows: S-71, F-15
    @Test(arguments: [
        "Absence du bureau", "Réponse automatique : votre réclamation 2026-R-0001", "Automatic reply: RECLAMATION",
        "Out of Office", "RE: Réponse d’absence", "Auto-reply: merci", "AUTO: Zoé Caron est absente (retour le 3 mai)",
        "Zoé Caron is out of the office",
    ])
    func `of somebody who is away is only listed, with or without headers`(subject: String) {
        let sent = mail(subject) { $0.thread = ["x@y.example"] }
        let known = surroundings { $0.answered = .init(caseFile: Self.file, addresses: ["zoe@example.org"]) }
        #expect(sent.sorted(among: known) == MailSorting(.automatic, .absence))
    }

    @Test(arguments: [
        "Absence du formateur : réclamation", "Absent depuis mars, le formateur – RECLAMATION",
        "Auto-école : réclamation", "Diplôme non remis, réclamation",
    ])
    func `that complains of an absence is no answer of somebody who is away`(subject: String) {
        #expect(mail(subject).sorted(among: surroundings()).sort == .reception, "\(subject)")
    }

    // Shows: S-71, F-15
    @Test func `that answers what we had sent by ourselves is for a person to read`() {
        let answer = mail("Re: Le formulaire de réclamation") { $0.thread = ["x@lettres.example"] }
        let known = surroundings { $0.answersNotice = true }
        #expect(answer.sorted(among: known) == MailSorting(.toRead, .answersNotice))
    }

    // Shows: S-71
    @Test(arguments: ["", "<>", "MAILER-DAEMON@poste.example"])
    func `of a mail system is only listed`(returnPath: String) {
        let sent = mail("RE: RECLAMATION") { $0.returnPath = returnPath }
        #expect(sent.sorted(among: surroundings()).sort == .automatic)
        #expect(!sent.mayBeAnswered(besides: []))
        // The form of a site often has no sender that anything can be sent back to.
        let form = mail("RECLAMATION") { $0.returnPath = returnPath }
        #expect(form.sorted(among: surroundings()).sort == (returnPath.contains("@") ? .automatic : .toRead))
        let daemon = mail("Undelivered") { $0.sender = .init(address: "MAILER-DAEMON@poste.example") }
        #expect(daemon.sorted(among: surroundings()).sort == .automatic)
    }

    @Test func `with the procedure's subject from a robot is for a person to read, and never answered`() {
        let sent = mail("RECLAMATION") { $0.robotHeaders = ["auto-submitted": "auto-generated"] }
        #expect(sent.sorted(among: surroundings()) == MailSorting(.toRead, .robotGrievance))
        #expect(!sent.mayBeAnswered(besides: []))
    }

    // Shows: S-71
    @Test func `from an address of ours is for a person to read, and never answered`() {
        let own = mail("RECLAMATION") { $0.sender = .init(address: "Reclamations@cine-atelier.example") }
        #expect(own.sorted(among: surroundings()) == MailSorting(.toRead, .ownAddress))
        #expect(!own.mayBeAnswered(besides: surroundings().ownAddresses))
        #expect(mail("RECLAMATION").sorted(among: surroundings { $0.isOwnMail = true }).sort == .automatic)
    }

    // Shows: S-73, F-15
    @Test func `joins a case by a letter of ours and the address that it went to, and by nothing less`() {
        let answer = mail("Re: Accusé de réception de votre réclamation 2026-R-0001")
        let theirs = surroundings { $0.answered = .init(caseFile: Self.file, addresses: ["ZOE@example.org"]) }
        #expect(answer.sorted(among: theirs) == MailSorting(.message, .verifiedThread, Self.file))
        let anothers = surroundings { $0.answered = .init(caseFile: Self.file, addresses: ["noe@example.org"]) }
        #expect(answer.sorted(among: anothers) == MailSorting(.toRead, .otherSender, Self.file))
        let named = surroundings { $0.named = Self.file }
        #expect(answer.sorted(among: named) == MailSorting(.toRead, .suggestedCase, Self.file))
        #expect(answer.sorted(among: surroundings()) == MailSorting(.toRead, .suggestedCase))
    }

    @Test func `that reports on a letter of ours is one that came back, and on anything else is only listed`() {
        let report = IncomingMail.Report(isFinal: true, words: "5.1.1 no such user", messageID: "a@b.example")
        let sent = mail("Undelivered Mail") {
            $0.reports = [report]
            $0.returnPath = ""
        }
        let known = surroundings { $0.returned = Self.file }
        #expect(sent.sorted(among: known) == MailSorting(.bounce, .report, Self.file))
        #expect(sent.sorted(among: surroundings()) == MailSorting(.bounce, .strangeReport))
        let delayed = mail("Delayed") { $0.reports = [.init(isFinal: false, words: "4.4.1", messageID: nil)] }
        #expect(delayed.sorted(among: surroundings()) == MailSorting(.automatic, .strangeReport))
    }

    // Shows: S-76
    @Test func `that could not be read as it should is for a person to look at`() {
        let sent = mail("RECLAMATION") { $0.troubles = ["too-deep"] }
        #expect(sent.sorted(among: surroundings()) == MailSorting(.unreadable, .troubled))
    }

    // Shows: R-26
    @Test(arguments: [
        ("2026-11-22T23:30:00Z", nil), ("2026-11-21T10:00:00Z", "2026-11-21"), ("2026-11-16T10:00:00Z", "2026-11-16"),
        ("2026-11-15T10:00:00Z", nil), ("1970-01-01T00:00:00Z", nil), ("2027-01-01T00:00:00Z", nil),
    ])
    func `was sent on the day of its date, where that can be`(date: String, day: String?) throws {
        let received = try #require(Instant("2026-11-23T09:00:00Z"))
        let sent = mail("RECLAMATION") { $0.sentAt = Instant(date) }
        #expect(sent.sentOn(receivedAt: received) == day.flatMap { CivilDate($0) }, "\(date)")
    }

    @Test(arguments: MailSort.allCases) func `is kept for good where it waits for somebody or is part of a case`(
        sort: MailSort
    ) {
        let isPart = sort == .reception || sort == .message
        #expect((sort.daysKept == nil) == (sort.waits || isPart))
        // Nothing that a person may have to find again is gone before a month is over.
        #expect(sort.daysKept ?? 30 >= 30)
    }
}
