import Complaints
import Mail

/// Every letter, to everyone whom it says something else.
enum LetterSamples {
    /// The requests by a name of their own, which is also a file name.
    static let all = plain + toEnglishReaders

    /// Each kind of letter once more, to somebody who complained on the English pages.
    private static let toEnglishReaders: [(name: String, request: LetterRequest)] = {
        let names = [
            "accuse", "complements", "requalification", "contestation-maintien", "contestation-reclamation",
            "inscription", "inscription-tardive", "attente", "reponse", "cloture",
        ]
        return plain.filter { names.contains($0.name) }.map { name, sent in
            let request = LetterRequest(
                id: sent.id,
                kind: sent.kind,
                caseFile: StaffStory.inEnglish(sent.caseFile),
                procedure: sent.procedure,
                instant: sent.instant
            )
            return ("anglais-\(name)", request)
        }
    }()

    private static let plain: [(name: String, request: LetterRequest)] =
        [
            ("accuse", request(.acknowledgement, StaffStory.file(.received))),
            ("accuse-en-confidence", request(.acknowledgement, StaffStory.confided)),
            ("accuse-en-confidence-seul", request(.acknowledgement, StaffStory.confided, PublicSamples.onePerson)),
            ("accuse-a-part", request(.acknowledgement, StaffStory.part)),
            ("accuse-papier", request(.acknowledgement, onPaper)),
            (
                "accuse-sans-courriel",
                request(.acknowledgement, StaffStory.file(.received), reached(email: "", post: "1 rue Basse"))
            ),
            (
                "accuse-sans-poste",
                request(.acknowledgement, StaffStory.file(.received), reached(email: "info@exemple.fr", post: ""))
            ),
            (
                "accuse-sans-contact",
                request(.acknowledgement, StaffStory.file(.received), reached(email: "", post: ""))
            ),
            ("complements", request(.completionRequest, StaffStory.file(.asked))),
            ("complements-tout", request(.completionRequest, askedForEverything)),
            ("requalification", request(.requalification, StaffStory.file(.requalified))),
            ("contestation-maintien", request(.contestMaintained, StaffStory.file(.maintained))),
            ("contestation-maintien-seul", request(.contestMaintained, StaffStory.alone)),
            (
                "contestation-reclamation",
                request(.contestReinstated, StaffStory.file(.reinstated), at: "2026-09-18T14:00:00Z")
            ),
            ("contestation-reclamation-inscrite", request(.contestReinstated, StaffStory.registeredAgain)),
            ("requalification-inscrite", request(.requalification, StaffStory.file(.registered, then: [noComplaint]))),
            ("inscription-en-l-etat", request(.registration, StaffStory.file(askedForEverything, then: [asItIs]))),
            ("inscription", request(.registration, StaffStory.file(.registered), at: "2026-09-21T08:00:00Z")),
            ("inscription-tardive", request(.registration, StaffStory.file(.registered))),
            ("attente", request(.holdingReply, StaffStory.file(.extended))),
            ("reponse", request(.answer, StaffStory.file(.answered))),
            ("reponse-favorable", request(.answer, upheld)),
            ("reponse-apprenti-sans-mediateur", request(.answer, unmediated)),
            ("reponse-mineur", request(.answer, StaffStory.youngAnswered)),
            ("reponse-mineur-papier", request(.answer, StaffStory.youngOnPaper)),
            ("cloture", request(.closing, StaffStory.file(.closed))),
            ("cloture-de-nouveau", request(.closing, closedAgain)),
            ("cloture-papier", request(.closing, StaffStory.file(onPaper, then: [.closed(Reason("Accord"))]))),
        ] + recourses.map { ("reponse-\($0.name)", request(.answer, answered($0.draft, $0.theme, $0.person))) }

    /// Every notice.
    static let notices = Notice.Kind.allCases.map { kind in
        Notice(
            id: "0e9d1c2b3a495867a6b5c4d3e2f10918",
            kind: kind,
            recipient: "noe.darcy@courrier.example",
            reference: kind == .spokenAlert ? nil : StaffStory.file(.received).reception.reference,
            link: kind == .spokenAlert ? StaffStory.file.description : String(repeating: "0a1b", count: 16),
            instant: StaffStory.instant("2026-11-23T09:00:00Z")
        )
    }

    /// Every notice about an account.
    static let accountNotices = AccountNotice.Kind.allCases.map { kind in
        AccountNotice(
            id: "0e9d1c2b3a495867a6b5c4d3e2f10918",
            kind: kind,
            recipient: "ines@cine-atelier.example",
            link: String(repeating: "0a1b", count: 16),
            instant: StaffStory.instant("2026-11-23T09:00:00Z"),
            expiry: StaffStory.instant("2026-11-26T09:00:00Z")
        )
    }

    /// The weekly letter of a quiet week, of one with one thing to see to, and of a busy one.
    static let weeklyLetters: [(name: String, letter: WeeklyLetter)] = {
        var one = StaffSamples.quiet
        one.soon = 2
        one.nextDue = StaffStory.day("2026-11-30")
        return [("semaine-calme", StaffSamples.quiet), ("semaine-un", one), ("semaine", StaffSamples.busy)].map {
            name,
            facts in
            let letter = WeeklyLetter(
                id: "0e9d1c2b3a495867a6b5c4d3e2f10918",
                week: StaffStory.day("2026-11-23"),
                account: "ines",
                recipient: "ines@cine-atelier.example",
                instant: facts.instant,
                lines: facts.lines
            )
            return (name: name, letter: letter)
        }
    }()

    /// The answer to a mail that asks for the form.
    static let formReply = FormReply(
        id: "7a1d1c2b3a495867a6b5c4d3e2f10918",
        recipient: "zoe.caron@exemple.fr",
        answers: "demande@exemple.fr",
        instant: StaffStory.instant("2026-11-23T09:52:01Z")
    )

    /// Whoever writes them for Ciné-Atelier.
    static func writer(_ press: Press) -> LetterWriter {
        guard let sender = EmailAddress("reclamations@cine-atelier.example") else {
            preconditionFailure("This is an address.")
        }
        return LetterWriter(press: press, sender: sender, publicAddress: "https://reclamations.cine-atelier.example")
    }

    static func request(
        _ kind: LetterKind,
        _ file: CaseFile,
        _ procedure: Procedure = PublicSamples.procedure,
        at instant: String = "2026-11-23T09:52:01Z"
    ) -> LetterRequest {
        LetterRequest(
            id: String(repeating: "5e", count: 16),
            kind: kind,
            caseFile: file,
            procedure: procedure,
            instant: StaffStory.instant(instant)
        )
    }

    /// A provider that can be written to in these ways only.
    private static func reached(email: String, post: String) -> Procedure {
        Procedure(provider: Provider(name: "Ciné-Atelier", postalAddress: post, email: email))
    }

    /// Somebody who has no e-mail address.
    static let onPaper: CaseFile = {
        var original = StaffStory.original
        original.email = nil
        return received(original)
    }()

    /// Noé's file, closed a second time: the first notice of closing has asked its question.
    private static let closedAgain: CaseFile = {
        var file = StaffStory.file(.closed)
        let notice = LetterSummary(id: String(repeating: "c1", count: 16), kind: .closing, digest: "00")
        for event in [Event.closed(Reason("Accord")), .reopened(Reason("Avoir non reçu")), .closed(Reason("Reçu"))] {
            let entry = StaffStory.entry(event, "2026-11-23T07:00:00Z")
            file.apply(file.asksSatisfaction ? entry.carrying(notice) : entry)
        }
        return file
    }()

    /// Nothing but a sentence, and everything asked for.
    private static let askedForEverything: CaseFile = {
        var original = StaffStory.original
        original.firstName = ""
        original.lastName = ""
        let request = CompletionRequest(missing: Completeness.Item.allCases, message: "")
        return StaffStory.file(received(original), then: [.completionRequested(request)])
    }()

    private static let noComplaint = Event.qualified(
        Qualification(nature: .opinionRequest, reason: "La personne ne demande plus que notre avis.")
    )

    private static let asItIs = Event.registered(
        Registration(number: RegisterNumber(year: 2026, ordinal: 9), asItIs: "La lettre suffit à comprendre.")
    )

    private static let upheld = answered(
        Answer.Draft(
            grievances: [Grievance(claim: "Rembourser deux jours", outcome: .upheld, ground: "", remedy: "480 €")],
            text: "Vous avez raison.",
            signatory: "Inès Moreau",
            consumer: nil
        ),
        .means,
        .trainee
    )

    /// An apprentice whose school has named no mediator for apprenticeship.
    private static let unmediated = answered(
        refusal(.undetermined),
        .apprenticeshipContract,
        .apprentice,
        procedure: StaffStory.procedure
    )

    /// An answer for each kind of person whose recourses differ (domain §3.5).
    private static let recourses: [(name: String, draft: Answer.Draft, theme: Theme, person: Stakeholder)] = [
        ("a-determiner", refusal(.undetermined), .planning, .trainee),
        ("apprenti", refusal(.undetermined), .apprenticeshipContract, .apprentice),
        ("entreprise", refusal(.professional), .billing, .employer),
        ("cpf", refusal(.consumer), .cpfDecision, .trainee),
        ("donnees", refusal(.consumer), .personalData, .trainee),
    ]

    private static func refusal(_ consumer: ConsumerStatus) -> Answer.Draft {
        let ground = "Le report a été annoncé trente jours avant, comme le prévoit la convention."
        return Answer.Draft(
            grievances: [Grievance(claim: "Annuler la facture", outcome: .rejected, ground: ground)],
            text: "Nous avons relu la convention et les échanges.",
            signatory: "Inès Moreau",
            consumer: consumer
        )
    }

    static func received(_ original: Original) -> CaseFile {
        let reception = StaffStory.file(.received).reception
        let entry = Entry(
            event: .received(
                Reception(
                    reference: reception.reference,
                    channel: .letter,
                    transcription: Transcription(arrivedOn: StaffStory.day("2026-09-14")),
                    original: original,
                    procedure: reception.procedure,
                    due: reception.due
                )
            ),
            signature: Signature(by: .officer(StaffStory.desk), at: StaffStory.instant("2026-09-14T08:12:40Z")),
            caseFile: StaffStory.file,
            organisation: "cine-atelier"
        )
        guard let file = CaseFile(id: StaffStory.file, entries: [entry]) else {
            preconditionFailure("A file begins with its reception.")
        }
        return file
    }

    /// A registered complaint with an answer, made by the rules.
    private static func answered(
        _ draft: Answer.Draft,
        _ theme: Theme,
        _ person: Stakeholder,
        procedure: Procedure = PublicSamples.procedure
    ) -> CaseFile {
        var original = StaffStory.original
        original.stakeholder = person
        let file = StaffStory.file(
            received(original),
            then: [
                .qualified(Qualification(nature: .complaint, theme: theme)),
                .registered(Registration(number: RegisterNumber(year: 2026, ordinal: 8))),
            ]
        )
        let signature = Signature(by: .officer(StaffStory.manager), at: StaffStory.instant("2026-11-20T11:00:00Z"))
        guard let event = try? file.answer(draft, procedure: procedure, signature) else {
            preconditionFailure("The rules accept the answers of the samples.")
        }
        return StaffStory.file(file, then: [event])
    }
}

extension StaffStory {
    /// A case file after more events, by the manager on 20 November.
    static func file(_ file: CaseFile, then events: [Event]) -> CaseFile {
        var file = file
        for event in events {
            let signature = Signature(by: .officer(manager), at: instant("2026-11-20T10:00:00Z"))
            file.apply(
                Entry(event: event, signature: signature, caseFile: file.id, organisation: "cine-atelier")
            )
        }
        return file
    }
}
