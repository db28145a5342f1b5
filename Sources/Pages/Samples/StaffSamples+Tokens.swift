import Complaints

extension StaffSamples {
    /// The tokens of one's own programs.
    static func tokens(_ press: Press) -> [(name: String, page: any Page)] {
        let latest = StaffStory.today.adding(days: 365)
        let mistakes: [[String: TokenMistake]] = [
            ["nom": .name(longest: 60), "jusqu_au": .date, "portee": .scope], ["jusqu_au": .endIsOver],
            ["jusqu_au": .endTooFar(latest: latest)],
        ]
        let typed = ["nom": ["Logiciel de <b>gestion</b>"], "jusqu_au": ["2031-02-30"], "portee": ["tout"]]
        let refused = mistakes.enumerated().map { index, mistakes in
            let page = tokensPage(values: typed, mistakes: mistakes, press: press)
            return (name: "jetons-refuse-\(index + 1)", page: page as any Page)
        }
        let notices: [(name: String, notice: TokensPage.Notice)] = [
            ("fin", .ended), ("perime", .expired), ("trop", .tooMany(most: 10)),
        ]
        return refused
            + notices.map { (name: "jetons-\($0.name)", page: tokensPage($0.notice, press: press) as any Page) } + [
                ("jetons", tokensPage(press: press)), ("jetons-aucun", tokensPage(lines: [], press: press)),
                (
                    "jeton-fait",
                    SecretMadePage.token(
                        "dol_7K3M9QXZ" + String(repeating: "4T8WB2RH", count: 7),
                        named: "Logiciel de gestion",
                        endsOn: StaffStory.today.adding(days: 90),
                        signedIn: desk(StaffStory.manager),
                        press: press
                    )
                ),
            ]
    }

    private static func tokensPage(
        _ notice: TokensPage.Notice? = nil,
        lines: [TokensPage.Line] = lines,
        values: [String: [String]]? = nil,
        mistakes: [String: TokenMistake] = [:],
        press: Press
    ) -> TokensPage {
        TokensPage(
            lines: lines,
            values: values,
            mistakes: mistakes,
            standardEnd: StaffStory.today.adding(days: 90),
            notice: notice,
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }

    private static let lines: [TokensPage.Line] = [
        line("dol_7K3M9QXZ", "Logiciel de <b>gestion</b>", .readAndAct, endsIn: 89, usedDaysAgo: 0),
        line("dol_2B8HV0TR", "Tableau du lundi", .read, endsIn: 300, usedDaysAgo: nil),
        line("dol_Z9XQ41CM", "Essai", .read, endsIn: -3, usedDaysAgo: 20),
    ]

    private static func line(
        _ id: String,
        _ name: String,
        _ scope: TokenScope,
        endsIn days: Int,
        usedDaysAgo ago: Int?
    ) -> TokensPage.Line {
        TokensPage.Line(
            id: id,
            name: name,
            scope: scope,
            madeAt: StaffStory.instant("2026-09-01T07:40:00Z"),
            endsOn: StaffStory.today.adding(days: days),
            usedOn: ago.map { StaffStory.today.adding(days: -$0) },
            today: StaffStory.today
        )
    }
}
