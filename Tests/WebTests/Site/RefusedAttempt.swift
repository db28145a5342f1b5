import Complaints
import Testing

/// An act, the stage that it is tried at, what is typed, and words of the answer.
struct RefusedAttempt: Sendable, CustomTestStringConvertible {
    let noun: String
    let stage: Stage
    let typed: [String: String]
    let said: String

    var testDescription: String { "\(noun): \(said)" }

    static let all = [
        RefusedAttempt(
            noun: "qualification",
            stage: .received,
            typed: ["nature": "demande-avis", "motif": "Bref"],
            said: "10 caractères"
        ),
        RefusedAttempt(
            noun: "qualification",
            stage: .received,
            typed: ["motif": "Sans nature, hélas"],
            said: "Choisissez"
        ),
        RefusedAttempt(
            noun: "complements",
            stage: .incomplete,
            typed: ["courriel": "noe@", "texte": "Par téléphone"],
            said: "adresse"
        ),
        RefusedAttempt(
            noun: "inscription",
            stage: .received,
            typed: ["en_l_etat": "Rien ne manque vraiment"],
            said: "qualifiez"
        ),
        RefusedAttempt(
            noun: "recusation",
            stage: .registered,
            typed: ["agent": "", "motif": "Ami"],
            said: "personne de la liste"
        ),
        RefusedAttempt(
            noun: "recusation",
            stage: .registered,
            typed: ["agent": "camille", "motif": "Connaît la personne"],
            said: "personne de la liste"
        ),
        RefusedAttempt(
            noun: "attribution",
            stage: .received,
            typed: ["gestionnaire": "inconnue", "derogation": "Il le faut bien"],
            said: "personne de la liste"
        ),
        RefusedAttempt(
            noun: "qualification",
            stage: .received,
            typed: ["nature": "reclamation", "mis_en_cause": "inconnu", "motif": "Elle le nomme"],
            said: "personne de la liste"
        ),
        RefusedAttempt(
            noun: "qualification",
            stage: .received,
            typed: ["nature": "reclamation", "motif": "Postée avant", "preuve_envoi": "Cachet de la poste"],
            said: "pas une date"
        ),
        RefusedAttempt(
            noun: "rectification",
            stage: .registered,
            typed: ["texte": "Postée plus tôt", "envoyee_le": "2026-11-24", "preuve_envoi": "Cachet de la poste"],
            said: "précéder le 23"
        ),
        RefusedAttempt(
            noun: "reponse",
            stage: .investigating,
            typed: [
                "grief_1": "Le train", "decision_1": "accueillie", "texte": "Cher Noé, voici notre réponse.",
                "signataire": "Inès, qui rappelle que la médiation est obligatoire", "consommateur": "oui",
            ],
            said: "présente la médiation comme un devoir"
        ),
        RefusedAttempt(
            noun: "actions",
            stage: .registered,
            typed: ["texte": "Appel au loueur", "fait_le": "2027-02-30"],
            said: "pas une date"
        ),
        RefusedAttempt(
            noun: "actions",
            stage: .registered,
            typed: ["texte": "Appel", "fait_le": "2031-01-01"],
            said: "à venir"
        ),
        RefusedAttempt(noun: "sans-action", stage: .registered, typed: ["motif": "Non"], said: "10 caractères"),
        RefusedAttempt(
            noun: "prorogation",
            stage: .registered,
            typed: ["motif": "Le loueur se tait.", "nouvelle_date": "2026-11-24"],
            said: "nouvelle date"
        ),
        RefusedAttempt(
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
        RefusedAttempt(
            noun: "reponse",
            stage: .investigating,
            typed: [
                "motif_2": "Un motif sans grief en face", "decision_2": "rejetee", "texte": "Cher Noé,",
                "signataire": "Inès",
            ],
            said: "Un texte est nécessaire ici"
        ),
        RefusedAttempt(
            noun: "mediation",
            stage: .answered,
            typed: ["cadre": "consommation", "mediateur": "CM2C", "saisi_le": "hier", "objet": "Le train"],
            said: "pas une date"
        ),
        RefusedAttempt(
            noun: "mediation",
            stage: .answered,
            typed: ["cadre": "consommation", "mediateur": "CM2C", "saisi_le": "2026-11-23", "objet": "Le train"],
            said: "Choisissez une réponse"
        ),
        RefusedAttempt(
            noun: "avis-mediateur",
            stage: .inMediation,
            typed: ["notifie_le": "2026-11-23", "texte": "Un avis sans dire lequel"],
            said: "Choisissez"
        ),
        RefusedAttempt(
            noun: "avis-mediateur",
            stage: .inMediation,
            typed: [
                "avis": "demande", "notifie_le": "2026-11-23", "texte": "Vos pièces ?", "reponse_due": "2026-11-22",
            ],
            said: "avant le jour de la lettre"
        ),
        RefusedAttempt(
            noun: "reponse-mediateur",
            stage: .inMediation,
            typed: ["envoyee_le": "2031-01-01", "texte": "Nos observations au médiateur"],
            said: "à venir"
        ),
        RefusedAttempt(
            noun: "prolongation-mediation",
            stage: .inMediation,
            typed: ["nouvelle_date": "2027-04-30", "motif": "Litige très complexe"],
            said: "Aucun délai de médiation ne court"
        ),
        RefusedAttempt(
            noun: "contestation",
            stage: .requalified,
            typed: ["conteste_par": "Noé d’Arcy", "contestee_le": "2026-11-23", "texte": " "],
            said: "Écrivez quelque chose ici"
        ),
        RefusedAttempt(
            noun: "decision-contestation",
            stage: .contested,
            typed: ["decision": "maintien", "motif": "Trop bref"],
            said: "10 caractères"
        ),
        RefusedAttempt(
            noun: "issue-mediation",
            stage: .inMediation,
            typed: ["issue": "", "le": "2026-11-23", "texte": "Accord trouvé à midi"],
            said: "Choisissez"
        ),
        RefusedAttempt(
            noun: "cloture",
            stage: .registered,
            typed: ["motif": "Réponse acceptée hier"],
            said: "Enregistrée"
        ),
        RefusedAttempt(
            noun: "satisfaction",
            stage: .closed,
            typed: ["voie": "courriel", "le": "2026-11-23", "texte": "Elle ne donne pas de chiffre"],
            said: "Choisissez"
        ),
        RefusedAttempt(
            noun: "satisfaction",
            stage: .closed,
            typed: ["note": "5", "voie": "oral", "le": "2026-11-22", "texte": "Dite la veille de la clôture"],
            said: "précède ce qu’elle devrait suivre"
        ),
        RefusedAttempt(noun: "reouverture", stage: .closed, typed: ["motif": "Bof"], said: "10 caractères"),
        RefusedAttempt(noun: "retrait", stage: .registered, typed: ["motif": "Si"], said: "3 caractères"),
        RefusedAttempt(noun: "abandon", stage: .incomplete, typed: ["motif": "Muet"], said: "10 caractères"),
        RefusedAttempt(
            noun: "abandon",
            stage: .incomplete,
            typed: ["motif": "Aucune réponse de la personne"],
            said: "à partir du 23\u{A0}décembre 2026"
        ),
        RefusedAttempt(
            noun: "actions",
            stage: .registered,
            typed: ["texte": "Appel au loueur", "fait_le": "2025-01-01"],
            said: "précède le 23\u{A0}novembre 2026"
        ),
        RefusedAttempt(noun: "notes", stage: .registered, typed: ["texte": "   "], said: "Un texte est nécessaire ici"),
        RefusedAttempt(
            noun: "rectification",
            stage: .registered,
            typed: ["texte": "Né à Lyon", "courriel": "@"],
            said: "adresse"
        ),
    ]
}
