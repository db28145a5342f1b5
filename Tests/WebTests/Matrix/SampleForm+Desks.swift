import Complaints
import Pages
import Registry

@testable import Web

/// The forms of those who enter what did not come by the public one, and of those who administer accounts.
extension SampleForm {
    /// What comes in by staff's hand. Beside the token of the session such a form has one that makes it count once.
    static func receiverForm(_ route: String, _ target: Holdings, _ asker: Asker) -> SampleForm? {
        let (binding, site) = (asker.session?.digest ?? [], target.site.site)
        func envoi(_ purpose: String) -> String { site.seal(site.newForm(), for: purpose, binding: binding) }
        switch route {
        case "POST /receptions/saisir":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                [
                    "envoi": envoi(TranscriptionDesk.purpose), "canal": Channel.other.rawValue,
                    "arrivee_le": "2026-11-23", "reclamation": "Rendez-moi mon argent",
                ]
            )
        case "POST /oral":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                [
                    "envoi": envoi(DiscontentDesk.purpose), "propos": "Le planning change sans prévenir",
                    "personne": "", "contact": "", "le": "2026-11-23", "canal": Channel.telephone.rawValue,
                    "entendu_par": "Luc", "moyen": "",
                ]
            )
        default: return nil
        }
    }

    /// What comes of something that was said. - Parameter version: of what was said, as its page has it.
    static func discontentForm(
        _ route: String,
        _ word: String?,
        _ target: Holdings,
        _ asker: Asker,
        _ version: String
    ) -> SampleForm? {
        guard route == "POST /oral/{id}/{suite}" else { return nil }
        let binding = asker.session?.digest ?? []
        switch word {
        case nil, "invitation":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["version": version, "moyen": Invitation.Way.paper.rawValue, "le": "2026-11-23"]
            )
        case "rattachement":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["version": version, "dossier": target.number])
        case "sans-suite":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["version": version, "motif": "La personne a renoncé."]
            )
        default: return nil
        }
    }

    /// What is done to accounts. Where no mail leaves, a link that was made is shown.
    static func administratorForm(_ route: String, _ word: String?, _ asker: Asker) -> SampleForm? {
        let binding = asker.session?.digest ?? []
        switch route {
        case "POST /reglages/comptes":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["nom": "Paul Leroy", "courriel": "paul@exemple.example", "roles": Role.receptionDesk.rawValue],
                done: 200
            )
        case "POST /reglages/comptes/{id}/{acte}":
            guard let act = AccountSheetDesk.Act(rawValue: word ?? AccountSheetDesk.Act.invite.rawValue) else {
                return nil
            }
            return accountForm(act, binding)
        default: return nil
        }
    }

    private static func accountForm(_ act: AccountSheetDesk.Act, _ binding: [UInt8]) -> SampleForm {
        switch act {
        case .change:
            SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["nom": "Paul Leroy", "roles": Role.receptionDesk.rawValue, "echeance": ""]
            )
        case .invite, .reset: SampleForm(StaffDoor.purpose, boundTo: binding, done: 200)
        case .disable, .enable: SampleForm(StaffDoor.purpose, boundTo: binding)
        case .sessions: SampleForm(StaffDoor.purpose, boundTo: binding, ["session": "toutes"])
        }
    }
}
