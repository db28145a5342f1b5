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

    private static let places: [String: Swap] = [
        "path numero": .everywhere, "path reference": .everywhere, "path id": .everywhere, "path envoi": .everywhere,
        "path lien": .everywhere, "path agenda": .everywhere, "path modele": .everywhere,
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
        "field remplace_par": .tried([
            Trial(
                422,
                {
                    let fields: KeyValuePairs = [
                        "du": "2026-11-23", "au": "2026-12-01", "remplace_par": $0.stranger.officer.id,
                    ]
                    return try await $0.staff("/compte/absence", fields)
                }
            )
        ]),
        "field lecteurs": .tried([
            Trial(
                422,
                {
                    try await $0.act(
                        "restriction",
                        [
                            "cause": Restriction.Ground.implicatesManager.rawValue, "precision": "",
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
            ),
            Trial(
                422,
                {
                    try await $0.staff(
                        "/courriels/\($0.own.mail)/tri",
                        ["tri": MailSort.message.rawValue, "dossier": $0.stranger.number]
                    )
                }
            ),
            Trial(
                422,
                {
                    let fields: KeyValuePairs = ["dossier": $0.stranger.number, "motif": "La même affaire"]
                    return try await $0.act("rapprochement", fields)
                }
            ),
        ]),
        "field pieces": parts,
        "field destinataires": .tried([
            Trial(
                422,
                // A colleague's address is offered, and the stranger's is not shown again.
                typing: { $0.neighbour.canary },
                {
                    let fields: KeyValuePairs = [
                        "version": "1", "destinataires": $0.stranger.officer.email, "fonction": "la présidente",
                    ]
                    return try await $0.staff("/reglages/confidence", fields)
                }
            )
        ]),
        "field modele": .tried([
            Trial(
                422,
                {
                    try await $0.act(
                        "reponse-mediateur",
                        ["texte": "Vu", "modele": $0.stranger.template, "commencer": "1"]
                    )
                }
            )
        ]),
        "field parti_de": .tried([
            Trial(
                303,
                {
                    let fields: KeyValuePairs = [
                        "envoyee_le": "2026-11-23", "texte": "Nos observations, encore",
                        "parti_de": "\($0.stranger.template) 1",
                    ]
                    return try await $0.act("reponse-mediateur", fields)
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
            Trial(200, { try await $0.get("/audit/receptions?avant=\($0.stranger.reference)") }),
            Trial(200, { try await $0.get("/audit/registre?avant=\($0.stranger.number)") }),
            Trial(
                200,
                { try await $0.get("/registre?tri=-echeance&avant=2026-01-01.\($0.stranger.reference)&etat=archivee") }
            ),
        ]),
        "field identifiant": .tried([
            Trial(303, { try await $0.staff("/compte/jetons/fin", ["identifiant": $0.stranger.token.id]) }),
            Trial(303, { try await $0.staff("/compte/jetons/fin", ["identifiant": $0.neighbour.token.id]) }),
            Trial(303, { try await $0.staff("/vues/fin", ["identifiant": $0.stranger.token.id]) }),
            Trial(303, { try await $0.staff("/vues/nom", ["identifiant": $0.stranger.token.id, "nom": "Vue"]) }),
        ]),
        "field avertissement": .tried([
            Trial(404, { try await resend($0.stranger.announcement, $0) }),
            Trial(404, { try await resend($0.neighbour.announcement, $0) }),
        ]),
        "query APIParameter.cursor": .tried([
            Trial(200, { try await $0.program("/api/v1/dossiers?suivant=\($0.stranger.number)&etat=archivee") }),
            Trial(200, { try await $0.program("/api/v1/receptions?suivant=\($0.stranger.reference)&etat=archivee") }),
        ]),
        "query reference": .tried([
            Trial(
                200,
                { try await $0.get("/receptions?fait=saisie&reference=\($0.stranger.reference)&etat=archivee") }
            ),
            Trial(
                200,
                { try await $0.get("/receptions?fait=saisie&reference=\($0.neighbour.reference)&etat=archivee") }
            ),
        ]),
        "query Path.besideParameter": .tried([
            Trial(200, { try await $0.get("/dossiers/\($0.fresh.address)?piece=\($0.neighbour.pieces.ofCase.id)") }),
            Trial(200, { try await $0.get("/dossiers/\($0.fresh.address)?piece=\($0.stranger.pieces.ofCase.id)") }),
        ]),
        "query q": .tried([
            Trial(200, typing: { $0.stranger.canary }, { try await $0.get("/registre?q=\($0.stranger.canary)") })
        ]),
        "query personne": .tried([
            Trial(200, { try await $0.get("/audit/acces?personne=\($0.stranger.officer.id)") })
        ]),
        "query dossier": .tried([
            Trial(200, { try await $0.get("/audit/acces?dossier=\($0.stranger.number)") })
        ]),
    ]
}
