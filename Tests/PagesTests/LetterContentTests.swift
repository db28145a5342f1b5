import Complaints
import Testing

@testable import Pages

@Suite struct `What a letter says` {
    let press: Press

    init() throws { press = try Press() }

    // Shows: R-05, R-32
    @Test func `of reception: reference, hour, how and when, whom to ask, what becomes of the data`() throws {
        let text = try letter("accuse")
        for words in [
            "2026-R-0019", "14\u{A0}septembre 2026 à 10\u{A0}h\u{A0}12 (heure de Paris)", "Registre des réclamations",
            "16\u{A0}novembre 2026 (2\u{A0}mois à compter du 14\u{A0}septembre 2026)",
            "25\u{A0}septembre 2026 (10\u{A0}jours ouvrables", "Inès Moreau", "reclamations@cine-atelier.example",
            "12 rue des Projecteurs", "02 40 00 00 00", "7\u{A0}ans", "CNIL",
            "https://reclamations.cine-atelier.example/confidentialite", "à qui vous pouvez vous adresser",
        ] { #expect(text.contains(words), "\(words)") }
    }

    // Shows: S-43
    @Test func `of reception: no word of whoever filled in the form`() throws {
        let marks = (1...14).map { "Zqx\($0)Marque" }
        var original = Original(
            lastName: marks[0],
            firstName: marks[1],
            stakeholder: Stakeholder(rawValue: marks[2]),
            email: "victime@courrier.example",
            postalAddress: marks[3],
            telephone: marks[4],
            subject: marks[5],
            text: marks[6],
            trainingAction: marks[7],
            when: marks[10],
            expectation: marks[8],
            minor: Minor(representative: marks[11], contact: marks[12], postalAddress: marks[13])
        )
        original.files = [StaffStory.document(marks[9], "application/pdf", 1)]
        let reception = StaffStory.file(.received).reception
        let entry = Entry(
            event: .received(
                Reception(
                    reference: reception.reference,
                    channel: .form,
                    original: original,
                    procedure: 1,
                    due: reception.due
                )
            ),
            signature: Signature(by: .complainant, at: StaffStory.instant("2026-09-14T08:12:40Z")),
            caseFile: StaffStory.file,
            organisation: "cine-atelier"
        )
        let file = try #require(CaseFile(id: StaffStory.file, entries: [entry]))
        let request = LetterSamples.request(.acknowledgement, file)
        let letter = LetterTestPost.writer(press).compose(request)
        let everything =
            letter.unwrapped + String(decoding: letter.message, as: UTF8.self)
            + LetterTestPost.html(request, press)
        #expect(letter.recipient == "victime@courrier.example")
        for mark in marks { #expect(!everything.contains(mark), "\(mark)") }
    }

    // Shows: R-87, R-32
    @Test func `of what came in confidence: to whom it was handed over, and in no letter who handles complaints`()
        throws
    {
        let told = try letter("accuse-en-confidence")
        #expect(told.contains("Elle a été remise en confidence à la direction ou, si l’organisme n’en a pas, à la"))
        #expect(try !letter("accuse").contains("en confidence"))
        var procedure = PublicSamples.procedure
        procedure.confidential = ConfidentialRecipients(accounts: ["camille"], function: "Le président du conseil")
        let compose = { (kind: LetterKind) in
            LetterTestPost.writer(press).compose(LetterSamples.request(kind, StaffStory.confided, procedure))
        }
        #expect(compose(.acknowledgement).unwrapped.contains("remise en confidence au président du conseil."))
        for kind in LetterKind.allCases {
            let letter = compose(kind)
            #expect(!letter.text.contains("Inès Moreau") && !letter.text.contains("Votre interlocuteur"), "\(kind)")
            #expect(letter.text.hasSuffix("\n\nCiné-Atelier\n"), "\(kind)")
        }
        let answered = StaffStory.file(.answered)
        guard case .received(var reception) = answered.entries[0].event else {
            preconditionFailure("The story begins with a reception.")
        }
        reception.restriction = Restriction(ground: .implicatesManager)
        let first = StaffStory.entry(.received(reception), "2026-09-14T08:12:40Z")
        let confided = try #require(CaseFile(id: answered.id, entries: [first] + answered.entries.dropFirst()))
        let signatory = try #require(confided.answer?.signatory)
        let answer = LetterTestPost.writer(press).compose(LetterSamples.request(.answer, confided, procedure))
        #expect(answer.text.hasSuffix("\n\n\(signatory)\nCiné-Atelier\n"), "an answer has a signatory of its own")
    }

    // Shows: R-32
    @Test func `of receipt: that it is written by itself only where it goes by e-mail`() throws {
        #expect(try letter("accuse").contains("est écrite automatiquement"))
        #expect(try !letter("accuse-papier").contains("automatiquement"))
    }

    // Shows: R-08
    @Test func `of what is missing: each item in plain words, and that the date stays`() throws {
        let some = try letter("complements")
        #expect(
            some.contains("stagiaire, apprenti, employeur") && some.contains("Étiez-vous inscrit à titre personnel")
        )
        #expect(some.contains("garde sa date de réception, le 14\u{A0}septembre 2026"))
        let all = try letter("complements-tout")
        for item in Completeness.Item.allCases { #expect(all.contains(press.words("ask.\(item.rawValue)")), "\(item)") }
        #expect(!all.contains("ajoute") && all.contains("Bonjour, "))
    }

    // Shows: R-07
    @Test func `of requalification: what it is instead, why, and how to contest it`() throws {
        let text = try letter("requalification")
        #expect(text.contains("une demande d’information.") && text.contains("dates du prochain stage"))
        #expect(text.contains("Nous examinerons à nouveau votre message"))
        #expect(text.contains("C’est votre droit, une fois\u{A0}: écrivez-nous à "))
    }

    // Shows: R-07
    @Test func `of a contest: by whom it was looked at, what stays or changes, why, and where to turn`() throws {
        let stays = try letter("contestation-maintien")
        for words in [
            "contesté le 16\u{A0}septembre 2026", "Une autre personne que celle qui avait décidé",
            "une demande d’information.", "Rien n’est réclamé.", "une seconde fois", "Médiation Ouest",
            // Who signs is a setting: it may be the very person whose decision was contested.
            "n’est pas forcément celle de cette personne",
        ] { #expect(stays.contains(words), "\(words)") }
        let alone = try letter("contestation-maintien-seul")
        #expect(alone.contains("n’a personne d’autre pour le faire") && !alone.contains("Une autre personne"))
        let changes = try letter("contestation-reclamation")
        #expect(changes.contains("est une réclamation, et nous la traitons comme telle"))
        #expect(changes.contains("16\u{A0}novembre 2026") && changes.contains("vous en donnons le numéro"))
        let again = try letter("contestation-reclamation-inscrite")
        #expect(again.contains("garde son numéro REC-2026-0007") && !again.contains("Médiation Ouest"))
    }

    // Shows: R-07, R-15
    @Test func `of requalification: that the number stays, where it was in the register already`() throws {
        let text = try letter("requalification-inscrite")
        #expect(text.contains("sous le numéro REC-2026-0007") && !text.contains("n’est pas inscrit"))
        #expect(try letter("requalification").contains("n’est pas inscrit au Registre"))
    }

    // Shows: R-08, R-15
    @Test func `of registration as it is: what is missing, and never that it is complete`() throws {
        let text = try letter("inscription-en-l-etat")
        #expect(text.contains("REC-2026-0009") && text.contains("telle qu’elle est"))
        for item in ["nom", "prenom", "vous_etes"] { #expect(text.contains(press.words("ask.\(item)")), "\(item)") }
        #expect(!text.contains("est complète"))
        #expect(try letter("inscription").contains("est complète"))
    }

    // Shows: R-15, R-30
    @Test func `of registration and of delay: the number, the reason, the date`() throws {
        let registration = try letter("inscription")
        #expect(registration.contains("notre réponse au plus tard le 16\u{A0}novembre 2026"))
        #expect(registration.contains("REC-2026-0007") && registration.contains("16\u{A0}novembre 2026"))
        let holding = try letter("attente")
        #expect(
            holding.contains("Le loueur doit encore chiffrer sa part.") && holding.contains("15\u{A0}décembre 2026")
        )
    }

    // Shows: R-30
    @Test func `of registration or of a contest, late: an excuse, and no promise of a day that is past`() throws {
        for name in ["inscription-tardive", "contestation-reclamation-inscrite"] {
            let text = try letter(name)
            #expect(text.contains("aurions dû vous répondre au plus tard le 1"), "\(name)")
            #expect(!text.contains("aurez notre réponse"), "\(name)")
        }
        #expect(try !letter("contestation-reclamation").contains("aurions dû"))
    }

    // Shows: R-33, R-34, R-35
    @Test func `of an answer to a consumer: each decision with its ground, and the mediator to the last detail`() throws
    {
        let text = try letter("reponse")
        for words in [
            "REC-2026-0007", "vous avez raison sur la panne", "1. Rembourser deux jours (480 €)",
            "nous vous donnons raison", "Virement de 480 €", "2. Dédommager le temps perdu",
            "nous ne pouvons pas y donner suite", "sans frais, les 21 et 22 septembre", "attestation corrigée.pdf",
            "Vous pouvez saisir le médiateur de la consommation", "gratuit", "facultatif", "Médiation Ouest",
            "3 place du Commerce, 44000 Nantes", "https://mediation-ouest.example", "14\u{A0}septembre 2027",
            "Inès Moreau",
        ] { #expect(text.contains(words), "\(words)") }
    }

    // Shows: R-34
    @Test func `of an answer that grants everything: no recourse`() throws {
        #expect(try !letter("reponse-favorable").contains("Si cette réponse ne vous convient pas"))
    }

    // Shows: R-34, R-48
    @Test(arguments: [
        ("a-determiner", "Si vous avez agi en dehors de toute activité professionnelle", "Médiateur des entreprises"),
        ("apprenti", "Médiation consulaire, CCI de l’Ouest", "Médiateur des entreprises"),
        ("apprenti-sans-mediateur", "chambre consulaire", "CCI de l’Ouest"),
        ("entreprise", "Médiateur des entreprises", "médiateur de la consommation"),
        ("entreprise", "Notre contrat, s’il y en a un, peut prévoir", "médiateur de la consommation"),
        ("cpf", "Mon Compte Formation", "Médiateur des entreprises"),
        ("donnees", "rgpd@cine-atelier.example", "Mon Compte Formation"),
    ])
    func `of an answer: the recourse that fits the person, and no other`(
        person: String,
        fitting: String,
        other: String
    ) throws {
        let text = try letter("reponse-\(person)")
        #expect(text.contains(fitting) && !text.contains(other))
        #expect(text.contains("l’organisme qui nous a certifiés"))
    }

    // Shows: R-42
    @Test func `of closing: one question, five answers`() throws {
        let text = try letter("cloture")
        #expect(text.contains("Êtes-vous satisfait"))
        for figure in 1...5 { #expect(text.contains(press.words("satisfaction.\(figure)")), "\(figure)") }
        #expect(text.contains("qui figure en tête de cette lettre, avec un seul chiffre"))
    }

    // Shows: R-42
    @Test func `of closing again: that it is closed, and no second question`() throws {
        let text = try letter("cloture-de-nouveau")
        #expect(text.contains("Nous avons clos votre dossier") && text.contains("peut être rouvert"))
        #expect(!text.contains("satisfait") && !text.contains("Une question"))
    }

    @Test func `of how long things are kept: one year is no plural`() throws {
        var procedure = PublicSamples.procedure
        procedure.retentionYears = 1
        let request = LetterSamples.request(.closing, StaffStory.file(.closed), procedure)
        #expect(LetterTestPost.writer(press).compose(request).unwrapped.contains("gardons 1\u{A0}an après"))
    }

    @Test func `keeps the lines of whoever wrote the answer`() throws {
        let request = try #require(LetterSamples.all.first { $0.name == "reponse" }).request
        let letter = LetterTestPost.writer(press).compose(request)
        #expect(letter.text.contains("\nMonsieur,\n\nvous avez raison sur la panne."))
    }

    @Test(arguments: [
        ("aaa bbb", "", "aaa bbb"), ("", "", ""), ("a\n\nb", "- ", "- a\n\n  b"),
        (String(repeating: "x", count: 90), "- ", "- " + String(repeating: "x", count: 90)),
        (
            "un \(String(repeating: "x", count: 74)) deux", "- ",
            "- un\n  \(String(repeating: "x", count: 74))\n  deux"
        ),
        ("\(String(repeating: "x", count: 73)) ab", "", "\(String(repeating: "x", count: 73)) ab"),
        ("\(String(repeating: "x", count: 73)) abc", "", "\(String(repeating: "x", count: 73))\nabc"),
        ("\(String(repeating: "x", count: 73)) a\u{A0}b", "", "\(String(repeating: "x", count: 73))\na\u{A0}b"),
    ])
    func `is wrapped at 76 characters, between words only`(words: String, mark: String, wrapped: String) {
        #expect(LetterSheet.wrapped(words, mark: mark) == wrapped)
    }

    private func letter(_ name: String) throws -> String {
        let request = try #require(LetterSamples.all.first { $0.name == name }).request
        return LetterTestPost.writer(press).compose(request).unwrapped
    }
}
