import Complaints

/// A complaint at the fictional film school Ciné-Atelier, from reception to closing, with everything in it that breaks
/// a careless page: markup, quotation marks, an emoji, a letter written with a combining accent, lines that begin blank.
enum StaffStory {
    static let file = id("5f0c2d9b7a1e4c38b6d2f4a09e7c1b35")
    static let manager = Officer(id: "ines", roles: [.complaintsManager])
    static let director = Officer(id: "camille", roles: [.management, .complaintsManager])
    static let desk = Officer(id: "paul", roles: [.receptionDesk])
    static let luc = Officer(id: "luc", roles: [.complaintsManager])
    static let names = [
        "ines": "Inès Moreau", "camille": "Camille Leroy", "paul": "Paul O’Brien <script>alert(1)</script>",
        "luc": "Luc \"Cadreur\" Étienne",
    ]
    /// Luc, whom Noé names.
    static let named = Officer(id: "luc", roles: [.complaintsManager])
    static let staff = [director, manager, desk, named]
    static let today = day("2026-11-23")

    static let procedure = Procedure(
        provider: Provider(
            name: "Ciné-Atelier",
            postalAddress: "12 rue des Projecteurs\n\n44000 Nantes",
            email: "reclamations@cine-atelier.example",
            telephone: "02 40 00 00 00",
            complaintsContact: "Inès Moreau"
        ),
        consumerMediator: Mediator(
            name: "Médiation Ouest",
            postalAddress: "3 place du Commerce, 44000 Nantes",
            website: "https://mediation-ouest.example"
        )
    )

    /// What Noé wrote. The `é` of `cédé` is an `e` and a combining accent, as some keyboards send it.
    static let original = Original(
        lastName: "D’Àrçy-🎭 <b>",
        firstName: "Noé",
        stakeholder: nil,
        email: "noe.darcy@courrier.example",
        postalAddress: "Chez O’Brien\n4 quai de la Fosse\n44000 Nantes",
        telephone: "06 00 00 00 00",
        subject: "Caméra en panne & stage « image » non remboursé",
        text: """
              Madame, Monsieur,

            le 7 et le 8 septembre, la caméra du stage « Image » est restée en panne. J'ai ce\u{301}de\u{301} ma place \
            deux fois et n'ai pas tourné. Le formateur a répondu : "on verra <plus tard>" & rien d'autre.

              – je demande le remboursement de ces deux jours (480 €) ;
              – je demande une attestation exacte 🎬.

            <script>alert("rien ne doit s'exécuter")</script>
            Noé D’Àrçy
            """,
        trainingAction: "Stage « Image », septembre 2026",
        expectation: "Remboursement de deux jours",
        files: [document("facture <2026> \"image\".pdf", "application/pdf", 2_871_204)]
    )

    static func document(_ name: String, _ type: String, _ length: Int) -> FileSummary {
        let digest = String(repeating: "7c", count: 32)
        let own = String(length, radix: 16)
        return FileSummary(
            id: "0e9d1c2b3a495867a6b5c4d3" + String(repeating: "0", count: 8 - own.count) + own,
            name: name,
            type: type,
            length: length,
            digest: digest
        )
    }

    static func day(_ iso: String) -> CivilDate {
        guard let day = CivilDate(iso) else { preconditionFailure("\(iso) is not a day.") }
        return day
    }

    static func instant(_ iso: String) -> Instant {
        guard let instant = Instant(iso) else { preconditionFailure("\(iso) is not an instant.") }
        return instant
    }

    static func id(_ text: String) -> CaseFile.ID {
        guard let id = CaseFile.ID(text) else { preconditionFailure("\(text) is not an identifier.") }
        return id
    }
}
