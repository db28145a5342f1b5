import Complaints

/// Every staff page in every state, made of the story of Ciné-Atelier.
enum StaffSamples {
    /// The pages by a name of their own, which is also a file name.
    static func all(_ press: Press) -> [(name: String, page: any Page)] {
        signIn(press) + codes(press) + invitations(press) + setUps(press) + accounts(press) + identities(press)
            + tokens(press)
            + administration(press) + subscribers(press)
            + settings(press) + letterTemplates(press) + takeovers(press)
            + reserved(press) + dashboards(press) + lists(press) + views(press) + cases(press)
            + transcriptions(press) + discontents(press) + mails(press) + drafts(press) + mishaps(press)
            + previews(press) + letters(press) + audits(press) + accesses(press) + upkeep(press) + firstSteps(press)
            + due(press)
    }

    /// Somebody at their desk.
    static func desk(_ officer: Officer, missed: Int = 0) -> SignedIn {
        SignedIn(
            officer: officer,
            name: StaffStory.names[officer.id] ?? "Ana Diaz",
            providerName: StaffStory.procedure.provider.name,
            token: "jeton-de-session",
            missed: missed
        )
    }

    /// The page of a case file.
    static func casePage(
        _ file: CaseFile,
        for officer: Officer = StaffStory.director,
        procedure: Procedure = StaffStory.procedure,
        letters: [LetterLine] = [],
        mailIsSet: Bool = true,
        staff: [Officer] = StaffStory.staff,
        relatives: CaseRelatives = StaffStory.relatives,
        templates: [LetterTemplate] = [],
        draft: ActDraft? = nil,
        done: Act? = nil,
        isEntered: Bool = false,
        press: Press
    ) -> CasePage {
        CasePage(
            caseFile: file,
            signedIn: desk(officer),
            names: StaffStory.names,
            staff: staff,
            letters: letters,
            mailIsSet: mailIsSet,
            today: StaffStory.today,
            procedure: procedure,
            inForce: procedure,
            limits: PublicSamples.limits,
            relatives: relatives,
            templates: templates,
            draft: draft,
            done: done,
            isEntered: isEntered,
            press: press
        )
    }

    /// For each role that opens no case file, and for an account with none; and an address that leads nowhere.
    private static func reserved(_ press: Press) -> [(name: String, page: any Page)] {
        let roles: [(name: String, roles: Set<Role>)] = [
            ("administrateur", [.administrator]), ("auditeur", [.auditor]), ("autre", [.receptionDesk]),
        ]
        let pages = roles.map { name, roles in
            let page = ReservedPage(signedIn: desk(Officer(id: "ana", roles: roles)), press: press)
            return (name: "reserve-\(name)", page: page as any Page)
        }
        let errors = [("absente", 404), ("fermee", 403)].map { name, status in
            let page = StaffErrorPage(status: status, signedIn: desk(StaffStory.manager), press: press)
            return (name: name, page: page as any Page)
        }
        let others = [("absente-auditeur", Set([Role.auditor])), ("absente-sans-role", [])].map { name, roles in
            let reader = desk(Officer(id: "ana", roles: roles))
            return (name: name, page: StaffErrorPage(status: 404, signedIn: reader, press: press) as any Page)
        }
        let shortcuts = [
            ("raccourcis", StaffStory.manager), ("raccourcis-auditeur", Officer(id: "ana", roles: [.auditor])),
        ]
        .map { name, officer in
            (name: name, page: ShortcutsPage(signedIn: desk(officer), press: press) as any Page)
        }
        return pages + errors + others + shortcuts + closed(press)
    }

    /// Closed to its reader while they wrote.
    private static func closed(_ press: Press) -> [(name: String, page: any Page)] {
        ClosedCasePage.Subject.allCases.flatMap { subject in
            [[:], ["version": ["7"], "texte": ["Rappelée <b>ce soir</b> & demain"], "grief_1": ["Rembourser"]]].map {
                typed in
                let page = ClosedCasePage(
                    subject,
                    typed: typed,
                    hadDocuments: !typed.isEmpty,
                    signedIn: desk(StaffStory.manager),
                    press: press
                )
                return (name: "ferme-\(subject.rawValue)\(typed.isEmpty ? "" : "-ecrit")", page: page as any Page)
            }
        }
    }

    private static func signIn(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (email: String, trouble: SignInPage.Trouble?, carried: [SignInPage.Carried]) in
            SignInPage(
                providerName: "Ciné-Atelier",
                token: "jeton-avant-session",
                next: "/dossiers/REC-2026-0007",
                email: email,
                trouble: trouble,
                carried: carried,
                press: press
            )
        }
        return [
            ("connexion", page("", nil, [])), ("connexion-refusee", page("ines@cine-atelier.example", .refused, [])),
            ("connexion-tardive", page("ines@cine-atelier.example", .late, [])),
            ("connexion-reprise", page("", nil, [carried])),
            (
                "connexion-choisi",
                SignInPage(
                    providerName: "Ciné-Atelier",
                    token: "jeton-avant-session",
                    next: "",
                    trouble: nil,
                    isChosen: true,
                    press: press
                )
            ),
            (
                "connexion-ouverte",
                SignInPage(
                    providerName: "Ciné-Atelier",
                    token: "jeton-avant-session",
                    next: Path.setUp,
                    trouble: nil,
                    isFounded: true,
                    press: press
                )
            ),
        ]
    }

    /// A field of a form that was sent too late.
    static let carried = SignInPage.Carried(name: "repris.texte", value: "\n Rappelé « demain » :\n<b>\"8 h\"</b>")
}
