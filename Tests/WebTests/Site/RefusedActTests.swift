import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An act that is refused` {
    /// An act, the stage that it is tried at, what is typed, and words of the answer.
    struct Attempt: Sendable, CustomTestStringConvertible {
        let noun: String
        let stage: Stage
        let typed: [String: String]
        let said: String

        var testDescription: String { "\(noun): \(said)" }
    }

    static let attempts = [
        Attempt(
            noun: "qualification",
            stage: .received,
            typed: ["nature": "demande-avis", "motif": "Bref"],
            said: "10 caractères"
        ),
        Attempt(noun: "qualification", stage: .received, typed: ["motif": "Sans nature, hélas"], said: "Choisissez"),
        Attempt(
            noun: "complements",
            stage: .incomplete,
            typed: ["courriel": "noe@", "texte": "Par téléphone"],
            said: "adresse"
        ),
        Attempt(
            noun: "inscription",
            stage: .received,
            typed: ["en_l_etat": "Rien ne manque vraiment"],
            said: "qualifiez"
        ),
        Attempt(
            noun: "recusation",
            stage: .registered,
            typed: ["agent": "", "motif": "Ami"],
            said: "personne de la liste"
        ),
        Attempt(
            noun: "recusation",
            stage: .registered,
            typed: ["agent": "camille", "motif": "Connaît la personne"],
            said: "personne de la liste"
        ),
        Attempt(
            noun: "attribution",
            stage: .received,
            typed: ["gestionnaire": "inconnue", "derogation": "Il le faut bien"],
            said: "personne de la liste"
        ),
        Attempt(
            noun: "qualification",
            stage: .received,
            typed: ["nature": "reclamation", "mis_en_cause": "inconnu", "motif": "Elle le nomme"],
            said: "personne de la liste"
        ),
        Attempt(
            noun: "qualification",
            stage: .received,
            typed: ["nature": "reclamation", "motif": "Postée avant", "preuve_envoi": "Cachet de la poste"],
            said: "pas une date"
        ),
        Attempt(
            noun: "rectification",
            stage: .registered,
            typed: ["texte": "Postée plus tôt", "envoyee_le": "2026-11-24", "preuve_envoi": "Cachet de la poste"],
            said: "avant le 23"
        ),
        Attempt(
            noun: "reponse",
            stage: .investigating,
            typed: [
                "grief_1": "Le train", "decision_1": "accueillie", "texte": "Cher Noé, voici notre réponse.",
                "signataire": "Inès, qui rappelle que la médiation est obligatoire", "consommateur": "oui",
            ],
            said: "présente la médiation comme un devoir"
        ),
        Attempt(
            noun: "actions",
            stage: .registered,
            typed: ["texte": "Appel au loueur", "fait_le": "2027-02-30"],
            said: "pas une date"
        ),
        Attempt(
            noun: "actions",
            stage: .registered,
            typed: ["texte": "Appel", "fait_le": "2031-01-01"],
            said: "avenir"
        ),
        Attempt(noun: "sans-action", stage: .registered, typed: ["motif": "Non"], said: "10 caractères"),
        Attempt(
            noun: "prorogation",
            stage: .registered,
            typed: ["motif": "Le loueur se tait.", "nouvelle_date": "2026-11-24"],
            said: "nouvelle date"
        ),
        Attempt(
            noun: "reponse",
            stage: .investigating,
            typed: [
                "grief_1": "Le remboursement", "decision_1": "accueillie", "grief_3": "Le train",
                "decision_3": "rejetee",
                "solution_3": "Un bon d’achat", "decision_4": "rejetee", "texte": "Cher Noé,", "signataire": "Inès",
                "consommateur": "oui",
            ],
            said: "grief n° 2"
        ),
        Attempt(
            noun: "reponse",
            stage: .investigating,
            typed: [
                "motif_2": "Un motif sans grief en face", "decision_2": "rejetee", "texte": "Cher Noé,",
                "signataire": "Inès",
            ],
            said: "texte nécessaire"
        ),
        Attempt(
            noun: "mediation",
            stage: .answered,
            typed: ["cadre": "consommation", "mediateur": "CM2C", "saisi_le": "hier", "objet": "Le train"],
            said: "pas une date"
        ),
        Attempt(
            noun: "avis-mediateur",
            stage: .inMediation,
            typed: ["notifie_le": "2026-11-23", "texte": "Un avis sans dire lequel"],
            said: "Choisissez"
        ),
        Attempt(
            noun: "avis-mediateur",
            stage: .inMediation,
            typed: [
                "avis": "demande", "notifie_le": "2026-11-23", "texte": "Vos pièces ?", "reponse_due": "2026-11-22",
            ],
            said: "avant le jour de la lettre"
        ),
        Attempt(
            noun: "reponse-mediateur",
            stage: .inMediation,
            typed: ["envoyee_le": "2031-01-01", "texte": "Nos observations au médiateur"],
            said: "avenir"
        ),
        Attempt(
            noun: "prolongation-mediation",
            stage: .inMediation,
            typed: ["nouvelle_date": "2027-04-30", "motif": "Litige très complexe"],
            said: "Aucun délai de médiation ne court"
        ),
        Attempt(
            noun: "contestation",
            stage: .requalified,
            typed: ["conteste_par": "Noé d’Arcy", "contestee_le": "2026-11-23", "texte": " "],
            said: "texte nécessaire"
        ),
        Attempt(
            noun: "decision-contestation",
            stage: .contested,
            typed: ["decision": "maintien", "motif": "Trop bref"],
            said: "10 caractères"
        ),
        Attempt(
            noun: "issue-mediation",
            stage: .inMediation,
            typed: ["issue": "", "le": "2026-11-23", "texte": "Accord trouvé à midi"],
            said: "Choisissez"
        ),
        Attempt(
            noun: "cloture",
            stage: .registered,
            typed: ["motif": "Réponse acceptée hier"],
            said: "Enregistrée"
        ),
        Attempt(noun: "reouverture", stage: .closed, typed: ["motif": "Bof"], said: "10 caractères"),
        Attempt(noun: "retrait", stage: .registered, typed: ["motif": "Si"], said: "3 caractères"),
        Attempt(noun: "abandon", stage: .incomplete, typed: ["motif": "Muet"], said: "10 caractères"),
        Attempt(noun: "notes", stage: .registered, typed: ["texte": "   "], said: "texte nécessaire"),
        Attempt(
            noun: "rectification",
            stage: .registered,
            typed: ["texte": "Né à Lyon", "courriel": "@"],
            said: "adresse"
        ),
    ]

    @Test(arguments: attempts) func `shows the page again, with every word typed and the reason`(
        attempt: Attempt
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: attempt.stage)
            let before = try await site.books.register.caseFile(id)
            let answer = try await desk.post("/dossiers/\(before.address)/\(attempt.noun)", attempt.typed)
            #expect(answer.status == 422)
            #expect(answer.text.contains(attempt.said), "\(attempt.said)")
            for word in attempt.typed.values where word.contains(" ") && !word.allSatisfy(\.isWhitespace) {
                #expect(answer.text.contains(word), "\(word)")
            }
            #expect(try await site.books.register.caseFile(id).version == before.version)
        }
    }

    @Test(arguments: Engine.available)
    func `because somebody else wrote meanwhile keeps the words, and goes through the second time`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let file = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(file.address)"
            let typed = ["texte": "Longue note <b>gardée</b>", "version": String(file.version - 1)]
            let refused = try await desk.post("\(path)/notes", typed)
            #expect(refused.status == 409)
            #expect(refused.text.contains("Longue note &lt;b&gt;gardée&lt;/b&gt;"))
            #expect(refused.text.contains("pendant que vous écriviez"))
            let shown = try #require(refused.hidden("version"))
            #expect(shown == String(file.version))
            let done = try await desk.post("\(path)/notes", ["texte": "Longue note", "version": shown])
            #expect(done.status == 303)
            #expect(done.location == "\(path)?fait=notes")
            #expect(try await desk.get(done.location).text.contains("La note est au dossier."))
            for other in ["", "lettre", "%3Cb%3E", "retrait%26fait=notes", "Notes"] {
                #expect(try await !desk.get("\(path)?fait=\(other)").text.contains("class=\"confirmed\""), "\(other)")
            }
        }
    }

    @Test func `because the form broke off keeps what has come of it`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/notes"
            var body = MultipartBody()
            body.add("jeton", desk.token)
            body.add("texte", "Rappelée à midi")
            let refused = try await site.post(path, Array(body.bytes.dropLast(12)), headers: desk.headers)
            #expect(refused.status == 400)
            #expect(refused.text.contains("Rappel</textarea>") && refused.text.contains("arrivé en entier"))
        }
    }

    @Test func `because of a document says which, and keeps the words`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/actions"
            let typed = ["texte": "Devis demandé au loueur", "fait_le": "2026-11-23"]
            let script = ("devis.exe", Array("MZ".utf8))
            let refused = try await desk.post(path, typed, files: [script])
            #expect(refused.status == 422)
            #expect(refused.text.contains("format accepté"))
            #expect(refused.text.contains("Devis demandé au loueur"))
            let taken = try await desk.post(path, typed, files: [("devis.txt", Array("120 €".utf8))])
            #expect(taken.status == 303)
        }
    }

    @Test func `because one more grievance is asked for says which documents to choose again`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .investigating)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/reponse"
            let typed = ["grief_1": "Rembourser le train", "ajouter": "grief"]
            let more = try await desk.post(path, typed, files: [("devis & billets.txt", Array("120 €".utf8))])
            #expect(more.status == 200 && more.text.contains("Rembourser le train"))
            #expect(more.text.contains("À choisir de nouveau") && more.text.contains("devis &amp; billets.txt"))
            #expect(more.text.contains("id=\"reponse-piece_jointe-erreur\""))
            #expect(try await !desk.post(path, typed).text.contains("À choisir de nouveau"))
        }
    }

    @Test func `to hand over a letter shows the letter again`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.lead(to: .registered)
            let letters = try await site.books.register.letters(of: id)
            let path = "/lettres/\(try #require(letters.first).id)"
            for way in ["courriel", "pigeon", ""] {
                let refused = try await desk.post("\(path)/remise", ["voie": way, "numero": "1A 234 567"])
                #expect(refused.status == 422)
                #expect(refused.text.contains("1A 234 567") && refused.text.contains("Choisissez une réponse"))
            }
            let done = try await desk.post("\(path)/remise", ["voie": "courrier", "numero": "1A 234 567"])
            #expect(done.location == "\(path)?fait=remise")
            #expect(try await desk.get(done.location).text.contains("La remise est notée"))
            let late = try await desk.post("\(path)/remise", ["voie": "courrier", "numero": "1A 234 568"])
            #expect(late.status == 422)
            #expect(late.text.contains("1A 234 568") && late.text.contains("déjà partie"))
        }
    }
}

extension CaseFile {
    /// What the file is addressed by.
    var address: String { number?.description ?? reception.reference.description }
}

extension TestSite {
    /// A case file led to a stage by the manager's acts.
    func lead(to stage: Stage) async throws -> CaseFile.ID {
        let (register, manager) = (books.register, Author.officer(Story.manager))
        let id = try await books.receive()
        let day = books.clock.now.civilDate
        switch stage {
        case .received: return id
        case .incomplete:
            try await register.change(id, by: manager) { try $0.requestCompletion("Laquelle ?", rule: .standard, $1) }
            return id
        case .requalified, .contested:
            let judged = Qualification(nature: .informationRequest, reason: "Simple question sur le planning")
            try await register.change(id, by: manager) { try $0.qualify(judged, $1) }
            if stage == .contested {
                try await register.change(id, by: manager) { try $0.contest(Story.contest(on: day), $1) }
            }
            return id
        default: break
        }
        try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await register.enter(id, by: manager)
        if stage == .registered { return id }
        try await register.change(id, by: manager) { try $0.record(Measure(text: "Appel", doneOn: day), $1) }
        if stage == .investigating { return id }
        try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
        if stage == .inMediation {
            let referral = Referral(byComplainant: true, mediator: "Médiation Exemple", on: day, subject: "Le train")
            try await register.change(id, by: manager) {
                try $0.refer(referral, procedure: Story.procedure, $1)
            }
        }
        if stage == .closed {
            try await register.change(id, by: manager) { try $0.close("Réponse acceptée", $1) }
        }
        return id
    }
}
