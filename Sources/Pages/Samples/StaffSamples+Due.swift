import Complaints

/// What comes due: what third parties and complainants are waited for, absences, a calendar’s address.
extension StaffSamples {
    static func due(_ press: Press) -> [(name: String, page: any Page)] {
        let days = [[passedOn], [passedOn, ledger[2].passedOn(by: .other, due: "2026-11-30")]].map { lines in
            var workload = Workload(mailIsSet: true, mediator: .inForce)
            workload.thirdParty = .init(lines: lines, total: lines.count)
            workload.standIns = [.init(name: "Inès Moreau <b>", through: StaffStory.day("2026-12-15"))]
            workload.awaitingComplainant = .init(
                lines: CompletionWait.Standing.allCases.map { waiting.waiting($0) },
                total: 3
            )
            return (
                name: "aujourdhui-tiers-\(lines.count)",
                page: DashboardPage(
                    workload: workload,
                    signedIn: desk(StaffStory.manager),
                    today: StaffStory.today,
                    press: press
                ) as any Page
            )
        }
        let counts = [0, 1, 12].map { (name: "receptions-abandons-\($0)", page: abandoned($0, press) as any Page) }
        let address = "https://reclamations.cine-atelier.example/calendrier/\(String(repeating: "0a1b", count: 16)).ics"
        return days + counts + absences(press) + [
            ("agenda-fait", SecretMadePage.calendar(address, signedIn: desk(StaffStory.manager), press: press)),
            ("dossier-par-un-tiers", casePage(throughFunder, press: press)),
        ]
    }

    private static func absences(_ press: Press) -> [(name: String, page: any Page)] {
        let mistakes: [[String: AbsenceMistake]] = [
            ["du": .date, "au": .date], ["au": .endTooEarly, "remplace_par": .standIn],
            ["au": .tooLong(most: Absence.mostDays)],
        ]
        let typed = ["du": ["demain"], "au": ["<hier>"], "remplace_par": [""]]
        let refused = mistakes.enumerated().map { index, wrong in
            let draft = AbsenceDraft(absence: nil, colleagues: colleagues, values: typed, mistakes: wrong)
            return (name: "absence-refusee-\(index + 1)", page: account(draft, press) as any Page)
        }
        let noted = Absence(
            account: "a1",
            from: StaffStory.day("2026-12-01"),
            through: StaffStory.day("2026-12-15"),
            standIn: "luc"
        )
        return refused + [
            ("absence-personne", account(AbsenceDraft(absence: nil, colleagues: []), press)),
            (
                "un-compte-absent",
                sheet(AbsenceDraft(absence: noted, standInName: "Luc", colleagues: colleagues), press)
            ),
        ]
    }

    private static let colleagues = [(id: "luc", name: "Luc \"Cadreur\" <b>")]

    private static func account(_ absence: AbsenceDraft, _ press: Press) -> AccountPage {
        AccountPage(
            email: "ines@cine-atelier.example",
            sessions: [],
            asksFactor: false,
            factor: nil,
            hasRelay: true,
            absence: absence,
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }

    private static func sheet(_ absence: AbsenceDraft, _ press: Press) -> AccountSheetPage {
        AccountSheetPage(
            of: AccountLine(
                id: "a1",
                name: "Inès Moreau",
                email: "ines@cine-atelier.example",
                roles: [.complaintsManager],
                state: .open,
                hasSecondFactor: true,
                lastSignIn: nil,
                expiresOn: nil
            ),
            sessions: [],
            isOwn: false,
            mails: true,
            absence: absence,
            signedIn: desk(Officer(id: "ana", roles: [.administrator])),
            press: press
        )
    }

    private static func abandoned(_ count: Int, _ press: Press) -> ReceptionsPage {
        ReceptionsPage(
            lines: [waiting],
            total: .exactly(1),
            standing: .at(.incomplete),
            abandoned: ReceptionsPage.Abandoned(year: 2026, abandoned: count, received: 1_204),
            signedIn: desk(StaffStory.manager),
            today: StaffStory.today,
            press: press
        )
    }

    /// Passed on by a funder that has waited for too long, and whoever handles it is away.
    private static let passedOn: CaseSummary = {
        var one = ledger[0].passedOn(by: .funder, due: "2026-11-20")
        one.isStandIn = true
        return one
    }()

    /// A complaint that a funder passed on.
    private static let throughFunder: CaseFile = {
        let reception = StaffStory.file(.received).reception
        var passed = Reception(
            reference: reception.reference,
            channel: .funder,
            transcription: Transcription(
                arrivedOn: StaffStory.day("2026-09-14"),
                thirdParty: ThirdParty(
                    name: "OPCO « Image » <b>",
                    reference: "S-2026-14",
                    due: StaffStory.day("2026-12-01")
                )
            ),
            original: reception.original,
            procedure: reception.procedure,
            due: reception.due
        )
        passed.procedureDigest = reception.procedureDigest
        let entry = Entry(
            event: .received(passed),
            signature: Signature(by: .officer(StaffStory.desk), at: StaffStory.instant("2026-09-14T08:12:40Z")),
            caseFile: StaffStory.file,
            organisation: "cine-atelier"
        )
        guard let file = CaseFile(id: StaffStory.file, entries: [entry]) else {
            preconditionFailure("A file begins with its reception.")
        }
        return file
    }()
}

extension CaseSummary {
    /// The same, passed on by a third party.
    fileprivate func passedOn(by origin: ThirdParty.Origin, due: String) -> CaseSummary {
        var summary = self
        summary.origin = origin
        summary.thirdParty = ThirdParty(
            name: "OPCO « Image » <b>",
            reference: "S-2026-14",
            due: StaffStory.day(due)
        )
        return summary
    }

    /// The same, whose complainant is waited for.
    fileprivate func waiting(_ standing: CompletionWait.Standing) -> CaseSummary {
        var summary = self
        summary.completion = standing
        return summary
    }
}
