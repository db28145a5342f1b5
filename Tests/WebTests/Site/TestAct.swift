import Complaints
import Registry
import TestSupport
import Testing

@testable import Web

/// An act on a case file as its form sends it: right in everything, at a stage where it may be done.
struct TestAct: Sendable, CustomTestStringConvertible {
    let noun: String
    let stage: Stage
    let fields: [String: String]
    /// Fields that are read as something other than words, each with a value that is none.
    var odd: [String: String] = [:]
    /// Whether the file must be qualified first.
    var isQualified = false

    var testDescription: String { noun }

    /// Stands for the account of whoever acts.
    static let oneself = "moi-même"
    /// Stands for the account of somebody who may handle the case.
    static let handler = "un responsable"

    static let all = [
        TestAct(
            noun: "qualification",
            stage: .received,
            fields: ["nature": Nature.complaint.rawValue, "motif": "Une somme est due", "consommateur": "oui"],
            odd: [
                "nature": "rien de cela", "consommateur": "peut-être", "theme": "rien de cela",
                "gravites": "rien de cela",
                "mis_en_cause": "x",
            ]
        ),
        TestAct(noun: "demande-complements", stage: .received, fields: ["message": "Quelle session ?"]),
        TestAct(
            noun: "complements",
            stage: .incomplete,
            fields: ["texte": "La session de mars", "courriel": "noe@exemple.example"],
            odd: ["courriel": "noe@", "vous_etes": "rien de cela"]
        ),
        TestAct(
            noun: "rectification",
            stage: .registered,
            fields: ["texte": "Le nom s’écrit autrement", "courriel": ""],
            odd: ["courriel": "noe@"]
        ),
        TestAct(
            noun: "inscription",
            stage: .received,
            fields: ["en_l_etat": "Tout est connu de nous"],
            isQualified: true
        ),
        TestAct(
            noun: "attribution",
            stage: .registered,
            fields: ["gestionnaire": oneself, "derogation": ""],
            odd: ["gestionnaire": "inconnu"]
        ),
        TestAct(
            noun: "recusation",
            stage: .registered,
            fields: ["agent": oneself, "motif": "Un ami de longue date"],
            odd: ["agent": "inconnu"]
        ),
        TestAct(
            noun: "restriction",
            stage: .registered,
            fields: ["cause": Restriction.Ground.implicatesManager.rawValue, "precision": "", "lecteurs": handler],
            odd: ["cause": "rien de cela", "lecteurs": "inconnu"]
        ),
        TestAct(
            noun: "actions",
            stage: .registered,
            fields: ["texte": "Appel au loueur", "fait_le": "2026-11-23"],
            odd: ["fait_le": "2026-13-45"]
        ),
        TestAct(noun: "sans-action", stage: .registered, fields: ["motif": "Tout était déjà fait"]),
        TestAct(
            noun: "prorogation",
            stage: .registered,
            fields: ["motif": "Le loueur se tait encore", "nouvelle_date": "2027-03-15"],
            odd: ["nouvelle_date": "demain"]
        ),
        TestAct(noun: "notes", stage: .registered, fields: ["texte": "Rappelée ce matin"]),
        TestAct(
            noun: "scission",
            stage: .registered,
            fields: ["objet": "Le train", "reclamation": "Je demande le remboursement du train."],
            odd: ["pieces": "inconnue"]
        ),
        TestAct(
            noun: "reponse",
            stage: .investigating,
            fields: [
                "grief_1": "Le remboursement", "decision_1": Outcome.upheld.rawValue, "motif_1": "",
                "solution_1": "120 €",
                "texte": "Vous avez raison.", "signataire": "Inès Moreau", "consommateur": "oui",
            ],
            odd: ["decision_1": "rien de cela", "consommateur": "peut-être"]
        ),
        TestAct(
            noun: "mediation",
            stage: .answered,
            fields: [
                "cadre": MediationKind.consumer.rawValue, "par_reclamant": "oui", "mediateur": "Médiation Exemple",
                "saisi_le": "2026-11-23", "objet": "Le train",
                "reponse_due": "2026-12-15",
            ],
            odd: ["cadre": "rien de cela", "par_reclamant": "peut-être", "saisi_le": "hier", "reponse_due": "bientôt"]
        ),
        TestAct(
            noun: "avis-mediateur",
            stage: .inMediation,
            fields: [
                "avis": MediatorNotice.Kind.accepted.rawValue, "notifie_le": "2026-11-23", "texte": "Dossier complet",
                "reponse_due": "2026-12-15",
            ],
            odd: ["avis": "rien de cela", "notifie_le": "hier", "reponse_due": "bientôt"]
        ),
        TestAct(
            noun: "reponse-mediateur",
            stage: .inMediation,
            fields: ["envoyee_le": "2026-11-23", "texte": "Voici nos observations"],
            odd: ["envoyee_le": "hier"]
        ),
        TestAct(
            noun: "contestation",
            stage: .requalified,
            fields: [
                "conteste_par": "Noé D’Àrçy", "contestee_le": "2026-11-23", "texte": "Je réclame bien quelque chose",
            ],
            odd: ["contestee_le": "hier"]
        ),
        TestAct(
            noun: "issue-mediation",
            stage: .inMediation,
            fields: [
                "issue": MediationOutcome.Result.inadmissible.rawValue, "le": "2026-11-23",
                "texte": "Écartée par lettre",
            ],
            odd: ["issue": "rien de cela", "le": "2026-02-30"]
        ),
        TestAct(noun: "cloture", stage: .answered, fields: ["motif": "Réponse acceptée hier"]),
        TestAct(
            noun: "satisfaction",
            stage: .closed,
            fields: ["note": "4", "voie": Satisfaction.Way.telephone.rawValue, "le": "2026-11-23", "texte": "Merci"],
            odd: ["note": "6", "voie": "pigeon", "le": "hier"]
        ),
        TestAct(noun: "reouverture", stage: .closed, fields: ["motif": "Un fait nouveau est connu"]),
        TestAct(noun: "retrait", stage: .registered, fields: ["motif": "Par téléphone, hier"]),
        TestAct(noun: "abandon", stage: .incomplete, fields: ["motif": "Aucune réponse depuis un mois"]),
    ]

    /// The fields as whoever acts sends them.
    ///
    /// - Parameters:
    ///   - account: theirs.
    ///   - handler: that of somebody who may handle the case; nil where they may themself.
    func fields(by account: String, handler: String? = nil) -> [(name: String, value: String)] {
        let accounts = [Self.oneself: account, Self.handler: handler ?? account]
        return fields.sorted { $0.key < $1.key }.map { ($0.key, accounts[$0.value] ?? $0.value) }
    }

    /// Those that need more to be done before.
    static let others = [
        TestAct(
            noun: "decision-contestation",
            stage: .contested,
            fields: ["decision": ContestDecision.Result.reinstated.rawValue, "motif": "Le remboursement est demandé"]
        ),
        TestAct(
            noun: "prolongation-mediation",
            stage: .inMediation,
            fields: ["nouvelle_date": "2027-11-30", "motif": "Un litige complexe"]
        ),
        // To be restricted first, with whoever acts among its readers.
        TestAct(noun: "levee-restriction", stage: .registered, fields: ["motif": "Le témoin est d’accord"]),
        TestAct(noun: "rapprochement", stage: .registered, fields: ["dossier": other, "motif": "La même affaire"]),
        TestAct(noun: "fin-rapprochement", stage: .registered, fields: ["dossier": other, "motif": "Deux affaires"]),
    ]

    /// The first reception of all, which every other may be linked with.
    static let other = "2026-R-0001"

    /// Leads a case file to where the act may be done.
    func lead(_ site: TestSite) async throws -> CaseFile.ID {
        let isPair = fields["dossier"] == Self.other
        if isPair, try await site.books.register.find(Self.other) == nil { _ = try await site.books.receive() }
        let id = try await site.lead(to: stage)
        let (register, manager, day) = (
            site.books.register, Author.officer(Story.manager), site.books.clock.now.civilDate
        )
        if noun == "abandon" { site.books.clock.advance(seconds: 30 * 86_400) }
        if isQualified {
            try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        }
        if noun == "fin-rapprochement", let other = try await register.find(Self.other) {
            try await register.change(id, with: other, by: manager) { try $0.link(with: $1, "La même affaire", $2) }
        }
        if noun == "prolongation-mediation" {
            let notice = MediatorNotice(kind: .accepted, on: day, text: "Dossier complet")
            try await register.change(id, by: manager) {
                try $0.recordNotice(notice, procedure: Story.procedure, $1)
            }
        }
        return id
    }
}
