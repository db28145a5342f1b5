import Complaints

/// What came one to three months ago: some of it is late, some is before the mediator.
extension FilmSchool {
    static let summer = [cold, price, edited, lockers, microphones]

    /// It gets no answer, and is late.
    private static let cold = DemoStory(
        78,
        Original(
            "Samira",
            "Benali",
            "apprenti",
            "samira.benali@example.org",
            about: "BTS audiovisuel, première année",
            "Salle de montage trop froide",
            "Il fait 14 °C dans la salle 3 depuis trois semaines. Nous l’avons signalé deux fois, rien ne change."
        ),
        .qualified(.means, severities: [.manyTrainees]),
        .registered(),
        .did("Chauffagiste appelé, radiateur d’appoint posé")
    )

    private static let price = DemoStory(
        66,
        Original(
            "Thomas",
            "Garnier",
            "stagiaire",
            "thomas.garnier@example.org",
            about: "Motion design, par le CPF",
            "Prix plus élevé que sur Mon Compte Formation",
            "L’annonce disait 1 890 €, on m’a facturé 2 100 €. Je demande la différence."
        ),
        .qualified(.billing, .consumer),
        .registered(),
        .did("Annonce et facture rapprochées : l’annonce portait l’ancien tarif pendant six jours."),
        .answered(
            after: 18,
            "L’annonce était en retard sur notre tarif. Vous avez signé le devis à 2 100 € ; nous vous proposons un geste.",
            .partly(
                "Rembourser 210 €",
                "Le devis signé portait le prix de 2 100 €, expliqué au téléphone avant la signature.",
                "Geste commercial de 105 €"
            )
        ),
        .referred(after: 28, about: "Différence de prix de 210 €"),
        .mediatorWrote(after: 6, .request, "Le médiateur demande le devis signé et les captures de l’annonce.")
    )

    private static let edited = DemoStory(
        56,
        Original(
            "Éloïse",
            "Perret",
            "stagiaire",
            "eloise.perret@example.org",
            about: "Montage son",
            "Logiciel différent de celui du programme",
            "Le programme annonçait un logiciel, le cours s’est fait sur un autre. Mon employeur utilise le premier."
        ),
        .qualified(after: 2, .content, .consumer),
        .registered(),
        .did(after: 4, "Programme et déroulé comparés avec le formateur.")
    )

    private static let lockers = DemoStory(
        49,
        Original(
            "Karim",
            "Zidane",
            "formateur",
            "karim.zidane@example.org",
            "Casiers forcés pendant le stage",
            "Deux casiers ont été forcés pendant mon cours. Mes élèves ont perdu un casque et un disque dur."
        ),
        .qualified(.means, .professional),
        .registered(),
        .did("Plainte déposée, serrures changées, assurance saisie."),
        .extended(after: 40, months: 2, "L’assurance n’a pas encore rendu sa décision")
    )

    private static let microphones = DemoStory(
        38,
        Original(
            "Rose",
            "Delattre",
            "stagiaire",
            "rose.delattre@example.org",
            about: "Prise de son",
            "Trois micros pour douze",
            "Nous étions douze pour trois micros : chacun a pratiqué une heure en deux jours."
        ),
        .qualified(.means, .consumer),
        .registered(),
        .did("Six micros achetés pour la session suivante."),
        .answered(
            after: 30,
            "Vous avez raison : trois micros ne suffisaient pas. Une journée de pratique vous est offerte.",
            .upheld("Pratiquer vraiment", "Journée de pratique offerte, en groupe de quatre")
        )
    )
}
