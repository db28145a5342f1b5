import Complaints

extension StaffSamples {
    /// The case page at the end of every chapter, and for those who see less of it.
    static func cases(_ press: Press) -> [(name: String, page: any Page)] {
        let chapters = StaffStory.Chapter.allCases.map { chapter in
            let page = casePage(StaffStory.file(chapter), letters: letterLines, press: press)
            return (name: "dossier-\(chapter.rawValue)", page: page as any Page)
        }
        let auditor = Officer(id: "ana", roles: [.auditor])
        let administrator = Officer(id: "ana", roles: [.administrator])
        let control = Officer(id: "ana", roles: [.internalControl])
        return chapters + [
            ("dossier-auditeur", casePage(StaffStory.file(.closed), for: auditor, letters: letterLines, press: press)),
            ("dossier-administrateur", casePage(StaffStory.file(.closed), for: administrator, press: press)),
            ("dossier-controle", casePage(StaffStory.file(.mediated), for: control, press: press)),
            ("dossier-contestation-autre", casePage(contested, for: StaffStory.manager, press: press)),
            (
                "dossier-contestation-seul",
                casePage(contested, for: StaffStory.manager, staff: [StaffStory.manager], press: press)
            ),
            ("dossier-contestation-seule-decision", casePage(StaffStory.alone, press: press)),
            ("dossier-accueil", casePage(StaffStory.file(.received), for: StaffStory.desk, press: press)),
            ("dossier-fait", casePage(StaffStory.file(.registered), done: .register, press: press)),
            ("dossier-relance", casePage(later(days: 16), press: press)),
            ("dossier-abandon", casePage(later(days: 31), press: press)),
            ("dossier-sans-action", casePage(StaffStory.file(.assigned, then: sideways), press: press)),
            ("dossier-sans-regles", casePage(StaffStory.file(.acted), procedure: bare, press: press)),
            ("dossier-mediateur-perime", casePage(StaffStory.file(.acted), procedure: lapsed, press: press)),
            ("dossier-vide", casePage(StaffStory.scrap, procedure: strict, press: press)),
            ("dossier-saisi", casePage(StaffStory.dictated, isEntered: true, press: press)),
            ("dossier-vide-demande", casePage(StaffStory.scrapAsked, procedure: strict, press: press)),
            ("dossier-mis-en-cause", casePage(StaffStory.file(.acted), for: StaffStory.named, press: press)),
            (
                "dossier-passer-outre",
                casePage(StaffStory.file(.acted), for: Officer(id: "luc", roles: [.management]), press: press)
            ),
            ("dossier-trop-vite", casePage(StaffStory.hasty, press: press)),
            ("dossier-non-parties", unsent(letterLines, press)),
            ("dossier-non-partie", unsent([letterLines[0], letterLines[3]], press)),
        ]
    }

    /// A file to be closed where the server sends no mail.
    private static func unsent(_ letters: [LetterLine], _ press: Press) -> CasePage {
        casePage(StaffStory.file(.answered), letters: letters, mailIsSet: false, press: press)
    }

    /// A procedure with nothing set.
    static let bare = Procedure(provider: Provider(name: "Ciné-Atelier"))

    /// A procedure whose mediator's agreement ended last month.
    private static var lapsed: Procedure {
        var procedure = StaffStory.procedure
        procedure.consumerMediator?.agreementEnds = StaffStory.day("2026-10-31")
        return procedure
    }

    /// A procedure that demands everything.
    static let strict = Procedure(
        provider: Provider(name: "Ciné-Atelier"),
        completeness: Completeness(required: Completeness.Item.allCases)
    )

    /// A file whose requalification is contested.
    private static let contested = StaffStory.file(.contested)

    /// A file whose person was asked to complete so many days before today.
    private static func later(days: Int) -> CaseFile {
        StaffStory.asked(on: StaffStory.today.adding(days: -days))
    }

    /// What seldom happens to a file.
    private static let sideways: [Event] = [
        .recused(Recusal(officer: "ines", reason: "A conduit le stage.")),
        .assigned(Assignment(handler: "luc", override: "Seule personne disponible.")),
        .measuresDispensed(Reason("Le stage avait déjà été prolongé.")),
        .amended(
            Amendment(
                text: "Par téléphone : l’adresse a changé.",
                files: [StaffStory.document("note.txt", "text/plain", 812)],
                email: "noe@nouveau.example",
                postalAddress: "8 rue Neuve\n44000 Nantes",
                sending: StaffStory.procedure.sending(on: StaffStory.day("2026-09-12"), proof: "cachet de la poste")
            )
        ),
        .noted(Reason("Rappelé le 20 octobre, ton cordial.")),
        .qualified(Qualification(nature: .complaint, reason: "Un autre formateur donnait ce stage.")),
    ]

    /// Letters in each of their states.
    static let letterLines: [LetterLine] = [
        letter(.acknowledgement, .issued, "2026-09-14T08:12:40Z", "noe.darcy@courrier.example", "250 2.0.0 Ok"),
        letter(
            .registration,
            .failed,
            "2026-09-21T08:00:00Z",
            "noe.darcy@courrier.example",
            "refused 550 5.1.1 <inconnu>"
        ),
        letter(.holdingReply, .held, "2026-11-10T10:00:00Z", "noe.darcy@courrier.example", ""),
        letter(.answer, .paper, "2026-11-20T11:00:00Z", "Noé D’Àrçy-🎭 <b>", ""),
        letter(.closing, .waiting, "2026-11-22T17:00:00Z", "noe.darcy@courrier.example", ""),
    ]

    /// The letter that the story's answer left with has the identifier of its kind too.
    static func letterIdentifier(_ kind: LetterKind) -> String {
        "9a8b7c6d5e4f30211203f4e5d6c7b8a\(LetterKind.allCases.firstIndex(of: kind) ?? 0)"
    }

    static func letter(
        _ kind: LetterKind,
        _ state: LetterState,
        _ writtenAt: String,
        _ recipient: String,
        _ result: String
    ) -> LetterLine {
        let written = StaffStory.instant(writtenAt)
        return LetterLine(
            id: letterIdentifier(kind),
            kind: kind,
            state: state,
            createdAt: written,
            issuedAt: state == .issued ? written.adding(seconds: 12) : nil,
            recipient: recipient,
            result: result
        )
    }
}
