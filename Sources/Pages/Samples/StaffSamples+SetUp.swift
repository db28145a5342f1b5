import Complaints

extension StaffSamples {
    /// The first start: its first page empty and with all that may be wrong in it, its preview, and its last page.
    static func setUps(_ press: Press) -> [(name: String, page: any Page)] {
        let last = [("pret", quiet), ("pret-a-completer", busy)]
        return [
            ("premier-depart", setUp(press: press)), ("premier-depart-tard", setUp(isExpired: true, press: press)),
            ("premier-depart-apercu", preview(of: PublicSamples.procedure, press: press)),
            ("premier-depart-apercu-nu", preview(of: PublicSamples.bareProcedure, press: press)),
            (
                "premier-depart-mot-de-passe",
                preview(SetUpPreviewPage.Wrong(password: [.different]), of: PublicSamples.procedure, press: press)
            ),
            (
                "premier-depart-compte",
                preview(
                    SetUpPreviewPage.Wrong(
                        account: SetUpPreviewPage.AccountMistake.allCases,
                        password: NewPassword.Mistake.allCases
                    ),
                    of: PublicSamples.procedure,
                    press: press
                )
            ),
            ("premier-depart-fini", SetUpGonePage(press: press)),
        ]
            + rounds(of: SetUpPage.settings.count).enumerated().map { number, causes in
                let wrong = zip(SetUpPage.settings, causes).map { SettingMistake($0, "", $1) }
                return ("premier-depart-refuse-\(number)", setUp(wrong, press: press))
            }
            + last.map { name, facts in
                let page = SetUpDonePage(
                    publicAddress: facts.isPublic ? "https://reclamations.cine-atelier.example" : "http://localhost",
                    isLocal: !facts.isPublic,
                    lines: facts.firstSteps,
                    signedIn: desk(Officer(id: "ana", roles: [.complaintsManager, .management, .administrator])),
                    press: press
                )
                return (name, page)
            }
    }

    /// Everything that keeps a value from being taken.
    static let causes: [SettingMistake.Cause] = [
        .empty, .placeholder, .line, .lines, .email, .telephone, .activityDeclaration, .site, .host, .taken, .onOrOff,
        .day,
        .future, .endsEarly(begin: StaffStory.day("2026-01-01"), end: StaffStory.day("2025-12-31")), .count(1...30),
        .delay, .completeness, .stakeholders, .stakeholderName, .stakeholderCount, .stakeholderRepeated,
        .wording(.compulsoryMediation), .mediatorIncomplete, .mediatorFirst, .mediatorStays,
        .recipients, .recipientsRead, .recipientsHandle, .confidenceIncomplete, .functionStays,
        .waitOrder(reminder: 30, abandonment: 15),
    ]

    /// The causes, as many at a time as there are fields to show them.
    static func rounds(of count: Int) -> [[SettingMistake.Cause]] {
        stride(from: 0, to: causes.count, by: count).map { Array(causes[$0..<min($0 + count, causes.count)]) }
    }

    private static func setUp(
        _ wrong: [SettingMistake] = [],
        isExpired: Bool = false,
        press: Press
    ) -> SetUpPage {
        SetUpPage(
            path: Path.setUp("0a1b"),
            token: "jeton-du-lien",
            typed: wrong.isEmpty ? nil : typed,
            wrong: wrong,
            isExpired: isExpired,
            press: press
        )
    }

    private static func preview(
        _ wrong: SetUpPreviewPage.Wrong = SetUpPreviewPage.Wrong(),
        of procedure: Procedure,
        press: Press
    ) -> SetUpPreviewPage {
        SetUpPreviewPage(
            of: procedure,
            at: StaffStory.instant("2026-11-23T08:00:00Z"),
            limits: PublicSamples.limits,
            hasRelay: true,
            path: Path.setUp("0a1b"),
            token: "jeton-du-lien",
            typed: typed,
            wrong: wrong,
            press: press
        )
    }

    private static let typed = [
        "nom": ["L’École O’Brien <script>"], "adresse": ["1 rue « Haute »\n <b>"], "compte_nom": ["Camille Roux"],
    ]
}
