import Complaints

/// What came three to six months ago.
extension FilmSchool {
    static let spring = [photograph, venue, named, attestation, praise, platform]

    private static let photograph = DemoStory(
        167,
        Original(
            "Aya",
            "Traoré",
            "stagiaire",
            "aya.traore@example.org",
            about: "Jeu face caméra",
            "Ma photo sur votre site sans mon accord",
            "Je me suis reconnue sur la page d’accueil. Je n’ai rien signé. Merci de la retirer."
        ),
        .qualified(after: 0, .personalData, .consumer),
        .registered(),
        .did("Photo retirée dans l’heure, référent RGPD prévenu."),
        .answered(
            after: 1,
            "La photo est retirée de notre site et de nos réseaux. Nous n’aurions pas dû la publier sans votre accord écrit.",
            .upheld("Retirer la photo", "Retirée le jour même ; autorisations revues pour toutes les autres")
        ),
        .closed(after: 7, "Vérifié avec la personne"),
        .marked(after: 1, .five)
    )

    private static let venue = DemoStory(
        150,
        Original(
            "Pauline",
            "Ricard",
            "entreprise",
            "formation@studio-nord.example",
            about: "Étalonnage, chez un partenaire",
            "Lieu changé sans nous prévenir",
            "Le cours a eu lieu chez un sous-traitant à quarante kilomètres. Nos deux salariés ont payé leur trajet."
        ),
        .qualified(.subcontracting, .professional),
        .registered(),
        .did("Contrat de sous-traitance relu avec le partenaire : tout changement de lieu nous est soumis."),
        .answered(
            after: 13,
            "Le changement nous a échappé comme à vous. Nous prenons les trajets à notre charge.",
            .upheld("Rembourser les trajets", "Frais réels remboursés, 96 €")
        ),
        .closed(after: 10, "Frais remboursés")
    )

    private static let named = DemoStory(
        134,
        Original(
            "Victor",
            "Lenoir",
            "stagiaire",
            "victor.lenoir@example.org",
            about: "Production",
            "Réponse cassante de Mme Roux",
            "J’ai téléphoné pour ma facture ; Mme Roux m’a coupé la parole et raccroché."
        ),
        .qualified(.conduct, .consumer, naming: [manager]).by(director),
        .registered(for: director).by(director),
        .did("Entretien avec la personne concernée ; elle reconnaît un mot de trop et écrira.").by(director),
        .answered(
            after: 5,
            "Vous avez été mal reçu. Mme Roux vous écrit de son côté ; votre facture est corrigée.",
            .upheld("Être traité correctement", "Excuses écrites, facture corrigée")
        )
        .by(director),
        .closed(after: 9, "Excuses reçues et acceptées").by(director)
    )

    /// By post: no address but the street's, and every letter goes on paper.
    private static let attestation = DemoStory(
        118,
        Original(
            "Maeve",
            "O’Brien",
            "stagiaire",
            nil,
            address: "3 rue Haute\n29000 Quimper",
            "Attestation de fin de formation",
            "Je n’ai toujours pas reçu mon attestation, malgré deux appels."
        ),
        by: .post(days: 3),
        .posted(after: 1, .post),
        .qualified(after: 1, .information, .undetermined),
        .registered(),
        .posted(after: 1, .post),
        .did("Attestation retrouvée : elle était partie à une ancienne adresse."),
        .answered(
            after: 3,
            "Votre attestation est jointe à cette lettre. Elle avait été envoyée à votre ancienne adresse.",
            .upheld("Recevoir l’attestation", "Attestation jointe, en deux exemplaires")
        ),
        .posted(after: 0, .registeredPost, "1A 203 445 6789 1"),
        .closed(after: 15, "Avis de réception signé"),
        .posted(after: 1, .post)
    )

    private static let praise = DemoStory(
        101,
        Original(
            "Jean",
            "Bonnet",
            "stagiaire",
            "jean.bonnet@example.org",
            about: "Scénario",
            "Bravo",
            "Trois jours formidables, une formatrice à l’écoute. Seul bémol : la machine à café."
        ),
        .judged(.feedback, "Une appréciation, transmise à la formatrice ; rien n’est demandé")
    )

    private static let platform = DemoStory(
        93,
        Original(
            "Hugo",
            "Lambert",
            "stagiaire",
            "hugo.lambert@example.org",
            about: "Scénario, à distance",
            "Accès à la plateforme coupé",
            "Mon accès aux cours en ligne a été coupé deux semaines avant la date prévue. Merci de le rétablir."
        ),
        .judged(.serviceRequest, "Un accès à rétablir : une demande de service").by(director),
        .contested(
            after: 3,
            by: "Hugo Lambert",
            "Je ne demande pas un service : mon contrat prévoit l’accès jusqu’au 30, et je l’ai payé."
        ),
        .reinstated(after: 2, "Le contrat promet l’accès jusqu’au 30 : c’est bien une réclamation."),
        .registered(),
        .did("Accès rétabli et prolongé d’un mois."),
        .answered(
            after: 2,
            "Vous aviez raison d’insister. Votre accès est rétabli, avec un mois de plus.",
            .upheld("Rétablir l’accès", "Accès prolongé d’un mois")
        ),
        .closed(after: 10, "Accès vérifié"),
        .marked(after: 2, .three)
    )
}
