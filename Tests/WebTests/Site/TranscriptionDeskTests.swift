import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A complaint that did not come by the form` {
    private static let path = "/receptions/saisir"
    private static let scan = (name: "lettre & co.txt", content: Array("Madame, je demande".utf8))
    private static let letter = [
        "canal": "lrar", "arrivee_le": "2026-11-20", "envoyee_le": "2026-11-18", "preuve_envoi": "Cachet de la poste",
        "numero": "1A 204", "nom": "Àrçy", "prenom": "Noé", "vous_etes": "stagiaire", "courriel": "",
        "adresse": "3 rue Haute\n29000 Quimper", "objet": "Salle froide", "reclamation": "Trois jours sans chauffage",
    ]

    /// The form's own identifier, fresh.
    private func envoi(_ desk: TestDesk) async throws -> String {
        try #require(try await desk.get(Self.path).hidden("envoi"))
    }

    private func received(_ site: TestSite) async throws -> CaseFile? {
        guard let id = try await site.books.register.find("2026-R-0001") else { return nil }
        return try await site.books.register.caseFile(id)
    }

    // Shows: R-04, R-40
    @Test(arguments: [true, false]) func `promises an e-mail only where one can leave`(hasRelay: Bool) async throws {
        try await TestSite.open(hasRelay: hasRelay) { site in
            let page = try await site.desk([.receptionDesk]).get(Self.path).text
            #expect(page.contains("Il part par courriel si vous donnez une adresse électronique") == hasRelay)
            #expect(page.contains("Ce serveur n’envoie pas de courriels\u{A0}: il est à imprimer") != hasRelay)
        }
    }

    // Shows: R-04, R-16, R-40
    @Test(arguments: Engine.available)
    func `goes from its entry to its closing on paper, every letter posted by staff`(engine: Engine) async throws {
        try await TestSite.open(on: engine, hasRelay: true, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let fields = Self.letter.merging(["envoi": try await envoi(desk)]) { $1 }
            let entered = try await desk.post(Self.path, fields, files: [Self.scan])
            #expect(entered.status == 303 && entered.location == "/dossiers/2026-R-0001?fait=saisie")
            let page = try await desk.get(entered.location).text
            #expect(page.contains("La réclamation est reçue sous la référence 2026-R-0001"))
            #expect(page.contains("Lettre recommandée") && page.contains("1A 204"))
            #expect(page.contains("Inès Moreau, le 23/11/2026"))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            try await post(id, desk)
            for (noun, typed) in Self.acts {
                let file = try await site.books.register.caseFile(id)
                let answer = try await desk.post("/dossiers/\(file.address)/\(noun)", typed)
                #expect(answer.status == 303, "\(noun): \(answer.text)")
                try await post(id, desk)
            }
            let letters = try await site.books.register.letters(of: id)
            let kinds: Set<LetterKind> = [.acknowledgement, .completionRequest, .registration, .answer, .closing]
            #expect(letters.count == 5 && Set(letters.map(\.kind)) == kinds)
            #expect(letters.allSatisfy { $0.state == .issued })
            let file = try await site.books.register.caseFile(id)
            #expect(file.stage == .closed && file.email == nil && file.acknowledgedAt != nil)
            #expect(
                file.issued.values.allSatisfy {
                    $0.way == .registeredPost && $0.trace == "1A 205 334 5678 2" && $0.on == CivilDate("2026-11-23")
                }
            )
            #expect(file.reception.original.files.map(\.name) == ["lettre & co.txt"])
            #expect(file.satisfaction?.mark == .four)
            #expect(try await site.books.register.claimLetter() == nil)
            let pages = ["/tableau-de-bord", "/lettres", "/dossiers/\(file.address)"]
            for page in pages + letters.map({ "/lettres/\($0.id)" }) {
                let text = try await desk.get(page).text
                #expect(!text.contains("par courriel le") && !text.contains("Courriel, le"), "\(page)")
            }
        }
    }

    private static let acts: [(String, [String: String])] = [
        ("qualification", ["nature": "reclamation", "consommateur": "oui"]),
        ("demande-complements", ["message": "Quels jours ?"]), ("complements", ["texte": "Du 16 au 18 novembre"]),
        ("inscription", ["en_l_etat": ""]),
        ("actions", ["texte": "Chauffage réparé", "fait_le": "2026-11-23"]),
        (
            "reponse",
            [
                "grief_1": "Le froid", "decision_1": "accueillie", "solution_1": "Une journée offerte",
                "texte": "Vous avez raison.", "signataire": "Inès Moreau", "consommateur": "oui",
            ]
        ),
        ("cloture", ["motif": "La réponse a été acceptée."]),
        ("satisfaction", ["note": "4", "voie": "courrier", "le": "2026-11-23", "texte": "Coché sur la lettre"]),
    ]

    /// Posts what is to be printed, with its address on it; nothing waits for a relay.
    private func post(_ id: CaseFile.ID, _ desk: TestDesk) async throws {
        for letter in try await desk.site.books.register.letters(of: id) where letter.state != .issued {
            #expect(letter.state == .paper)
            let path = "/lettres/\(letter.id)"
            #expect(try await desk.get(path).text.contains("29000 Quimper"))
            let posted = ["voie": "lrar", "numero": "1A 205 334 5678 2", "partie_le": "2026-11-23"]
            #expect(try await desk.post("\(path)/remise", posted).status == 303)
            #expect(try await desk.get(path).text.contains("1A 205 334 5678 2"))
        }
    }

    // Shows: S-32
    @Test(arguments: Engine.available) func `is received when hardly anything is known, and to be completed`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let fields = [
                "canal": "autre", "arrivee_le": "2026-11-23", "reclamation": "Rendez-moi mon argent",
                "envoi": try await envoi(desk),
            ]
            #expect(try await desk.post(Self.path, fields).status == 303)
            let file = try #require(try await received(site))
            #expect(file.number == nil && file.entries[0].officer == desk.account.id)
            #expect(
                Completeness.standard.missing(from: file.completed) == [.lastName, .firstName, .contact, .stakeholder]
            )
            let letters = try await site.books.register.letters(of: file.id)
            #expect(letters.map(\.state) == [.paper])
        }
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `counts once however often its form is sent, at once or again`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let fields = Self.letter.merging(["envoi": try await envoi(desk)]) { $1 }
            let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
                for _ in 1...4 { group.addTask { try await desk.post(Self.path, fields, files: [Self.scan]) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.status == 303 && $0.location == answers[0].location })
            let changed = fields.merging(["objet": "Autre chose"]) { $1 }
            let other = try await desk.post(Self.path, changed, files: [Self.scan])
            #expect(other.status == 409 && other.text.contains("Autre chose"))
            #expect(other.hidden("envoi") != fields["envoi"] && other.text.contains("avec un autre contenu"))
            #expect(other.text.contains("lettre &amp; co.txt"))
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(1))
        }
    }

    // Shows: R-80
    @Test func `comes back with every mistake beside its field, its words and its documents kept`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let envoi = try await envoi(desk)
            let wrong = Self.letter.merging(
                ["envoi": envoi, "canal": "pigeon", "courriel": "noe@", "arrivee_le": "demain", "vous_etes": "roi"]
            ) { $1 }
            let page = try await desk.post(Self.path, wrong, files: [Self.scan])
            #expect(page.status == 422)
            for field in ["canal", "courriel", "arrivee_le", "vous_etes"] {
                #expect(page.text.contains("id=\"saisie-\(field)-erreur\""), "\(field)")
            }
            #expect(page.text.contains("Trois jours sans chauffage") && page.hidden("envoi") == envoi)
            let kept = try #require(page.hidden("piece_gardee")).replacing("&amp;", with: "&")
            let right = Self.letter.merging(["envoi": envoi, "piece_gardee": kept]) { $1 }
            #expect(try await desk.post(Self.path, right).status == 303)
            #expect(try await received(site)?.reception.original.files.map(\.name) == [Self.scan.name])
        }
    }

    // Shows: R-26, R-03
    @Test(arguments: [
        ("arrivee_le", ["arrivee_le": "2026-11-24", "envoyee_le": "", "preuve_envoi": ""]),
        ("envoyee_le", ["envoyee_le": "2026-11-21"]), ("preuve_envoi", ["preuve_envoi": ""]),
        ("envoyee_le", ["envoyee_le": ""]), ("accord", ["canal": "telephone"]), ("canal", ["canal": "formulaire"]),
        ("reclamation", ["objet": "", "reclamation": " "]),
    ])
    func `is not entered against the rules, which speak beside the field that can mend it`(
        field: String,
        odd: [String: String]
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let fields = Self.letter.merging(["envoi": try await envoi(desk)]) { $1 }.merging(odd) { $1 }
            let page = try await desk.post(Self.path, fields)
            #expect(page.status == 422 && page.text.contains("id=\"saisie-\(field)-erreur\""), "\(page.text)")
            #expect(try await received(site) == nil)
        }
    }

    // Shows: R-13
    @Test func `waits for a document that cannot be taken, and goes without it when sent again`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let fields = Self.letter.merging(["envoi": try await envoi(desk)]) { $1 }
            let page = try await desk.post(Self.path, fields, files: [("film.mov", [1, 2, 3])])
            #expect(page.status == 422 && page.text.contains("film.mov"))
            #expect(try await received(site) == nil)
            #expect(try await desk.post(Self.path, fields).status == 303)
        }
    }

    // Shows: R-19
    @Test func `is listed with its channel and with who entered it`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let fields = Self.letter.merging(["envoi": try await envoi(desk)]) { $1 }
            #expect(try await desk.post(Self.path, fields).status == 303)
            let list = try await desk.get("/receptions").text
            #expect(list.contains("Lettre recommandée") && list.contains("(saisie par Inès Moreau)"))
            #expect(list.contains("href=\"\(Self.path)\""))
            #expect(try await desk.get("/tableau-de-bord").text.contains("href=\"\(Self.path)\""))
            let reader = try await site.desk([.internalControl], email: "controle@cine-atelier.example")
            #expect(try await !reader.get("/receptions").text.contains("href=\"\(Self.path)\""))
        }
    }

    // Shows: S-56
    @Test func `is carried through a sign-in, and entered only when it is sent again`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let fields = Self.letter.merging(["envoi": try await envoi(desk)]) { $1 }
            site.books.clock.advance(seconds: 31 * 60)
            let page = try await desk.post(Self.path, fields)
            #expect(page.status == 401 && page.hidden("suite") == Self.path)
            let back = try await site.post(
                "/connexion",
                [
                    "jeton": page.hidden("jeton") ?? "", "suite": Self.path, "courriel": "ines@cine-atelier.example",
                    "mot_de_passe": TestSite.password, "repris.reclamation": "Trois jours sans chauffage",
                ]
            )
            #expect(back.status == 200 && back.text.contains("Trois jours sans chauffage"))
            #expect(back.text.contains("Votre session avait pris fin"))
            #expect(try await received(site) == nil)
        }
    }
}
