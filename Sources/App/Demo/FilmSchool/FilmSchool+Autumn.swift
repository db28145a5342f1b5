import Complaints

/// What came nine months to a year ago.
extension FilmSchool {
    static let autumn = [refund, certificate, camera, schedule, silent, absent]

    private static let refund = DemoStory(
        352,
        Original(
            "Noé",
            "D’Àrçy",
            "stagiaire",
            "noe.darcy@example.org",
            about: "Montage image, session d’automne",
            "Remboursement refusé",
            """
            Bonjour,

            La session « Montage image » a été annulée la veille. On me propose un avoir ; je demande le \
            remboursement des 1 200 € payés, et celui de mon billet de train.
            """,
            wants: "Le remboursement de la session et du train",
            paidBy: .person
        ),
        .qualified(after: 2, .billing, .consumer),
        .registered(),
        .did("Appel à la comptabilité : le paiement est bien arrivé, l’annulation vient de nous."),
        .answered(
            after: 9,
            "Vous avez raison sur l’essentiel : une session annulée par nous se rembourse. Nous vous prions de nous excuser.",
            .upheld("Rembourser la session annulée", "Virement de 1 200 € sous huit jours"),
            .rejected(
                "Rembourser le billet de train",
                "Les conditions de vente excluent les frais de trajet ; le billet était échangeable."
            )
        ),
        .closed(after: 12, "Virement fait, réponse acceptée par téléphone"),
        .marked(after: 3, .four, "Réponse claire. Le train reste pour moi, mais on m’a expliqué pourquoi.")
    )

    private static let certificate = DemoStory(
        338,
        Original(
            "Minh",
            "Nguyen",
            "stagiaire",
            "minh.nguyen@example.org",
            "Certificat de réalisation introuvable",
            "Mon certificat de réalisation ne m’est jamais parvenu, et mon financeur le réclame."
        ),
        .withdrawn(after: 2, "Le certificat était dans les courriers indésirables")
    )

    private static let camera = DemoStory(
        325,
        Original(
            "Inès",
            "Moreau",
            "stagiaire",
            "ines.moreau@example.org",
            about: "Image, stage d’automne",
            "Caméra en panne pendant deux jours",
            "La caméra du stage « Image » est restée en panne deux jours sur cinq. Je demande 480 € de remboursement."
        ),
        .qualified(.means, .consumer),
        .registered(),
        .did("Fiche de maintenance retrouvée : caméra de remplacement prêtée le jour même."),
        .answered(
            after: 9,
            "Nous comprenons votre agacement. Le stage a pourtant eu lieu en entier, avec une autre caméra.",
            .rejected(
                "Rembourser deux jours",
                "Une caméra de remplacement a été prêtée le jour même ; le programme a été tenu en entier."
            )
        ),
        .referred(after: 20, about: "Remboursement de deux jours de stage"),
        .mediatorWrote(after: 12, .accepted, "Le médiateur prend le dossier en charge et demande nos observations."),
        .toldMediator(after: 6, "Observations envoyées, avec la fiche de maintenance et le programme signé."),
        .mediated(
            after: 34,
            .agreement,
            "Accord : une journée de stage offerte au printemps, sans remboursement. Signé des deux côtés."
        ),
        .did(after: 3, "Journée de stage réservée pour la personne."),
        .closed(after: 2, "Accord devant le médiateur, exécuté")
    )

    private static let schedule = DemoStory(
        311,
        Original(
            "Lina",
            "Haddad",
            "apprenti",
            "lina.haddad@example.org",
            about: "BTS audiovisuel, première année",
            "Planning changé trois fois",
            "Le planning de mon groupe a changé trois fois en un mois, la veille pour le lendemain. J’habite à une heure."
        ),
        .qualified(.planning),
        .registered(),
        .did("Planning figé pour le trimestre avec l’équipe pédagogique."),
        .answered(
            after: 4,
            "Vous avez raison : le planning ne changera plus d’ici la fin du trimestre.",
            .upheld("Un planning stable", "Planning figé jusqu’à la fin du trimestre")
        ),
        .closed(after: 10, "Réponse acceptée de vive voix"),
        .reopened(after: 16, "Le planning a de nouveau changé cette semaine, à la veille des examens."),
        .did(after: 1, "Toute modification passe désormais par la direction, avec sept jours de préavis."),
        .answered(
            after: 2,
            "Nous n’avons pas tenu parole, et nous vous présentons nos excuses. La règle est maintenant écrite et affichée.",
            .upheld("Un planning stable", "Aucun changement à moins de sept jours, sauf accord du groupe")
        ),
        .closed(after: 21, "Aucun changement depuis trois semaines ; la personne se dit satisfaite"),
        .marked(after: 2, .three, "Il a fallu demander deux fois.")
    )

    private static let silent = DemoStory(
        300,
        Original("", "Garcia", "stagiaire", "garcia@example.org", "Rien ne va", "L’organisation est à revoir."),
        .asked("De quel stage s’agit-il, et que demandez-vous ?"),
        .abandoned(after: 32, "Aucune réponse un mois après la demande d’informations")
    )

    private static let absent = DemoStory(
        288,
        Original(
            "Yann",
            "Le Goff",
            "entreprise",
            "rh@armor-films.example",
            about: "Assistant monteur, en entreprise",
            "Formatrice absente deux jours sur cinq",
            "Notre salariée n’a eu que trois jours de cours sur les cinq facturés. Merci de corriger la facture."
        ),
        .qualified(after: 3, .trainer, .professional),
        .registered(),
        .did("Feuilles d’émargement demandées à la formatrice."),
        .extended(after: 40, months: 1, "Nous attendons les feuilles d’émargement signées"),
        .answered(
            after: 24,
            "Les feuilles confirment une journée d’absence sur deux. Nous corrigeons la facture d’autant.",
            .partly(
                "Corriger la facture de deux jours",
                "Une seule journée a été manquée ; l’autre a été assurée par un remplaçant, émargement à l’appui.",
                "Avoir d’une journée, 420 €"
            )
        ),
        .closed(after: 8, "Avoir envoyé et accepté")
    )
}
