import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

/// What becomes of a parameter when somebody else's is put in its place.
enum Swap: Sendable {
    /// One way to send it, and the status of the answer.
    struct Trial: Sendable {
        let status: Int
        /// What was typed, where the page shows it again.
        let typed: @Sendable (SwapScene) -> String
        let attempt: @Sendable (SwapScene) async throws -> TestAnswer

        init(
            _ status: Int,
            typing typed: @escaping @Sendable (SwapScene) -> String = { _ in "" },
            _ attempt: @escaping @Sendable (SwapScene) async throws -> TestAnswer
        ) {
            self.status = status
            self.typed = typed
            self.attempt = attempt
        }
    }

    /// It names nothing of anybody's: words, a choice, a date, a secret of one's own to compare with.
    case words
    /// It is swapped wherever it stands in the address of a route, or wherever the cookie is sent.
    case everywhere
    /// What is tried.
    case tried([Trial])

    /// Every parameter that the site reads, as its code spells it.
    static let all: [String: Swap] = plain.merging(places) { $1 }.merging(fields) { $1 }

    private static let plain: [String: Swap] = Dictionary(
        uniqueKeysWithValues: [
            "field avis", "field cadre", "field decision", #"field decision_\(index)"#, "field issue", "field nature",
            "field voie", "field consommateur", "field theme", "field contestee_le", "field envoyee_le",
            "field fait_le",
            "field le", "field notifie_le", "field nouvelle_date", "field partie_le", "field saisi_le",
            "field reponse_due", "field par_reclamant", "field ancien", "field code", "field etape", "field incomplete",
            "field mot_de_passe", "field mot_de_passe_encore", "field suite", "field version", "field Self.act",
            "field Self.confirmation", "field adresse", "field conteste_par", "field derogation", "field en_l_etat",
            #"field grief_\(index)"#, "field mediateur", "field message", "field motif", #"field motif_\(index)"#,
            "field note", "field numero", "field objet", "field preuve_envoi", "field signataire",
            #"field solution_\(index)"#, "field texte", "field ajouter", "field gravites", "field relire",
            "field site_web", #"field \($0)_\(index)"#, "query fait", "query version", "query etat", "query suite",
            "field accord", "field arrivee_le", "field canal", "field cause", "field echeance", "field moyen",
            "field nom", "field precision", "field propos", "field roles", "path acte", "path nom", "path suite",
        ].map { ($0, .words) }
    )

    private static let places: [String: Swap] = [
        "path numero": .everywhere, "path id": .everywhere, "path envoi": .everywhere, "path lien": .everywhere,
        "path jeton": .everywhere, "cookie session": .everywhere, "cookie suivi": .everywhere,
        "cookie suivi-acces": .everywhere,
    ]

    private static let fields: [String: Swap] = [
        "field FormEntry.kept": documents(as: "piece_gardee"),
        "field retirer": documents(as: "retirer"),
        "field gestionnaire": .tried([
            Trial(422, { try await $0.act("attribution", ["gestionnaire": $0.stranger.officer.id, "derogation": ""]) })
        ]),
        "field agent": .tried([
            Trial(
                422,
                { try await $0.act("recusation", ["agent": $0.stranger.officer.id, "motif": "Un ami de longue date"]) }
            )
        ]),
        "field lecteurs": .tried([
            Trial(
                422,
                {
                    try await $0.act(
                        "restriction",
                        [
                            "cause": Restriction.Ground.safety.rawValue, "precision": "",
                            "lecteurs": $0.own.officer.id, "lecteurs": $0.stranger.officer.id,
                        ]
                    )
                }
            )
        ]),
        "field dossier": .tried([
            Trial(
                422,
                {
                    try await $0.staff(
                        "/oral/\($0.own.discontent)/rattachement",
                        ["version": "1", "dossier": $0.stranger.number]
                    )
                }
            )
        ]),
        "field parole": .tried([Trial(404, { try await $0.enter(["parole": $0.stranger.discontent.description]) })]),
        "query parole": .tried([
            Trial(404, { try await $0.get("/receptions/saisir?parole=\($0.stranger.discontent)") })
        ]),
        "field mis_en_cause": .tried([
            Trial(
                422,
                {
                    try await $0.act(
                        "qualification",
                        onFresh: true,
                        [
                            "nature": Nature.complaint.rawValue, "motif": "Une somme est due", "consommateur": "oui",
                            "mis_en_cause": $0.stranger.officer.id,
                        ]
                    )
                }
            )
        ]),
        "field session": .tried([
            Trial(303, { try await $0.staff("/compte/sessions", ["session": try await sessionID($0.stranger)]) }),
            Trial(303, { try await $0.staff("/compte/sessions", ["session": try await sessionID($0.neighbour)]) }),
            Trial(303, { try await end(try await sessionID($0.stranger), $0) }),
            Trial(303, { try await end(try await sessionID($0.neighbour), $0) }),
        ]),
        "field CodeDesk.field": pending(at: Path.signIn),
        "field Self.field": pending(at: Path.signIn),
        "field jeton": .tried([
            Trial(
                403,
                { try await $0.open("/deconnexion", ["jeton": $0.seal(StaffDoor.purpose, $0.stranger.session.digest)]) }
            ),
            Trial(
                403,
                {
                    try await $0.open(
                        "/deconnexion",
                        ["jeton": $0.seal(StaffDoor.purpose, $0.neighbour.session.digest)]
                    )
                }
            ),
            Trial(
                403,
                {
                    try await $0.open(
                        "/suivi/fin",
                        ["jeton": $0.seal(FollowUpDoor.purpose, $0.neighbour.follower.digest)]
                    )
                }
            ),
        ]),
        "field envoi": .tried([
            Trial(200, { try await $0.complain("recapitulatif", ["envoi": $0.stranger.envoi]) }),
            Trial(303, { try await $0.complain("envoi", ["envoi": $0.stranger.envoi]) }),
            Trial(200, { try await $0.complain("recapitulatif", ["envoi": $0.neighbour.envoi]) }),
            Trial(409, { try await $0.complain("envoi", ["envoi": $0.neighbour.envoi]) }),
            Trial(
                422,
                { try await $0.enter(["envoi": $0.seal(TranscriptionDesk.purpose, $0.neighbour.session.digest)]) }
            ),
        ]),
        "field code_de_suivi": .tried([
            Trial(
                422,
                {
                    try await $0.open(
                        "/suivi",
                        for: FollowUpDesk.purpose,
                        ["code_de_suivi": $0.stranger.secret.readable]
                    )
                }
            )
        ]),
        "field reference": .tried([
            Trial(200, { try await lost($0, $0.stranger.reference, $0.stranger.email) }),
            Trial(200, { try await lost($0, $0.neighbour.reference, $0.own.email) }),
            Trial(200, { try await lost($0, $0.own.reference, $0.neighbour.email) }),
        ]),
        "field courriel": .tried([
            Trial(
                401,
                typing: { $0.stranger.officer.email },
                {
                    let fields: KeyValuePairs = [
                        "courriel": $0.stranger.officer.email, "mot_de_passe": TestSite.password,
                    ]
                    return try await $0.open("/connexion", for: SignInDesk.purpose, fields)
                }
            )
        ]),
        "field RefusalNotice.parameter": .tried([
            Trial(
                200,
                { try await $0.complain("recapitulatif", ["envoi": $0.own.envoi, "avis": try notice($0.neighbour)]) }
            )
        ]),
        "query RefusalNotice.parameter": .tried([
            Trial(200, { try await $0.get("/reclamation/recepisse/\($0.own.envoi)?avis=\(try notice($0.neighbour))") }),
            Trial(200, { try await $0.get("/suivi/dossier?avis=\(try notice($0.stranger))") }),
        ]),
        "query avant": .tried([
            Trial(200, { try await $0.get("/receptions?avant=\($0.stranger.reference)&etat=archivee") }),
            Trial(200, { try await $0.get("/registre?avant=\($0.stranger.number)&etat=archivee") }),
        ]),
    ]

    /// Documents that the form names as its own: the neighbour's, the stranger's, and one that waits over there.
    private static func documents(as field: String) -> Swap {
        let theirs: [@Sendable (SwapScene) -> String] = [
            { $0.neighbour.pieces.ofCase.id }, { $0.stranger.pieces.ofCase.id }, { $0.stranger.pieces.waiting.id },
        ]
        let isKept = field == "piece_gardee"
        return .tried(
            theirs.flatMap { theirs -> [Trial] in
                // Their names are not said: what a form says itself, its page may say again.
                let named: @Sendable (SwapScene) -> String = { isKept ? "\(theirs($0)) note.txt" : theirs($0) }
                return [
                    Trial(
                        isKept ? 422 : 303,
                        {
                            try await $0.act(
                                "rectification",
                                ["texte": "Le nom s’écrit autrement", field: named($0)]
                            )
                        }
                    ), Trial(isKept ? 422 : 303, { try await $0.add([field: named($0)]) }),
                    Trial(isKept ? 422 : 303, { try await $0.enter([field: named($0)]) }),
                    Trial(
                        isKept ? 422 : 200,
                        {
                            let envoi = $0.seal(ComplaintCounter.purpose, [])
                            return try await $0.complain("recapitulatif", ["envoi": envoi, field: named($0)])
                        }
                    ),
                ]
            }
        )
    }

    /// A sign-in under way over there, with a token that is right for it.
    private static func pending(at path: String) -> Swap {
        .tried([
            Trial(
                401,
                { scene in
                    let register = scene.stranger.register
                    let factors = register.secondFactors(of: scene.site.site.accounts(register.organisation))
                    let pending = try await factors.ask(scene.stranger.officer)
                    let application = try TestApplication(secret: try #require(pending.offered).readable)
                    let fields: KeyValuePairs = [
                        "attente": pending.token.text, "jeton": scene.seal(CodeDesk.purpose, pending.token.digest),
                        "code": application.code(at: scene.site.books.clock.now),
                    ]
                    return try await scene.open(path, fields)
                }
            )
        ])
    }

    private static func lost(_ scene: SwapScene, _ reference: String, _ email: String) async throws -> TestAnswer {
        try await scene.open("/suivi/acces", for: LostSecretDesk.purpose, ["reference": reference, "courriel": email])
    }

    /// Ends a session, said to be a colleague's. That colleague has none.
    private static func end(_ session: String, _ scene: SwapScene) async throws -> TestAnswer {
        try await scene.staff("/reglages/comptes/\(scene.own.colleague.id)/sessions", ["session": session])
    }

    /// The identifier of an officer's session, as their account's page has it.
    private static func sessionID(_ holdings: Holdings) async throws -> String {
        let accounts = holdings.site.site.accounts(holdings.register.organisation)
        return try #require(try await accounts.session(of: holdings.session)).id
    }

    /// What somebody else's receipt says of their documents.
    private static func notice(_ holdings: Holdings) throws -> String {
        let document = RefusedDocument(name: "\(holdings.canary).exe", reason: .kind)
        let notice = try #require(try RefusalNotice([document]))
        return try notice.sealed(for: holdings.envoi, with: holdings.site.site.formKey)
    }
}
