import Complaints

extension PublicSamples {
    /// What the provider publishes: whole, and on the first day; in force, and past.
    static func published(_ press: Press) -> [(name: String, page: any Page)] {
        procedures(press) + versions(press) + notices(press) + statements(press) + leaflets(press)
    }

    /// The leaflet with much to say, on the first day, and with as much as the settings take.
    private static func leaflets(_ press: Press) -> [(name: String, page: any Page)] {
        let first = PublishedProcedure(procedure: bareProcedure, since: publishedProcedure.since, until: nil)
        return [("depliant", publishedProcedure), ("depliant-premier-jour", first), ("depliant-long", longest)].map {
            name,
            published in
            let page = LeafletPage(
                of: published,
                publicAddress: "https://reclamations.cine-atelier.example",
                isLocal: false,
                today: StaffStory.today,
                press: press
            )
            return (name: name, page: page as any Page)
        } + [("depliant-local", localLeaflet(press))]
    }

    /// The leaflet of a server that has no public address yet.
    private static func localLeaflet(_ press: Press) -> LeafletPage {
        LeafletPage(
            of: publishedProcedure,
            publicAddress: "http://127.0.0.1:8080",
            isLocal: true,
            today: StaffStory.today,
            press: press
        )
    }

    /// Addresses of eight long lines, and names as long as they may be.
    private static let longest: PublishedProcedure = {
        var procedure = publishedProcedure.procedure
        let words = String(repeating: "Bâtiment de la Coopérative des Formations réunies, ", count: 3)
        let lines = (1...7).map { "\(words)escalier \($0)" }.joined(separator: "\n")
        procedure.provider.postalAddress += "\n" + lines
        procedure.consumerMediator?.postalAddress = "1 place du Marché\n" + lines
        procedure.apprenticeshipMediator?.postalAddress = "16 quai de Loire\n" + lines
        procedure.provider.complaintsContact = words
        procedure.provider.dataProtectionContact = words
        return PublishedProcedure(procedure: procedure, since: publishedProcedure.since, until: nil)
    }()

    /// Everything set, with agreements of every kind.
    static let publishedProcedure: PublishedProcedure = {
        var procedure = PublicSamples.procedure
        procedure.version = 4
        procedure.confidential = ConfidentialRecipients(
            accounts: ["camille"],
            function: "la présidente <de> l’association"
        )
        procedure.zone = .alsaceMoselle
        procedure.consumerMediator?.agreedOn = StaffStory.day("2026-01-01")
        procedure.consumerMediator?.agreementEnds = StaffStory.day("2028-12-31")
        procedure.apprenticeshipMediator?.agreedOn = StaffStory.day("2026-05-01")
        return PublishedProcedure(procedure: procedure, since: StaffStory.instant("2026-11-20T08:52:00Z"), until: nil)
    }()

    /// What it was before, back to the first day, with a version that changed nothing which is published.
    static let publishedProcedures: [PublishedProcedure] = {
        var third = publishedProcedure.procedure
        third.version = 3
        third.confidential = nil
        third.delays = .rapide
        third.provider.website = "https://ancien.example"
        third.apprenticeshipMediator = nil
        var second = third
        second.version = 2
        second.provider.signatory = "La direction"
        second.consumerMediator?.agreedOn = nil
        third.consumerMediator = second.consumerMediator
        var first = bareProcedure
        first.provider.name = "L’Atelier"
        first.provider.telephone = "02 40 99 99 99"
        first.completeness = Completeness(required: [.description])
        first.completionWait = CompletionWait(reminder: 1, abandonment: 20) ?? .standard
        first.retentionYears = 5
        first.isOnePerson = true
        second.provider.telephone = ""
        third.provider.telephone = ""
        let days = ["2026-11-01T08:00:00Z", "2026-11-05T09:30:00Z", "2026-11-12T16:05:00Z", "2026-11-20T08:52:00Z"]
            .map(StaffStory.instant)
        let past = zip([first, second, third], zip(days, days.dropFirst())).map { procedure, days in
            PublishedProcedure(procedure: procedure, since: days.0, until: days.1)
        }
        return [publishedProcedure] + past.reversed()
    }()

    private static func procedures(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (published: PublishedProcedure) in
            ProcedurePage(of: published, today: StaffStory.today, press: press)
        }
        let past = publishedProcedures.dropFirst().map { published in
            (name: "procedure-version-\(published.procedure.version)", page: page(published) as any Page)
        }
        let alone = PublishedProcedure(procedure: onePerson, since: publishedProcedure.since, until: nil)
        return [("procedure", page(publishedProcedure)), ("procedure-une-personne", page(alone))] + past
    }

    private static func versions(_ press: Press) -> [(name: String, page: any Page)] {
        let page = ProcedureVersionsPage(of: publishedProcedures, provider: procedure.provider, press: press)
        return [("procedure-versions", page)]
    }

    private static func notices(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (published: PublishedProcedure, hasRelay: Bool) in
            PrivacyPage(of: published, followUpHours: 2, staffHours: 12, hasRelay: hasRelay, press: press)
        }
        var named = publishedProcedure.procedure
        named.provider.dataProtectionContact = "Inès Moreau, référente RGPD"
        let other = PublishedProcedure(procedure: named, since: publishedProcedure.since, until: nil)
        return [
            ("confidentialite", page(publishedProcedure, true)), ("confidentialite-contact", page(other, true)),
            ("confidentialite-sans-relais", page(publishedProcedure, false)),
        ]
    }

    private static func statements(_ press: Press) -> [(name: String, page: any Page)] {
        let provider = procedure.provider
        let evidence = EvidencePage(
            note: """
                doleances/cine-atelier
                1205
                0Yl9rTwQm2bHk0gXo7v0a5nZy1Yq3c6Tt9u8WmE4rLw=

                — doleances/cine-atelier mi8xxATJ8kQm2bHk0gXo7v0a5nZy1Yq3c6Tt9u8WmE4rLx2Bs==

                """,
            verifierKey: "doleances/cine-atelier+9a2f31c4+ATJ8kQm2bHk0gXo7v0a5nZy1Yq3c6Tt9u8WmE4rLx2Bs",
            provider: provider,
            press: press
        )
        return [
            ("accessibilite", AccessibilityPage(provider: provider, press: press)),
            ("accessibilite-premier-jour", AccessibilityPage(provider: bareProcedure.provider, press: press)),
            ("preuve-du-registre", evidence),
        ]
    }
}
