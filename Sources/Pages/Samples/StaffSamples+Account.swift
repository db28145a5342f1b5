import Complaints

extension StaffSamples {
    /// The second factor: its code, its setting up, its recovery codes.
    static func codes(_ press: Press) -> [(name: String, page: any Page)] {
        let mistakes: [CodeForm.Mistake?] = [nil] + CodeForm.Mistake.allCases
        let asked = mistakes.map { mistake in
            let form = codeForm(mistake, press: press)
            return (
                name: "code-\(mistake?.rawValue ?? "demande")",
                page: CodePage(providerName: "Ciné-Atelier", form: form, press: press) as any Page
            )
        }
        let auditor = desk(Officer(id: "ana", roles: [.auditor]))
        return asked + [
            (
                "code-repris",
                CodePage(providerName: "Ciné-Atelier", form: codeForm(nil, [carried], press: press), press: press)
            ),
            (
                "preparation",
                enrolment(codeForm(nil, [carried], press: press), account: "ines@cine-atelier.example", press)
            ),
            (
                "preparation-refusee",
                enrolment(codeForm(.wrong, press: press), account: "ines@cine-atelier.example", press)
            ),
            (
                "preparation-sans-carre",
                enrolment(codeForm(nil, press: press), account: String(repeating: "é", count: 150), press)
            ),
            ("secours", recovery([], desk(StaffStory.manager), press)),
            ("secours-repris", recovery([carried], auditor, press)),
        ]
    }

    private static func codeForm(
        _ mistake: CodeForm.Mistake?,
        _ carried: [SignInPage.Carried] = [],
        press: Press
    ) -> CodeForm {
        CodeForm(
            token: "jeton-avant-session",
            pending: "0a1b",
            next: "/registre?q=a&b",
            carried: carried,
            mistake: mistake,
            press: press
        )
    }

    private static func enrolment(_ form: CodeForm, account: String, _ press: Press) -> EnrolmentPage {
        let name = account.utf8.map { "%\(String($0, radix: 16))" }.joined()
        return EnrolmentPage(
            providerName: "Ciné-Atelier",
            secret: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
            address: "otpauth://totp/Atelier:\(name)?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Atelier",
            form: form,
            press: press
        )
    }

    private static func recovery(
        _ carried: [SignInPage.Carried],
        _ signedIn: SignedIn,
        _ press: Press
    ) -> RecoveryCodesPage {
        let codes = (0..<10).map { "\($0)BCD-EFGH-JKMN-PQRS-TVWX-YZ01-23" }
        return RecoveryCodesPage(codes: codes, next: Path.dashboard, carried: carried, signedIn: signedIn, press: press)
    }

    /// The links by which a password is chosen.
    static func invitations(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (mistakes: [NewPassword.Mistake], isExpired: Bool) in
            InvitationPage(
                providerName: "Ciné-Atelier",
                path: Path.invitation("0a1b"),
                token: "jeton-du-lien",
                name: "Inès O’Brien <b>",
                email: "ines@cine-atelier.example",
                mistakes: mistakes,
                isExpired: isExpired,
                press: press
            )
        }
        return [
            ("invitation", page([], false)), ("invitation-tard", page([], true)),
            ("invitation-refusee", page(NewPassword.Mistake.allCases, false)),
            ("invitation-differente", page([.different], false)),
            ("invitation-finie", InvitationGonePage(providerName: "Ciné-Atelier", press: press)),
        ]
    }

    /// One's own account, and the password once more.
    static func accounts(_ press: Press) -> [(name: String, page: any Page)] {
        let notices = AccountPage.Notice.allCases.map { notice in
            (name: "compte-\(notice.rawValue)", page: account(notice, codes: 1, press) as any Page)
        }
        let troubles = PasswordTrouble.allCases.flatMap { trouble in
            [
                (name: "compte-refuse-\(trouble.rawValue)", page: account(trouble: trouble, press) as any Page),
                (name: "confirmation-\(trouble.rawValue)", page: confirmation(trouble, press) as any Page),
            ]
        }
        let lone = desk(Officer(id: "ana", roles: [.administrator]))
        return notices + troubles + [
            ("compte", account(codes: 10, press)), ("compte-sans-code", account(codes: 0, press)),
            ("confirmation", confirmation(nil, press)), ("confirmation-export", exportConfirmation(press)),
            ("confirmation-fichier", fileReady(press)),
            ("compte-sans-relais", account(hasRelay: false, press)),
            ("compte-sans-relais-ni-lettre", account(.letter, hasRelay: false, press)),
            ("compte-essais", account(missed: 6, press)), ("compte-un-essai", account(missed: 1, press)),
            (
                "compte-seul",
                AccountPage(
                    email: "ana@cine-atelier.example",
                    sessions: [session("a", isThis: true)],
                    asksFactor: false,
                    factor: nil,
                    hasRelay: true,
                    mistakes: [.different],
                    signedIn: lone,
                    press: press
                )
            ),
            (
                "compte-a-preparer",
                AccountPage(
                    email: "ana@cine-atelier.example",
                    sessions: [session("a", isThis: true)],
                    asksFactor: true,
                    factor: nil,
                    hasRelay: true,
                    signedIn: lone,
                    press: press
                )
            ),
        ]
    }

    private static func session(_ id: String, isThis: Bool) -> AccountPage.Session {
        let since = StaffStory.instant("2026-11-23T07:40:00Z")
        return AccountPage.Session(id: id, since: since, seen: since.adding(seconds: 600), isThis: isThis)
    }

    private static func account(
        _ notice: AccountPage.Notice? = nil,
        codes: Int = 9,
        trouble: PasswordTrouble? = nil,
        missed: Int = 0,
        hasRelay: Bool = true,
        _ press: Press
    ) -> AccountPage {
        AccountPage(
            email: "ines@cine-atelier.example",
            sessions: [session("a", isThis: true), session("b", isThis: false)],
            asksFactor: true,
            factor: (StaffStory.instant("2026-05-01T07:40:00Z"), codes),
            letters: [.daily: notice != .absence && (hasRelay || notice != .letter), .weekly: notice != .letter],
            hasRelay: hasRelay,
            absence: AbsenceDraft(
                absence: notice == .absence ? absence : nil,
                standInName: "Luc \"Cadreur\" <b>",
                colleagues: [(id: "luc", name: "Luc \"Cadreur\" <b>")]
            ),
            calendar: notice == .letter
                ? CalendarStanding(since: StaffStory.instant("2026-11-02T07:40:00Z"), usedOn: StaffStory.today)
                : notice == .absence
                    ? CalendarStanding(since: StaffStory.instant("2026-11-02T07:40:00Z")) : CalendarStanding(),
            notice: notice,
            mistakes: trouble == nil ? [] : [.short],
            oldPassword: trouble,
            signedIn: desk(StaffStory.manager, missed: missed),
            press: press
        )
    }

    private static let absence = Absence(
        account: "ines",
        from: StaffStory.day("2026-12-01"),
        through: StaffStory.day("2026-12-15"),
        standIn: "luc"
    )

    private static func confirmation(_ trouble: PasswordTrouble?, _ press: Press) -> ConfirmationPage {
        ConfirmationPage(
            path: Path.ownFactor,
            carried: [SignInPage.Carried(name: "motif", value: "\n <b>\"8 h\"</b>")],
            back: Path.account,
            trouble: trouble,
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }

    /// Where it is taken once the password is right.
    private static func fileReady(_ press: Press) -> FileReadyPage {
        FileReadyPage(
            path: Path.export(of: Path.register, as: .table),
            carried: [SignInPage.Carried(name: "etat", value: "ouvertes")],
            back: Path.list(Path.register, asking: ["etat": "ouvertes"]),
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }

    /// Before a list leaves the house as a file.
    static func exportConfirmation(_ press: Press) -> ConfirmationPage {
        ConfirmationPage(
            path: Path.export(of: Path.register, as: .table),
            carried: [SignInPage.Carried(name: "etat", value: "ouvertes")],
            back: Path.list(Path.register, asking: ["etat": "ouvertes"]),
            isForFile: true,
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }
}
