import Complaints

/// The film school of the demonstration. Nobody in it exists.
enum DemoSchool {
    static let provider = Provider(
        name: "Ciné-Atelier",
        postalAddress: "12 rue des Lilas\n75011 Paris",
        email: "reclamations@cine-atelier.example",
        telephone: "01 99 00 12 34",
        activityDeclaration: "11 75 99999 75",
        complaintsContact: "Camille Roux, responsable des réclamations",
        dataProtectionContact: "rgpd@cine-atelier.example"
    )

    static let procedure = Procedure(
        provider: provider,
        consumerMediator: Mediator(
            name: "Médiation Exemple",
            postalAddress: "1 place du Marché\n69002 Lyon",
            website: "https://mediation.example"
        )
    )

    static let refund = Original(
        lastName: "D’Àrçy",
        firstName: "Noé",
        stakeholder: .trainee,
        email: "noe.darcy@example.org",
        subject: "Remboursement refusé",
        text: """
            Bonjour,

            La session « Montage image » du 3 mars a été annulée la veille. On me propose un avoir ; je demande le \
            remboursement des 1 200 € payés, et celui de mon billet de train.
            """,
        trainingAction: "Montage image, session de mars",
        when: "Le 2 mars, la veille",
        expectation: "Le remboursement de la session et du train",
        payer: .person
    )

    static let cold = Original(
        lastName: "Benali",
        firstName: "Samira",
        stakeholder: .apprentice,
        email: "samira.benali@example.org",
        subject: "Salle de montage trop froide",
        text: "Il fait 14 °C dans la salle 3 depuis trois semaines. Nous l’avons signalé deux fois, rien ne change."
    )

    static let absent = Original(
        lastName: "Le Goff",
        firstName: "Yann",
        stakeholder: .employer,
        email: "rh@armor-films.example",
        subject: "Formatrice absente deux jours sur cinq",
        text: "Notre salariée n’a eu que trois jours de cours sur les cinq facturés. Merci de corriger la facture."
    )

    static let vague = Original(
        lastName: "Petit",
        firstName: "",
        stakeholder: .trainee,
        email: "petit@example.org",
        subject: "Mécontent",
        text: "Je ne suis pas content du tout."
    )

    static let question = Original(
        lastName: "Durand",
        firstName: "Alice",
        stakeholder: Stakeholder(rawValue: "prospect"),
        email: "alice.durand@example.org",
        subject: "Dates de la prochaine session",
        text: "Pourriez-vous me donner les dates de la prochaine session de scénario ?"
    )

    static let letter = Original(
        lastName: "O’Brien",
        firstName: "Maeve",
        stakeholder: .trainee,
        email: nil,
        postalAddress: "3 rue Haute\n29000 Quimper",
        subject: "Attestation de fin de formation",
        text: "Je n’ai toujours pas reçu mon attestation, malgré deux appels."
    )
}
