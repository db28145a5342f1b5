import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

/// What is tried in several places, or takes some steps.
extension Swap {
    /// Another case file, named where something is said of one's own.
    static let dossiers = Swap.tried([
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

    ])

    /// Documents that the form names as its own: the neighbour's, the stranger's, and one that waits over there.
    static func documents(as field: String) -> Swap {
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
                    // The same form, only shown again in the other language.
                    Trial(
                        200,
                        {
                            let envoi = $0.seal(ComplaintCounter.purpose, [])
                            let fields: KeyValuePairs = ["envoi": envoi, "langue": "en", field: named($0)]
                            return try await $0.complain("recapitulatif", fields)
                        }
                    ),
                ]
            }
        )
    }

    /// Documents that a complaint takes along where it is received apart.
    static let parts: Swap = {
        let theirs: [@Sendable (SwapScene) -> String] = [
            { $0.neighbour.pieces.ofCase.id }, { $0.stranger.pieces.ofCase.id },
        ]
        return .tried(
            theirs.map { theirs in
                Trial(
                    422,
                    { try await $0.act("scission", ["objet": "", "reclamation": "Le train", "pieces": theirs($0)]) }
                )
            }
        )
    }()

    /// A sign-in under way over there, with a token that is right for it.
    static func pending(at path: String) -> Swap {
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

    static func lost(_ scene: SwapScene, _ reference: String, _ email: String) async throws -> TestAnswer {
        try await scene.open("/suivi/acces", for: LostSecretDesk.purpose, ["reference": reference, "courriel": email])
    }

    /// Sends a form that comes back, beside a picture that it names.
    static func beside(_ picture: String, _ scene: SwapScene) async throws -> TestAnswer {
        let fields: KeyValuePairs = ["message": "[à compléter\u{A0}: numéro]", Path.besideParameter: picture]
        return try await scene.act("demande-complements", onFresh: true, fields)
    }

    /// Ends a session, said to be a colleague's. That colleague has none.
    static func end(_ session: String, _ scene: SwapScene) async throws -> TestAnswer {
        try await scene.staff("/reglages/comptes/\(scene.own.colleague.id)/sessions", ["session": session])
    }

    /// Sends one's own program again what was sent to another.
    static func resend(_ announcement: String, _ scene: SwapScene) async throws -> TestAnswer {
        try await scene.staff(
            "/reglages/avertissements/\(scene.own.subscriber)/renvoi",
            ["avertissement": announcement]
        )
    }

    /// The identifier of an officer's session, as their account's page has it.
    static func sessionID(_ holdings: Holdings) async throws -> String {
        let accounts = holdings.site.site.accounts(holdings.register.organisation)
        return try #require(try await accounts.session(of: holdings.session)).id
    }

    /// What somebody else's receipt says of their documents.
    static func notice(_ holdings: Holdings) throws -> String {
        let document = RefusedDocument(name: "\(holdings.canary).exe", reason: .kind)
        let notice = try #require(try RefusalNotice([document]))
        return try notice.sealed(for: holdings.envoi, with: holdings.site.site.formKey)
    }
}
