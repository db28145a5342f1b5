public import Complaints

/// A case file led by its own rules to any stage, for the tests: *le remboursement refusé*.
public struct Story {
    /// The file as it stands.
    public var file: CaseFile
    /// When the next act is signed.
    public var instant: Instant
    /// The procedure it obeys.
    public let procedure: Procedure

    /// The manager who acts in the story.
    public static let manager = Officer(id: "responsable-1", roles: [.complaintsManager])

    /// Whoever may sign in at the film school.
    public static let staff = [
        manager, Officer(id: "direction-1", roles: [.management]), Officer(id: "a", roles: [.complaintsManager]),
        Officer(id: "formateur-7", roles: [.complaintsManager]), Officer(id: "accueil-1", roles: [.receptionDesk]),
    ]

    /// Mediator, provider and delays of the film school.
    public static let procedure = Procedure(
        provider: Provider(
            name: "Ciné-Atelier",
            postalAddress: "8 rue des Lilas\n75011 Paris",
            email: "info@cine-atelier.example",
            complaintsContact: "Camille Roux, responsable des réclamations"
        ),
        consumerMediator: Mediator(
            name: "Médiation Exemple",
            postalAddress: "1 place du Marché, 69002 Lyon",
            website: "https://mediation.example"
        ),
        apprenticeshipMediator: Mediator(
            name: "Médiateur de l’apprentissage, CCI",
            postalAddress: "2 quai de la Loire, 75019 Paris",
            website: "https://cci.example/mediation"
        )
    )

    /// What Noé wrote.
    public static let original = Original(
        lastName: "D’Àrçy-🎭 <b>",
        firstName: "Noé",
        stakeholder: .trainee,
        email: "noe@example.org",
        subject: "Remboursement refusé",
        text: "La session du 3 mars a été annulée.\nJe demande le remboursement de 1 200 €."
    )

    /// A complaint just received on 23 November 2026 at 10:00 in Paris.
    public init(_ original: Original = Self.original, procedure: Procedure = Self.procedure) {
        self.procedure = procedure
        instant = Instant("2026-11-23T09:00:00Z") ?? Instant(secondsSince1970: 0)
        let id = CaseFile.ID(String(repeating: "a", count: 32))
        let reception = Reception(
            reference: ReceptionReference(year: 2026, ordinal: 1),
            channel: .form,
            original: original,
            procedure: procedure.version,
            due: procedure.dueDates(from: instant.civilDate)
        )
        guard let id else { preconditionFailure("thirty-two digits are an identifier") }
        let entry = Entry(
            event: .received(reception),
            signature: Signature(by: .complainant, at: instant),
            caseFile: id,
            organisation: "cine-atelier",
            letters: [LetterSummary(id: "lettre-0", kind: .acknowledgement, digest: "00")]
        )
        file = CaseFile(id: id, reception: reception, entry: entry)
    }

    /// A signature of the manager's, a minute later than the last.
    public func signature(_ author: Author = .officer(Self.manager)) -> Signature { Signature(by: author, at: instant) }

    /// Lays an event on the file.
    public mutating func apply(_ event: Event, by author: Author = .officer(Self.manager)) {
        let letters = event.letter.map { [LetterSummary(id: "lettre-\(file.entries.count)", kind: $0, digest: "00")] }
        file.apply(
            Entry(
                event: event,
                signature: signature(author),
                caseFile: file.id,
                organisation: "cine-atelier",
                letters: letters ?? [],
                previous: file.entries.count - 1
            )
        )
        instant = instant.adding(seconds: 60)
    }

    /// An answer that upholds half of it.
    public static let answer = Answer.Draft(
        grievances: [
            Grievance(
                claim: "Rembourser la session annulée",
                outcome: .upheld,
                ground: "",
                remedy: "Virement de 1 200 €"
            ),
            Grievance(
                claim: "Rembourser le train",
                outcome: .rejected,
                ground: "Les frais de trajet ne sont pas couverts."
            ),
        ],
        text: "Nous vous remboursons la session.",
        signatory: "Camille Roux",
        consumer: .consumer
    )

    /// Noé does not agree that it is no complaint.
    public static func contest(on day: CivilDate) -> Contest {
        Contest(by: "Noé D’Àrçy-🎭 <b>", on: day, text: "Je demande bien le remboursement.")
    }

    /// Leads the file to a stage by the acts that lead there.
    public mutating func lead(to stage: Stage) throws {
        switch stage {
        case .received: break
        case .incomplete:
            apply(try file.requestCompletion("Quelle session ?", rule: .standard, signature()))
        case .registered:
            apply(try file.qualify(Qualification(nature: .complaint), signature()))
            apply(try file.register(as: RegisterNumber(year: 2026, ordinal: 1), rule: .standard, signature()))
        case .investigating:
            try lead(to: .registered)
            apply(try file.record(Measure(text: "Appel à la comptabilité", doneOn: instant.civilDate), signature()))
        case .answered:
            try lead(to: .investigating)
            apply(try file.answer(Self.answer, procedure: procedure, signature()))
        case .inMediation:
            try lead(to: .answered)
            let day = instant.civilDate
            apply(
                try file.refer(
                    Referral(byComplainant: true, mediator: "Médiation Exemple", on: day, subject: "Le train"),
                    procedure: procedure,
                    signature()
                )
            )
        case .closed:
            try lead(to: .answered)
            apply(try file.close("Réponse acceptée", signature()))
        case .withdrawn: apply(try file.withdraw("Tout est arrangé", signature()))
        case .abandoned:
            try lead(to: .incomplete)
            let wait = procedure.completionWait
            instant = instant.adding(seconds: wait.abandonment * 86_400)
            apply(try file.abandon("Aucune réponse depuis trente jours", after: wait, signature()))
        case .requalified:
            apply(
                try file.qualify(
                    Qualification(nature: .informationRequest, reason: "Simple question sur le planning"),
                    signature()
                )
            )
        case .contested:
            try lead(to: .requalified)
            apply(try file.contest(Self.contest(on: instant.civilDate), signature()))
        case .archived, .erased: throw Refusal.notAtThisStage(stage)
        }
    }
}
