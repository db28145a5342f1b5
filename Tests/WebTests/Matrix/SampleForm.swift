import Complaints
import Pages
import Registry

@testable import Web

/// The form of a route that changes something, right in everything.
struct SampleForm: Sendable {
    /// The field that its token comes in, what the token is for, and the session or link that it is bound to.
    let token: (field: String, purpose: String, binding: [UInt8])
    /// Its other fields.
    var fields: [(name: String, value: String)]
    /// What its route answers to whoever may send it.
    let done: Int
    /// The same to whoever has not what it names.
    var withoutIt = 410

    /// Routes that only lead on.
    private static let leading: Set = [
        "GET /dossiers/{numero}/{acte}", "GET /lettres/{id}/remise", "GET /lettres/{id}/relance",
        "GET /lettres/{id}/retour",
        "GET /reglages/comptes/{id}/{acte}", "GET /reglages/avertissements/{id}/{acte}",
        // Where there is no provider of identities, to the password.
        "GET /connexion/identite", "GET /connexion/identite/retour",
    ]

    /// What a route that only shows something answers to whoever may ask.
    static func shown(by route: String) -> Int { leading.contains(route) ? 303 : 200 }

    /// All of it, with a token of this site's.
    func sealed(by site: Site) -> [(name: String, value: String)] {
        [(token.field, site.seal(site.newForm(), for: token.purpose, binding: token.binding))] + fields
    }

    /// The form of a route, about what somebody holds; nil for a route, or a word in its address, that has none here.
    ///
    /// - Parameter word: what its address names beside identifiers, where it is another than usual.
    init?(
        _ route: String,
        of target: Holdings,
        by asker: Asker,
        naming word: String? = nil,
        text: String = "Vu"
    ) async throws {
        let version = String(try await target.version)
        let said = try await target.register.discontent(target.discontent)
        let settings = try await Self.settingsForm(route, word, target, asker) ?? Self.templateForm(route, asker)
        let told = try await Self.subscriberForm(route, word, target, asker)
        let administration = try await Self.administratorForm(route, word, target, asker)
        let found: [SampleForm?] = [
            Self.publicForm(route, target), Self.followUpForm(route, asker, version, text),
            Self.staffForm(route, target, asker, version, text), Self.accountForm(route, asker, version, text),
            Self.receiverForm(route, target, asker),
            Self.discontentForm(route, word, target, asker, String(said.version)), administration, told,
            Self.setUpForm(route, target), settings, Self.mailForm(route, asker),
        ]
        guard let found = found.compactMap(\.self).first else { return nil }
        self = found
    }

    init(
        _ purpose: String,
        boundTo binding: [UInt8] = [],
        in field: String = "jeton",
        _ fields: KeyValuePairs<String, String> = [:],
        done: Int = 303,
        withoutIt: Int = 410
    ) {
        token = (field, purpose, binding)
        self.fields = fields.map { ($0.key, $0.value) }
        self.done = done
        self.withoutIt = withoutIt
    }

    private static func publicForm(_ route: String, _ target: Holdings) -> SampleForm? {
        switch route {
        case "POST /reclamation":
            SampleForm(
                ComplaintCounter.purpose,
                in: "envoi",
                [
                    "nom": "Àrçy", "prenom": "Noé", "vous_etes": "stagiaire", "courriel": "noe@exemple.example",
                    "objet": "Salle froide", "reclamation": "Sans chauffage", "etape": "envoi",
                ]
            )
        case "POST /connexion":
            SampleForm(
                SignInDesk.purpose,
                ["courriel": target.officer.email, "mot_de_passe": TestSite.password]
            )
        case "POST /suivi":
            SampleForm(FollowUpDesk.purpose, ["code_de_suivi": target.secret.readable], withoutIt: 422)
        case "POST /suivi/acces":
            SampleForm(
                LostSecretDesk.purpose,
                ["reference": target.reference, "courriel": target.email],
                done: 200
            )
        case "POST /suivi/acces/{lien}": SampleForm(LostSecretDesk.linkPurpose, done: 200)
        case "POST /invitation/{jeton}":
            SampleForm(
                InvitationDesk.purpose,
                boundTo: target.invitation.digest,
                ["mot_de_passe": newPassword, "mot_de_passe_encore": newPassword]
            )
        default: nil
        }
    }

    private static func followUpForm(
        _ route: String,
        _ asker: Asker,
        _ version: String,
        _ text: String
    ) -> SampleForm? {
        let binding = asker.follower?.digest ?? []
        switch route {
        case "POST /suivi/dossier/{acte}":
            return SampleForm(FollowUpDoor.purpose, boundTo: binding, ["version": version, "texte": text])
        case "POST /suivi/fin": return SampleForm(FollowUpDoor.purpose, boundTo: binding)
        default: return nil
        }
    }

    private static func staffForm(
        _ route: String,
        _ target: Holdings,
        _ asker: Asker,
        _ version: String,
        _ text: String
    ) -> SampleForm? {
        let binding = asker.session?.digest ?? []
        switch route {
        case "POST /dossiers/{numero}/{acte}":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["version": version, "texte": text])
        case "POST /lettres/{id}/remise":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["voie": "courrier", "partie_le": "2026-11-23"])
        case "POST /lettres":
            let fields: KeyValuePairs = ["lettres": target.others.toPost, "partie_le": "2026-11-23"]
            return SampleForm(StaffDoor.purpose, boundTo: binding, fields)
        case "POST /lettres/{id}/retour":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["retour": "npai", "le": "2026-11-23"])
        case "POST /lettres/{id}/relance": return SampleForm(StaffDoor.purpose, boundTo: binding)
        default: return nil
        }
    }

    private static func accountForm(
        _ route: String,
        _ asker: Asker,
        _ version: String,
        _ text: String
    ) -> SampleForm? {
        let binding = asker.session?.digest ?? []
        switch route {
        case "POST /deconnexion", "POST /compte/second-facteur", "POST /compte/codes-de-secours",
            "POST /compte/identite", "POST /compte/identite/fin":
            return SampleForm(StaffDoor.purpose, boundTo: binding)
        case "POST /etat/premiers-pas": return SampleForm(StaffDoor.purpose, boundTo: binding)
        case "POST /compte/lettre", "POST /compte/lettre-du-jour":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["lettre": "non"])
        case "POST /compte/absence": return SampleForm(StaffDoor.purpose, boundTo: binding, ["fin": "oui"])
        case "POST /compte/calendrier": return SampleForm(StaffDoor.purpose, boundTo: binding, done: 200)
        case "POST /compte/calendrier/fin": return SampleForm(StaffDoor.purpose, boundTo: binding)
        case "POST /compte/sessions": return SampleForm(StaffDoor.purpose, boundTo: binding, ["session": "autres"])
        case "POST /compte/mot-de-passe":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["ancien": TestSite.password, "mot_de_passe": newPassword, "mot_de_passe_encore": newPassword]
            )
        case "POST /compte/jetons":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["nom": "Logiciel de gestion", "jusqu_au": "2027-02-21", "portee": TokenScope.read.rawValue],
                done: 200
            )
        case "POST /compte/jetons/fin":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["identifiant": "dol_00000000"])
        case "POST /vues":
            let fields: KeyValuePairs = ["livre": "registre", "etat": "en-retard", "nom": "En retard"]
            return SampleForm(StaffDoor.purpose, boundTo: binding, fields)
        case "POST /vues/nom", "POST /vues/fin":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["identifiant": "aucune", "nom": "En retard"])
        case _ where route.contains("/export."):
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["etat": "archivee"], done: 200)
        // A browser sends a program's requests in vain.
        case "POST /api/v1/receptions", "POST /api/v1/dossiers/{reference}/actes":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["acte": "notes", "version": version, "texte": text]
            )
        default: return nil
        }
    }

    private static let newPassword = "tournevis marmotte galet"
}
