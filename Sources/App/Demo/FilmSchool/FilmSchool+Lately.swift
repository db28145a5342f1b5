import Complaints

/// What came this month: it waits for somebody, or for the person.
extension FilmSchool {
    static let lately = [vague, badge, invoice, letter, access, unsafe, bounced, fresh]

    private static let vague = DemoStory(
        26,
        Original("", "Petit", "stagiaire", "petit@example.org", "Mécontent", "Je ne suis pas content du tout."),
        .asked("De quelle session s’agit-il, et que s’est-il passé ?")
    )

    private static let badge = DemoStory(
        19,
        Original(
            "Lucas",
            "Meyer",
            "apprenti",
            "lucas.meyer@example.org",
            about: "BTS audiovisuel, première année",
            "Badge refusé depuis deux semaines",
            "Mon badge n’ouvre plus. J’attends chaque matin que quelqu’un passe, et l’on me compte en retard."
        ),
        .qualified(after: 2, .means),
        .entered()
    )

    private static let invoice = DemoStory(
        13,
        Original(
            "Noé",
            "D’Àrçy",
            "stagiaire",
            "noe.darcy@example.org",
            about: "Montage image, session d’automne",
            "Facture reçue deux fois",
            "J’ai reçu deux factures pour la même session. Laquelle est la bonne ?"
        ),
        by: .through(.funder, name: "OPCO Image et son", reference: "SIG-2041", days: 18),
        .qualified(.billing, .consumer),
        .registered()
    )

    private static let letter = DemoStory(
        9,
        Original(
            "Odette",
            "Lemoine",
            "stagiaire",
            nil,
            address: "27 impasse du Moulin\n72000 Le Mans",
            about: "Initiation à la vidéo, atelier seniors",
            "Escalier sans rampe",
            "J’ai soixante-dix-neuf ans. L’atelier est au deuxième étage, sans rampe ni ascenseur. J’ai dû renoncer."
        ),
        by: .post(days: 2)
    )

    private static let access = DemoStory(
        8,
        Original(
            "Emma",
            "Roche",
            "stagiaire",
            "emma.roche@example.org",
            about: "Scénario, à distance",
            "Corrigés jamais envoyés",
            "On nous avait promis des corrigés personnels. J’ai rendu trois textes, je n’ai rien reçu."
        ),
        .judged(after: 2, .serviceRequest, "Des corrigés à envoyer : une demande de service").by(director),
        .contested(
            after: 3,
            by: "Emma Roche",
            "Le programme les promet. Ce n’est pas un service en plus, c’est ce que j’ai acheté."
        )
    )

    private static let unsafe = DemoStory(
        3,
        Original(
            "Nolwenn",
            "Guérin",
            "formateur",
            "nolwenn.guerin@example.org",
            about: "Plateau lumière",
            "Projecteur tombé à un mètre d’une stagiaire",
            "Le pied du projecteur de 2 kW a cédé. Personne n’est blessé, mais les trois autres pieds sont du même lot."
        ),
        .qualified(.means, .professional, severities: [.safety]).by(director)
    )

    /// Its acknowledgement comes back: the address was mistyped.
    private static let bounced = DemoStory(
        2,
        Original(
            "Léa",
            "Fontaine",
            "stagiaire",
            "lea.fontaine@exmaple.org",
            about: "Documentaire",
            "Attestation au mauvais nom",
            "Mon attestation porte mon ancien nom. J’en ai besoin avant la fin du mois."
        )
    )

    private static let fresh = DemoStory(
        1,
        Original(
            "Gabriel",
            "Antoine",
            "bilan-competences",
            "gabriel.antoine@example.org",
            "Trois conseillères en un mois",
            "J’ai changé trois fois de conseillère et tout recommencé à chaque fois. Je voudrais finir avec la même.",
            paidBy: .person
        )
    )
}
