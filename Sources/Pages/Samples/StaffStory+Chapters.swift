import Complaints

/// The story told as far as a chapter.
extension StaffStory {
    /// Where the telling stops. Each chapter holds the ones before it, but for the side ends.
    enum Chapter: String, CaseIterable, Sendable {
        case received, qualified, asked, completed, registered, assigned, acted, extended, answered, referred
        case taken, replied, prolonged, mediated, closed, reopened
        case requalified, contested, maintained, reinstated, abandoned, withdrawn
    }

    /// The case file at the end of a chapter.
    static func file(_ chapter: Chapter) -> CaseFile {
        guard let file = CaseFile(id: file, entries: entries(chapter)) else {
            preconditionFailure("The story begins with a reception.")
        }
        return file
    }

    /// The case file after more events, by the manager on 23 November.
    static func file(_ chapter: Chapter, then events: [Event]) -> CaseFile {
        var file = file(chapter)
        for event in events { file.apply(entry(event, "2026-11-23T07:00:00Z")) }
        return file
    }

    private static func entries(_ chapter: Chapter) -> [Entry] {
        switch chapter {
        case .requalified:
            let reason = "La personne demande seulement les dates du prochain stage."
            let judged = Qualification(nature: .informationRequest, reason: reason)
            return [opening, entry(.qualified(judged), "2026-09-15T09:00:00Z")]
        case .contested: return entries(.requalified) + [entry(.contested(contest), "2026-09-17T08:30:00Z")]
        case .maintained: return entries(.contested) + [decided(.maintained, "2026-09-18T14:00:00Z")]
        case .reinstated: return entries(.contested) + [decided(.reinstated, "2026-09-18T14:00:00Z")]
        case .abandoned:
            let reason = Reason("Aucune réponse à deux demandes de compléments.")
            return entries(.asked) + [entry(.abandoned(reason), "2026-10-26T10:00:00Z")]
        case .withdrawn:
            let reason = Reason("Par téléphone le 24 septembre : arrangement trouvé avec le formateur.")
            return entries(.registered) + [entry(.withdrawn(reason), "2026-09-24T14:00:00Z", by: .complainant)]
        default:
            let count = Chapter.allCases.firstIndex(of: chapter) ?? 0
            return [opening, acknowledgement] + chapters.prefix(count)
        }
    }

    private static let opening = entry(
        .received(
            Reception(
                reference: ReceptionReference(year: 2026, ordinal: 19),
                channel: .form,
                original: original,
                procedure: 2,
                due: procedure.dueDates(from: day("2026-09-14"))
            )
        ),
        "2026-09-14T08:12:40Z",
        by: .complainant
    )

    private static let acknowledgement = entry(
        .letterIssued(LetterIssue(letter: "accuse-1", kind: .acknowledgement, way: .email, trace: "250 2.0.0 Ok")),
        "2026-09-14T08:12:52Z",
        by: .system
    )

    private static let beforeAnswer: [Entry] = [
        entry(.qualified(judgement), "2026-09-15T09:00:00Z"),
        entry(
            .completionRequested(
                CompletionRequest(missing: [.stakeholder], message: "Étiez-vous inscrit à titre personnel ?")
            ),
            "2026-09-15T09:05:00Z"
        ),
        entry(
            .completed(
                Completion(
                    text: "Oui, à mes frais.",
                    files: [document("inscription.png", "image/png", 412_000)],
                    fields: ["vous_etes": "stagiaire"]
                )
            ),
            "2026-09-18T16:31:00Z",
            by: .complainant
        ),
        entry(.registered(Registration(number: RegisterNumber(year: 2026, ordinal: 7))), "2026-09-21T08:00:00Z"),
        entry(.assigned(Assignment(handler: "ines")), "2026-09-21T08:02:00Z"),
        entry(
            .measureRecorded(
                Measure(
                    text: "Panne confirmée par le loueur : <2 jours> sans caméra, 6 stagiaires touchés.",
                    doneOn: day("2026-09-28"),
                    files: [document("attestation du loueur.pdf", "application/pdf", 98_300)]
                )
            ),
            "2026-09-28T15:20:00Z"
        ),
        entry(
            .extended(Extension(reason: "Le loueur doit encore chiffrer sa part.", until: day("2026-12-15"))),
            "2026-11-10T10:00:00Z"
        ),
    ]

    /// The answer as the rules make it: they choose the recourses.
    private static let answered: Entry = {
        let at = instant("2026-11-20T11:00:00Z")
        let signature = Signature(by: .officer(manager), at: at)
        guard let file = CaseFile(id: file, entries: [opening, acknowledgement] + beforeAnswer),
            let event = try? file.answer(answer, procedure: procedure, signature)
        else { preconditionFailure("The rules accept the answer of the story.") }
        let letter = LetterSummary(id: StaffSamples.letterIdentifier(.answer), kind: .answer, digest: "00")
        return entry(event, at.description).carrying(letter)
    }()

    private static let afterAnswer: [Entry] = [
        referred, taken, entry(.mediatorAnswered(reply), "2026-11-22T08:00:00Z"),
        entry(.mediationProlonged(prolongation), "2026-11-22T09:00:00Z"),
        entry(
            .mediationEnded(
                MediationOutcome(result: .agreement, on: day("2026-11-22"), text: "120 € de plus, en avoir.")
            ),
            "2026-11-22T10:00:00Z"
        ),
        entry(.closed(Reason("Accord exécuté.")), "2026-11-22T17:00:00Z"),
        entry(.reopened(Reason("L’avoir n’a pas été reçu.")), "2026-11-23T06:30:00Z"),
    ]

    private static let chapters = beforeAnswer + [answered] + afterAnswer

    private static let judgement = Qualification(
        nature: .complaint,
        reason: "Demande de remboursement.",
        theme: .means,
        severities: [.manyTrainees],
        consumer: .consumer,
        implicated: ["luc"]
    )

    private static let answer = Answer.Draft(
        grievances: [
            Grievance(
                claim: "Rembourser deux jours (480 €)",
                outcome: .upheld,
                ground: "",
                remedy: "Virement de 480 €"
            ),
            Grievance(
                claim: "Dédommager le temps perdu",
                outcome: .rejected,
                ground: "Le stage a été prolongé de deux jours,\nsans frais, les 21 et 22 septembre."
            ),
        ],
        text: "Monsieur,\n\nvous avez raison sur la panne. Nous vous remboursons 480 €.\n\nBien à vous",
        signatory: "Inès Moreau",
        consumer: .consumer,
        files: [document("attestation corrigée.pdf", "application/pdf", 51_000)]
    )

    /// The entries up to the answer.
    static let told = [opening, acknowledgement] + beforeAnswer + [answered]

    static func entry(_ event: Event, _ at: String, by author: Author = .officer(manager)) -> Entry {
        Entry(
            event: event,
            signature: Signature(by: author, at: instant(at)),
            caseFile: file,
            organisation: "cine-atelier"
        )
    }
}
