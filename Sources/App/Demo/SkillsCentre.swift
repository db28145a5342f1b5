import Complaints

/// A centre for skills assessments that nobody has complained about in writing: the commonest year there is.
enum SkillsCentre {
    static let provider = DemoProvider(
        host: "bilans.localhost",
        procedure: procedure,
        people: [head, counsellor],
        stories: [],
        spoken: [talk]
    )

    private static let procedure = Procedure(
        provider: Provider(
            name: "Cap Bilans",
            postalAddress: "5 place Bellecour\n69002 Lyon",
            email: "contact@cap-bilans.example",
            telephone: "04 99 00 78 90",
            activityDeclaration: "84 69 99999 69",
            complaintsContact: "Estelle Morel, directrice",
            dataProtectionContact: "rgpd@cap-bilans.example"
        )
    )

    private static let head = DemoPerson(
        name: "Estelle Morel",
        email: "estelle.morel@cap-bilans.example",
        roles: [.complaintsManager, .management]
    )

    private static let counsellor = DemoPerson(
        name: "Rachid Amrani",
        email: "rachid.amrani@cap-bilans.example",
        roles: [.receptionDesk]
    )

    private static let talk = DemoTalk(
        ago: 63,
        person: "Une bénéficiaire",
        said: "Aurait préféré des rendez-vous en soirée.",
        channel: .spoken,
        invitation: .link,
        ending: (days: 33, reason: "Elle n’a pas souhaité écrire ; des rendez-vous du soir sont proposés depuis.")
    )
}
