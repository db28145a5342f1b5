import Complaints

extension StaffSamples {
    /// The case page at the end of every chapter, and for those who see less of it.
    static func cases(_ press: Press) -> [(name: String, page: any Page)] {
        let chapters = StaffStory.Chapter.allCases.map { chapter in
            let page = casePage(StaffStory.file(chapter), letters: letterLines, press: press)
            return (name: "dossier-\(chapter.rawValue)", page: page as any Page)
        }
        return chapters + scans(press) + ofOnePerson(press) + withOthers(press) + [
            ("dossier-controle", casePage(StaffStory.file(.mediated), for: control, press: press)),
            ("dossier-contestation-autre", casePage(contested, for: StaffStory.manager, press: press)),
            ("dossier-contestation-seule-decision", casePage(StaffStory.alone, press: press)),
            ("dossier-accueil", casePage(StaffStory.file(.received), for: StaffStory.desk, press: press)),
            ("dossier-fait", casePage(StaffStory.file(.registered), done: .register, press: press)),
            ("dossier-demande-du-jour", casePage(later(days: 0), press: press)),
            ("dossier-demande-de-la-veille", casePage(later(days: 1), press: press)),
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
            ("dossier-acces-restreint", casePage(StaffStory.file(.acted, then: [closedToOthers]), press: press)),
            ("dossier-acces-ouvert", casePage(StaffStory.file(.acted, then: [closedToOthers, givenOn]), press: press)),
            ("dossier-acces-leve", casePage(StaffStory.file(.acted, then: [closedToOthers, opened]), press: press)),
            ("dossier-mineur", casePage(StaffStory.young, press: press)),
            ("dossier-devenu-majeur", casePage(StaffStory.grown, press: press)),
            ("dossier-personnel", casePage(StaffStory.employed, press: press)),
            ("dossier-en-anglais", casePage(StaffStory.inEnglish(StaffStory.file(.received)), press: press)),
            ("dossier-en-confidence", casePage(StaffStory.confided, press: press)),
            ("dossier-regle-levee", casePage(StaffStory.file(.acted, then: lifted), press: press)),
            ("dossier-mediation-rouvert", casePage(StaffStory.file(.reopened, then: [seized]), press: press)),
            ("dossier-trop-vite", casePage(StaffStory.hasty, press: press)),
            ("dossier-lettre-revenue", casePage(StaffStory.file(.registered, then: [returned]), press: press)),
            ("dossier-satisfaction", casePage(StaffStory.file(.closed, then: satisfied + [posted]), press: press)),
            ("dossier-satisfaction-demandee", casePage(StaffStory.closed(.consumer), press: press)),
            ("dossier-ajouts", casePage(StaffStory.added, press: press)),
            ("dossier-non-parties", unsent(letterLines, press)),
            ("dossier-relais-non-parties", casePage(StaffStory.file(.answered), letters: letterLines, press: press)),
            (
                "dossier-relais-non-partie",
                casePage(StaffStory.file(.answered), letters: [letterLines[3]], press: press)
            ),
            ("dossier-non-partie", unsent([letterLines[0], letterLines[3]], press)),
        ]
    }

    /// Case files that have to do with another one.
    private static func withOthers(_ press: Press) -> [(name: String, page: any Page)] {
        [
            ("dossier-rapproche", casePage(StaffStory.file(.acted, then: StaffStory.related), press: press)),
            (
                "dossier-courriel-d-un-autre",
                casePage(StaffStory.file(.acted, then: StaffStory.misplaced), press: press)
            ),
            ("dossier-recu-a-part", casePage(StaffStory.part, press: press)),
            ("dossier-recu-a-part-restreint", casePage(StaffStory.closedPart, press: press)),
        ]
    }

    /// Of a provider of one person, declared or by its accounts.
    private static func ofOnePerson(_ press: Press) -> [(name: String, page: any Page)] {
        [
            (
                "dossier-contestation-seul",
                casePage(contested, for: StaffStory.manager, staff: [StaffStory.manager], press: press)
            ),
            ("dossier-contestation-une-personne", casePage(contested, procedure: onePerson, press: press)),
            ("dossier-seul", casePage(StaffStory.file(.registered), staff: [StaffStory.director], press: press)),
            (
                "dossier-seul-a-reprendre",
                casePage(
                    StaffStory.file(.assigned),
                    procedure: onePerson,
                    staff: [StaffStory.director],
                    press: press
                )
            ),
            (
                "dossier-passer-outre-seul",
                casePage(StaffStory.file(.acted), for: alone, staff: [alone], press: press)
            ),
        ]
    }

    /// The acknowledgement of the story, which a mail system could not deliver.
    private static let returned = Event.letterReturned(
        LetterReturn(letter: "accuse-1", kind: .acknowledgement, words: "550 5.1.1 <b> : boîte inconnue")
    )

    /// The answer of the story, brought to the post by hand.
    private static let posted = Event.letterIssued(
        LetterIssue(letter: letterIdentifier(.answer), kind: .answer, way: .post, trace: "", on: StaffStory.today)
    )

    /// A file to be closed where the server sends no mail.
    private static func unsent(_ letters: [LetterLine], _ press: Press) -> CasePage {
        casePage(StaffStory.file(.answered), letters: letters, mailIsSet: false, press: press)
    }

    /// The rule on conflicts lifted for somebody who stepped aside, then another chosen by somebody named.
    private static let lifted: [Event] = [
        .recused(Recusal(officer: "ines", reason: "A conduit le stage.")),
        .assigned(Assignment(handler: "ines", override: "Personne d’autre ne connaît le matériel.")),
        .assigned(Assignment(handler: "camille", override: "Elle n’a pas vu le stage.")),
    ]

    /// Open to few, to one more who is given it, and to all again.
    private static let closedToOthers = Event.restricted(
        Restriction(ground: .other, words: "Un témoin <b> craint d’être reconnu.", readers: ["camille", "ines"])
    )
    private static let givenOn = Event.assigned(Assignment(handler: "luc", readers: ["camille", "ines", "luc"]))
    private static let opened = Event.restrictionLifted(Reason("Le témoin a donné son accord."))

    /// A mediator seized while an answer is awaited.
    private static let seized = Event.referred(
        Referral(byComplainant: true, mediator: "CM2C", on: StaffStory.today, subject: "L’avoir")
    )

    private static let control = Officer(id: "ana", roles: [.internalControl])

    /// Luc, whom the complaint names, alone to run his provider.
    private static let alone = Officer(id: "luc", roles: [.management])

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

    /// A provider that declares that it is one person.
    private static let onePerson = {
        var procedure = StaffStory.procedure
        procedure.isOnePerson = true
        return procedure
    }()

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
        .letterIssued(
            LetterIssue(
                letter: "lettre-1",
                kind: .holdingReply,
                way: .otherMailbox,
                trace: "",
                on: StaffStory.day("2026-10-20")
            )
        ),
        .noted(Reason("Rappelé le 20 octobre, ton cordial.")),
        .qualified(Qualification(nature: .complaint, reason: "Un autre formateur donnait ce stage.")),
    ]

    /// What Noé answered after closing, and what he meant.
    static let satisfied: [Event] = [
        .satisfactionRecorded(
            Satisfaction(mark: .two, way: .email, on: StaffStory.day("2026-11-22"), text: "Un peu <long> & \"froid\".")
        ),
        .satisfactionRecorded(
            Satisfaction(
                mark: .four,
                way: .telephone,
                on: StaffStory.today,
                correction: "Noé avait compris le barème à l’envers."
            )
        ),
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
        _ result: String,
        by way: LetterIssue.Way = .email
    ) -> LetterLine {
        let written = StaffStory.instant(writtenAt)
        return LetterLine(
            id: letterIdentifier(kind),
            kind: kind,
            state: state,
            createdAt: written,
            issuedAt: state == .issued ? written.adding(seconds: 12) : nil,
            way: state == .issued ? way : nil,
            recipient: recipient,
            result: result
        )
    }
}
