import Complaints

extension StaffSamples {
    /// The administration of accounts: the list, one account in every state, the link to hand over.
    static func administration(_ press: Press) -> [(name: String, page: any Page)] {
        let lists: [(name: String, page: any Page)] = [
            ("comptes", accountList(press)), ("comptes-sans-relais", accountList(mails: false, press)),
            ("comptes-perime", accountList(isExpired: true, press)),
        ]
        let drafts = mistakes.enumerated().map { index, mistakes in
            let draft = AccountDraft(values: typed, mistakes: mistakes)
            return (name: "comptes-refuse-\(index + 1)", page: accountList(draft: draft, press) as any Page)
        }
        let states = AccountLine.State.allCases.flatMap { state in
            [true, false].map { mails in
                let way = mails ? "courriel" : "main"
                return (name: "un-compte-\(state.rawValue)-\(way)", page: sheet(state, mails: mails, press) as any Page)
            }
        }
        let notices = AccountSheetPage.Notice.allCases.map { notice in
            (name: "un-compte-fait-\(notice.rawValue)", page: sheet(notice: notice, press) as any Page)
        }
        let refusals = AccountSheetPage.Refused.allCases.map { refused in
            (name: "un-compte-refuse-\(refused.rawValue)", page: sheet(refused: refused, press) as any Page)
        }
        return lists + drafts + states + notices + refusals + others(press)
    }

    private static func others(_ press: Press) -> [(name: String, page: any Page)] {
        let draft = AccountDraft(values: typed, mistakes: ["nom": .name])
        let link = AccountLinkPage(
            name: "Inès O’Brien <b>",
            link: "https://reclamations.cine-atelier.example/invitation/\(String(repeating: "0a1b", count: 16))",
            hours: 72,
            next: Path.account("a1"),
            signedIn: administrator,
            press: press
        )
        return [
            ("un-compte-a-soi", sheet(isOwn: true, press)), ("un-compte-corrige", sheet(draft: draft, press)),
            ("un-compte-depasse", sheet(refused: .overtaken, outdated: outdated, draft: draft, press)),
            ("un-compte-lien", link),
        ]
    }

    private static let administrator = desk(Officer(id: "ana", roles: [.administrator]))
    /// All of it has been changed since the form was opened.
    private static let outdated = AccountShown(
        name: "Luc \"Cadreur\" <b>",
        roles: [.administrator, .management],
        expiresOn: StaffStory.day("2026-12-31")
    )
    private static let typed = [
        "nom": ["\"Zoé\" <b>"], "courriel": ["zoé"], "roles": ["auditeur"], "echeance": ["demain"],
    ]

    /// Every mistake that a field may have.
    private static let mistakes: [[String: AccountMistake]] = [
        ["nom": .name, "courriel": .email, "roles": .roles, "echeance": .date],
        ["courriel": .taken, "echeance": .endMissing(days: 90)], ["echeance": .endIsOver],
        ["echeance": .endTooFar(latest: StaffStory.day("2027-02-21"))],
    ]

    private static func accountList(
        draft: AccountDraft? = nil,
        mails: Bool = true,
        isExpired: Bool = false,
        _ press: Press
    ) -> AccountsPage {
        AccountsPage(
            lines: AccountLine.State.allCases.map(line),
            draft: draft,
            isExpired: isExpired,
            mails: mails,
            signedIn: administrator,
            press: press
        )
    }

    private static func line(_ state: AccountLine.State) -> AccountLine {
        let isNew = state == .invited || state == .waiting
        return AccountLine(
            id: "a1",
            name: "Luc \"Cadreur\" Étienne <b>",
            email: "luc@cine-atelier.example",
            roles: state == .over ? [.auditor] : [.complaintsManager, .management],
            state: state,
            hasSecondFactor: !isNew,
            lastSignIn: isNew ? nil : StaffStory.instant("2026-11-20T07:40:00Z"),
            expiresOn: state == .over ? StaffStory.day("2026-11-01") : nil
        )
    }

    private static func sheet(
        _ state: AccountLine.State = .open,
        mails: Bool = true,
        isOwn: Bool = false,
        notice: AccountSheetPage.Notice? = nil,
        refused: AccountSheetPage.Refused? = nil,
        outdated: AccountShown? = nil,
        draft: AccountDraft? = nil,
        _ press: Press
    ) -> AccountSheetPage {
        let since = StaffStory.instant("2026-11-23T07:40:00Z")
        let sessions = ["a", "b"].map { AccountSheetPage.Session(id: $0, since: since, seen: since) }
        return AccountSheetPage(
            of: line(state),
            sessions: state == .open ? sessions : [],
            isOwn: isOwn,
            mails: mails,
            notice: notice,
            refused: refused,
            outdated: outdated,
            draft: draft,
            signedIn: administrator,
            press: press
        )
    }
}
