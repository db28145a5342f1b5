import Complaints

/// A teacher of English who is alone, and whom nearly nobody complains about.
enum LanguageTrainer {
    static let provider = DemoProvider(
        host: "langues.localhost",
        procedure: procedure,
        people: [teacher],
        stories: [noise, slides],
        spoken: []
    )

    private static var procedure: Procedure {
        var procedure = Procedure(
            provider: Provider(
                name: "Claire Fabre, anglais professionnel",
                postalAddress: "8 quai de la Loire\n44000 Nantes",
                email: "claire@fabre-anglais.example",
                telephone: "02 99 00 45 67",
                activityDeclaration: "52 44 99999 44",
                complaintsContact: "Claire Fabre",
                dataProtectionContact: "claire@fabre-anglais.example"
            ),
            consumerMediator: Mediator(
                name: "Médiation Exemple",
                postalAddress: "1 place du Marché\n69002 Lyon",
                website: "https://mediation.example"
            )
        )
        procedure.isOnePerson = true
        return procedure
    }

    private static let teacher = DemoPerson(
        name: "Claire Fabre",
        email: "claire@fabre-anglais.example",
        roles: [.complaintsManager, .management, .administrator]
    )

    private static let noise = DemoStory(
        143,
        Original(
            "Paul",
            "Guillou",
            "stagiaire",
            "paul.guillou@example.org",
            about: "Anglais du tourisme",
            "Travaux pendant les cours",
            "On n’entendait rien à cause du chantier d’à côté. Deux séances pour rien."
        ),
        .qualified(.means, .consumer),
        .registered(),
        .did("Deux séances reprogrammées dans une salle calme."),
        .answered(
            after: 2,
            "Je suis désolée de ces deux séances. Je vous les redonne, aux jours que vous voudrez.",
            .upheld("Deux séances perdues", "Deux séances redonnées")
        ),
        .closed(after: 14, "Séances redonnées"),
        .marked(after: 1, .five)
    )

    private static let slides = DemoStory(
        4,
        Original(
            "Marine",
            "Hervé",
            "stagiaire",
            "marine.herve@example.org",
            about: "Anglais des réunions",
            "Supports illisibles à l’écran",
            "Les supports sont des photos de livres, illisibles pour moi qui grossis l’écran."
        )
    )
}
