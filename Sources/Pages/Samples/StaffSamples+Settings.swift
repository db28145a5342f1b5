import Complaints

extension StaffSamples {
    /// The settings, whole and on the first day; each group to be changed; what was refused; their history.
    static func settings(_ press: Press) -> [(name: String, page: any Page)] {
        let administrator = desk(Officer(id: "ana", roles: [.administrator]))
        let shown: [(name: String, page: any Page)] = [
            ("reglages", settingsPage(whole, nil, desk(StaffStory.director), press)),
            ("reglages-premier-jour", settingsPage(PublicSamples.bareProcedure, nil, administrator, press)),
            ("reglages-changes", settingsPage(whole, .delays, administrator, press)),
        ]
        let forms = SettingsGroup.allCases.map { group in
            (name: "reglages-\(group.rawValue)", page: form(group, nil, press) as any Page)
        }
        return shown + forms + refusals(press) + histories(press)
    }

    /// Everything set.
    private static var whole: Procedure {
        var procedure = PublicSamples.publishedProcedure.procedure
        procedure.offer([OwnStakeholder(name: "Membre d’un jury <b>", kind: Stakeholder(rawValue: "certificateur"))])
        procedure.confidential = ConfidentialRecipients(
            accounts: ["luc", "ancienne"],
            function: "la présidente <b> de l’association"
        )
        return procedure
    }

    private static func values(_ procedure: Procedure) -> SettingValues {
        SettingValues(
            procedure: procedure,
            host: "reclamations.cine-atelier.example",
            needsSecondFactor: true,
            people: [
                person("ines", "Inès O’Brien <b>"), person("luc", "Luc"), person("ancienne", "Ada", isOpen: false),
            ]
        )
    }

    private static func person(_ id: String, _ name: String, isOpen: Bool = true) -> SettingValues.Person {
        SettingValues.Person(
            id: id,
            name: name,
            email: "\(id)@cine-atelier.example",
            mayBeConfidedIn: isOpen,
            opens: isOpen,
            handles: isOpen && id != "luc"
        )
    }

    private static func settingsPage(
        _ procedure: Procedure,
        _ done: SettingsGroup?,
        _ signedIn: SignedIn,
        _ press: Press
    ) -> SettingsPage {
        SettingsPage(
            values: values(procedure),
            version: procedure.version,
            done: done,
            signedIn: signedIn,
            press: press
        )
    }

    private static func form(
        _ group: SettingsGroup,
        _ refused: SettingsFormPage.Refused?,
        _ press: Press
    ) -> SettingsFormPage {
        SettingsFormPage(
            group,
            values: values(whole),
            version: 4,
            refused: refused,
            signedIn: desk(StaffStory.director),
            press: press
        )
    }

    private static func refusals(_ press: Press) -> [(name: String, page: any Page)] {
        let typed = ["nom": ["O’Brien <script>"], "completude": ["nom", "objet"], "motif": ["\n « Décision » "]]
        let troubles = SettingsFormPage.Trouble.allCases.map { trouble in
            let refused = SettingsFormPage.Refused(typed: typed, trouble: trouble)
            return (name: "reglages-\(trouble.rawValue)", page: form(.identity, refused, press) as any Page)
        }
        let wrong = SettingsGroup.allCases.map { group in
            let mistakes = zip(group.changeable, causes).map { SettingMistake($0, "", $1) }
            let refused = SettingsFormPage.Refused(typed: typed, mistakes: mistakes, reasonIsLong: true)
            return (name: "reglages-\(group.rawValue)-refuse", page: form(group, refused, press) as any Page)
        }
        return troubles + wrong
    }

    /// Of programs that are told of what happens.
    private static let toldChanges: [SettingsHistoryPage.Change] = [
        SettingsHistoryPage.Change(.name, of: "Gestion <b>", from: "", to: "Gestion <b>"),
        SettingsHistoryPage.Change(.address, of: "Gestion <b>", from: "https://a.example/", to: "https://b.example/"),
        SettingsHistoryPage.Change(.events, of: "Gestion <b>", from: "reception", to: "reception cloture"),
        SettingsHistoryPage.Change(.state, of: "Gestion <b>", from: "actif", to: "en-panne"),
        SettingsHistoryPage.Change(.secret, of: "Gestion <b>", from: "", to: ""),
    ]

    private static func histories(_ press: Press) -> [(name: String, page: any Page)] {
        let entry = { (at: String, author: SettingsHistoryPage.Author, reason: String, version: Int?) in
            SettingsHistoryPage.Entry(
                at: StaffStory.instant(at),
                author: author,
                reason: reason,
                version: version,
                changes: version == 3
                    ? []
                    : [
                        SettingsHistoryPage.Change(.answerDelay, from: "2 mois", to: "15 jours"),
                        SettingsHistoryPage.Change(.address, from: nil, to: "12 rue « Haute »\n44000 Nantes <b>"),
                        SettingsHistoryPage.Change(.secondFactor, from: "on", to: "off"),
                        SettingsHistoryPage.Change(.onePerson, from: "off", to: "on"),
                        SettingsHistoryPage.Change(.confidentialRecipient, from: "a@b.example, c@b.example", to: nil),
                        SettingsHistoryPage.Change(.host, from: "a.example", to: ""),
                        SettingsHistoryPage.Change(.stakeholders, from: "Juré=autre; Ancien", to: nil),
                        SettingsHistoryPage.Change(.mediatorEnds, from: "2028-12-31", to: "un jour"),
                    ] + toldChanges,
                press: press
            )
        }
        let entries = [
            entry("2026-11-21T08:52:00Z", .named("Inès O’Brien <b>"), "Décision du conseil", nil),
            entry("2026-11-21T08:50:00Z", .server, "", nil),
            entry("2026-11-20T08:52:00Z", .command, "réglage en ligne de commande", 3),
            entry("2026-11-01T08:00:00Z", .installation, "", 1),
        ]
        let administrator = desk(Officer(id: "ana", roles: [.administrator]))
        return [
            ("reglages-historique", SettingsHistoryPage(entries: entries, signedIn: administrator, press: press)),
            (
                "reglages-historique-vide",
                SettingsHistoryPage(entries: [], signedIn: desk(StaffStory.director), press: press)
            ),
        ]
    }
}
