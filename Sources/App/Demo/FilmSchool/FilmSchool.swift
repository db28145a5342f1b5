import Complaints

/// A film school with three people who handle complaints, and a full year of them.
enum FilmSchool {
    static let provider = DemoProvider(
        host: "127.0.0.1",
        procedure: procedure,
        people: [manager, director, desk, controller, auditor],
        stories: autumn + winter + spring + summer + lately,
        spoken: spoken
    )

    private static let procedure = Procedure(
        provider: Provider(
            name: "Ciné-Atelier",
            postalAddress: "12 rue des Lilas\n75011 Paris",
            email: "reclamations@cine-atelier.example",
            telephone: "01 99 00 12 34",
            activityDeclaration: "11 75 99999 75",
            complaintsContact: "Camille Roux, responsable des réclamations",
            dataProtectionContact: "rgpd@cine-atelier.example"
        ),
        consumerMediator: Mediator(
            name: "Médiation Exemple",
            postalAddress: "1 place du Marché\n69002 Lyon",
            website: "https://mediation.example"
        )
    )

    static let manager = DemoPerson(
        name: "Camille Roux",
        email: "camille.roux@cine-atelier.example",
        roles: [.complaintsManager, .management]
    )

    /// Who judges a message that somebody else can then judge again.
    static let director = DemoPerson(
        name: "Sofia Marchand",
        email: "sofia.marchand@cine-atelier.example",
        roles: [.management]
    )

    static let desk = DemoPerson(
        name: "Jules Perrin",
        email: "jules.perrin@cine-atelier.example",
        roles: [.receptionDesk]
    )

    static let controller = DemoPerson(
        name: "Nadia Lemaire",
        email: "nadia.lemaire@cine-atelier.example",
        roles: [.internalControl, .dataProtection]
    )

    static let auditor = DemoPerson(
        name: "Antoine Vidal",
        email: "antoine.vidal@certification.example",
        roles: [.auditor],
        days: 30
    )

    private static let spoken = [
        DemoTalk(
            ago: 121,
            person: "Un stagiaire du soir",
            said: "Trouve que le cours de mixage commence toujours en retard.",
            channel: .spoken,
            invitation: .told,
            ending: (
                days: 45, reason: "Relancé deux fois ; il ne souhaite pas écrire, le cours commence à l’heure depuis."
            )
        ),
        DemoTalk(
            ago: 17,
            person: "Mme Carpentier",
            said: "N’a pas reçu le lien de la classe virtuelle et a manqué la première heure.",
            channel: .telephone,
            invitation: .link
        ),
        DemoTalk(
            ago: 2,
            person: "Oscar",
            said: "La porte du studio B ne ferme plus : il a peur pour le matériel.",
            channel: .spoken,
            invitation: .paper
        ),
    ]
}
