import Complaints

extension StaffSamples {
    /// The journal of accesses: all of it, of accounts alone, filtered to nothing; and on the page of a case file.
    static func accesses(_ press: Press) -> [(name: String, page: any Page)] {
        let all = kinds + accountEvents
        let ofAccounts = all.filter(\.kind.isOfAccounts)
        let search = AccessSearch(
            from: StaffStory.day("2026-11-01"),
            through: StaffStory.today,
            hand: AccessEntry.nobody,
            kind: .signedIn,
            number: "REC-2026-0007"
        )
        return [
            ("acces", journal(all, .exactly(all.count), next: "2026-11-23T08:00:00Z.0a1b", press)),
            ("acces-trop", journal(all, .moreThan(1_000), before: "2026-11-23T08:00:00Z.0a1b", press)),
            ("acces-un", journal([all[0]], .exactly(1), press)),
            ("acces-rien", journal([], .exactly(0), filtered: search, press)),
            ("acces-comptes", journal(ofAccounts, .exactly(2), for: [.administrator], press)),
            ("dossier-consultations", seen(Array(all.prefix(4)) + all.prefix(1), press)),
            ("dossier-sans-consultation", seen([], press)),
        ]
    }

    private static func journal(
        _ lines: [AccessEntry],
        _ total: Tally,
        filtered search: AccessSearch = AccessSearch(),
        before: String? = nil,
        next: String? = nil,
        for roles: Set<Role> = [.internalControl],
        _ press: Press
    ) -> AccessesPage {
        AccessesPage(
            lines: lines,
            total: total,
            search: search,
            before: before,
            next: next,
            names: StaffStory.names.sorted { $0.value < $1.value }.map { (id: $0.key, name: $0.value) },
            signedIn: desk(Officer(id: "ana", roles: roles)),
            press: press
        )
    }

    private static func seen(_ entries: [AccessEntry], _ press: Press) -> any Page {
        let control = Officer(id: "ana", roles: [.internalControl])
        return casePage(StaffStory.file(.acted), for: control, press: press)
            .showing(accesses: entries, names: StaffStory.names, press: press)
    }

    /// One of each kind, and what more there may be of some.
    private static let kinds: [AccessEntry] = [
        access(.opened, by: "camille", to: "REC-2026-0007"), access(.opened, by: "ana", to: "REC-2026-0007", "audit"),
        access(.readLetter, by: "ines", to: "REC-2026-0007"), access(.downloaded, by: "ines", to: "2026-R-0031"),
        access(.exported, by: "ines", "registre csv"), access(.exported, by: "ana", "receptions json audit"),
        access(.exported, by: "luc", "reprise csv"),
        access(.readDiscontent, by: "ines"), access(.readMail, by: "ines"),
        access(.mailsErased, by: AccessEntry.server, "1"), access(.mailsErased, by: AccessEntry.server, "12"),
        access(.readDiscontent, by: "ines", spoken: AccessEntry.Spoken(id: "0a1b", on: StaffStory.day("2026-11-12"))),
        access(.newSecret, by: AccessEntry.complainant, to: "REC-2026-0007"),
        access(.refused, .refused, by: "paul", to: "REC-2026-0007", "cloture"), access(.refused, .refused, by: "paul"),
        access(.signedIn, by: "luc"), access(.signedIn, by: "paul", "second-facteur"),
        access(.signedIn, by: "luc", "identite"), access(.signedIn, by: "luc", "identite-second-facteur"),
        access(.confirmed, by: "luc", "identite"), access(.signedIn, by: "luc", "premier-demarrage"),
        access(.signedIn, .pending, by: "paul"), access(.signedIn, .refused, by: AccessEntry.nobody, times: 12),
        access(.secondFactor, .refused, by: "paul"), access(.confirmed, by: "ines"), access(.signedOut, by: "ines"),
        access(.sessionEnded, by: "luc", about: "luc"), access(.sessionEnded, by: AccessEntry.server, about: "luc"),
        access(.sessionEnded, by: "luc", about: "luc", "delai"),
        access(.token, .refused, by: AccessEntry.nobody, times: 12),
        access(.opened, by: "ines", to: "REC-2026-0007", "dol_7K3M9QXZ"),
        access(.refused, .refused, by: "paul", to: "REC-2026-0007", "cloture dol_7K3M9QXZ"),
    ]

    private static let accountEvents =
        AccountEvent.allCases.map { access(.accountChanged, by: AccessEntry.server, about: "paul", $0.detail()) } + [
            access(.accountChanged, by: "luc", about: "paul", AccountEvent.added.detail("auditeur")),
            access(.accountChanged, by: "paul", about: "paul", AccountEvent.password.detail()),
            access(.accountChanged, .doneAlone, by: "luc", about: "luc", AccountEvent.roles.detail("accueil rgpd")),
            access(.accountChanged, by: "luc", about: "paul", AccountEvent.term.detail("2027-02-21")),
            access(.accountChanged, by: "luc", about: "ines", AccountEvent.absence.detail(absence)),
            access(.accountChanged, by: "ines", about: "ines", AccountEvent.tokenMade.detail("dol_7K3M9QXZ")),
            access(.accountChanged, by: "luc", about: "ines", AccountEvent.tokenEnded.detail("dol_7K3M9QXZ")),
        ]

    private static let absence = "2026-12-01 2026-12-15 paul"

    private static func access(
        _ kind: AccessKind,
        _ outcome: AccessOutcome = .done,
        by account: String,
        about: String = "",
        to caseFile: String? = nil,
        _ detail: String = "",
        times: Int = 1,
        spoken: AccessEntry.Spoken? = nil
    ) -> AccessEntry {
        AccessEntry(
            id: "0a1b",
            at: StaffStory.instant("2026-11-23T08:12:40Z"),
            kind: kind,
            outcome: outcome,
            account: account,
            about: about,
            caseFile: caseFile,
            detail: detail,
            times: times,
            spoken: spoken
        )
    }
}
