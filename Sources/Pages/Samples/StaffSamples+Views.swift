import Complaints

extension StaffSamples {
    /// The views that somebody keeps, lists with views above them and in other orders, and what may go wrong.
    static func views(_ press: Press) -> [(name: String, page: any Page)] {
        let items = [(name: "etat", value: "en-retard"), (name: "tri", value: "echeance")]
        let typed = ["nom": [" "], "partagee": ["oui"]]
        let notices: [(name: String, notice: ViewsPage.Notice)] = [
            ("enregistree", .changed), ("supprimee", .forgotten), ("perimee", .expired), ("trop", .tooMany(most: 30)),
            ("sans-nom", .unnamed(longest: 60)),
        ]
        let draft = ViewDraft(of: .register, items: items, values: typed, mistake: .name(longest: 60))
        return notices.map { (name: "vues-\($0.name)", page: viewsPage($0.notice, press: press) as any Page) } + [
            ("vues", viewsPage(press: press)), ("vues-aucune", viewsPage(lines: [], press: press)),
            ("vues-refusee", viewsPage(draft, press: press)),
            ("registre-vues", register(RegisterFilter(standing: .late, order: LedgerOrder(.due)), press)),
            ("registre-numero", register(RegisterFilter(query: "Àrçy", order: LedgerOrder(.mark)), press)),
            ("receptions-vues", receptions(LedgerOrder(.received, isDescending: true), press)),
        ]
    }

    private static func viewsPage(
        _ notice: ViewsPage.Notice? = nil,
        _ draft: ViewDraft? = nil,
        lines: [ViewLine] = kept,
        press: Press
    ) -> ViewsPage {
        ViewsPage(views: lines, draft: draft, notice: notice, signedIn: desk(StaffStory.manager), press: press)
    }

    private static func viewsPage(_ draft: ViewDraft, press: Press) -> ViewsPage {
        viewsPage(nil, draft, press: press)
    }

    private static func register(_ filter: RegisterFilter, _ press: Press) -> RegisterPage {
        RegisterPage(
            lines: ledger,
            total: .exactly(ledger.count),
            filter: filter,
            views: kept,
            isKept: !filter.isEmpty,
            years: [2026],
            signedIn: desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    private static func receptions(_ order: LedgerOrder, _ press: Press) -> ReceptionsPage {
        ReceptionsPage(
            lines: ledger,
            total: .exactly(ledger.count),
            order: order,
            views: kept,
            signedIn: desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    /// Two of one's own, one of them shared, and one of somebody else's.
    private static let kept = [
        view("1", .register, "En retard, <b>les plus anciennes</b>", "etat=en-retard&tri=echeance", isShared: true),
        view("2", .receptions, "À qualifier", "etat=a-qualifier"),
        view("3", .register, "Ouvertes", "etat=ouvertes", isShared: true, owner: "Camille Roux"),
    ]

    private static func view(
        _ id: String,
        _ book: LedgerBook,
        _ name: String,
        _ filters: String,
        isShared: Bool = false,
        owner: String? = nil
    ) -> ViewLine {
        ViewLine(id: id, book: book, name: name, filters: filters, isShared: isShared, owner: owner)
    }
}
