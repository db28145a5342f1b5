import Complaints

/// What an auditor is shown, and the journal of accesses.
extension StaffSamples {
    private static let auditor = desk(Officer(id: "ana", roles: [.auditor]))
    private static let control = desk(Officer(id: "ana", roles: [.internalControl]))
    private static let administrator = desk(Officer(id: "ana", roles: [.administrator]))

    /// Each door, the two books, and a case at each end of the story.
    static func audits(_ press: Press) -> [(name: String, page: any Page)] {
        let chapters: [StaffStory.Chapter] = [.received, .maintained, .extended, .mediated, .closed, .abandoned]
        let cases = chapters.map { (name: "audit-dossier-\($0)", page: audited(StaffStory.file($0), press)) }
        let told = StaffStory.file(.closed, then: ended)
        return [
            ("audit", AuditPage(signedIn: auditor, press: press)),
            ("audit-controle", AuditPage(signedIn: control, press: press)),
            ("audit-administrateur", AuditPage(signedIn: administrator, press: press)),
            ("audit-registre", list(.register, lines, .exactly(4), next: "REC-2026-0007", press)),
            (
                "audit-registre-suite",
                list(.register, lines, .moreThan(1_000), year: 2026, before: "REC-2026-0009", press)
            ),
            ("audit-receptions", list(.receptions, lines, .exactly(4), press)),
            ("audit-receptions-vide", list(.receptions, [], .exactly(0), year: 2025, press)),
            ("audit-registre-echeance", list(.register, lines, .exactly(4), in: LedgerOrder(.due), press)),
            ("audit-dossier-tout", audited(told, press)),
            ("audit-dossier-lettre-distribuee", audited(delivered, press)),
            ("audit-dossier-lettre-rapportee", audited(unclaimed, press)),
            ("audit-dossier-repris", audited(StaffStory.takenOver(.closed), press)),
            ("audit-dossier-tard", audited(StaffStory.file(.requalified, then: [late]), press)),
        ] + cases
    }

    private static func audited(_ file: CaseFile, _ press: Press) -> any Page {
        let audited = AuditedCase(of: file, stakeholders: Stakeholder.standard)
        return AuditCasePage(audited, signedIn: auditor, press: press)
    }

    private static func list(
        _ book: AuditListPage.Book,
        _ lines: [AuditLine],
        _ total: Tally,
        in order: LedgerOrder = .latestFirst,
        year: Int? = nil,
        before: String? = nil,
        next: String? = nil,
        _ press: Press
    ) -> AuditListPage {
        AuditListPage(
            book,
            lines: lines,
            total: total,
            filter: AuditFilter(year: year, order: order),
            before: before,
            next: next,
            years: [2026, 2025],
            signedIn: auditor,
            press: press
        )
    }

    /// Answered, just come in, judged to be none, and closed to the reader.
    private static let lines = [
        line(7, .answered, acknowledged: "2026-09-14T08:12:52Z", answered: "2026-11-12T09:00:00Z"),
        line(nil, .received, acknowledged: nil, answered: nil),
        line(nil, .requalified, acknowledged: "2026-09-14T08:12:52Z", answered: nil),
        line(9, .registered, acknowledged: "2026-09-14T08:12:52Z", answered: nil, isHidden: true),
    ]

    private static func line(
        _ number: Int?,
        _ stage: Stage,
        acknowledged: String?,
        answered: String?,
        isHidden: Bool = false
    ) -> AuditLine {
        AuditLine(
            reference: ReceptionReference(year: 2026, ordinal: 19),
            number: number.map { RegisterNumber(year: 2026, ordinal: $0) },
            receivedAt: StaffStory.instant("2026-09-14T08:12:40Z"),
            stage: stage,
            channel: .form,
            stakeholder: number == nil || isHidden ? nil : .trainee,
            theme: number == nil || isHidden ? nil : .means,
            acknowledgedAt: acknowledged.map(StaffStory.instant),
            answerDue: StaffStory.day("2026-11-14"),
            answeredAt: answered.map(StaffStory.instant),
            isHidden: isHidden
        )
    }

    /// An acknowledgement that left on 23 November, of what came in September.
    private static let late = Event.letterIssued(
        LetterIssue(letter: "accuse-1", kind: .acknowledgement, way: .post, trace: "")
    )

    /// What the story has not: that its answer has left, an answer to the question of closing, a recusal, a restriction and its
    /// end, other case files.
    private static let ended: [Event] =
        [
            .letterIssued(LetterIssue(letter: letterIdentifier(.answer), kind: .answer, way: .email, trace: "")),
            .satisfactionRecorded(Satisfaction(mark: .four, way: .email, on: StaffStory.today, text: "Merci à Inès")),
            .recused(Recusal(officer: "paul", reason: "Connaît la personne.")),
            .amended(Amendment(text: "Merci encore")),
            .restricted(Restriction(ground: .other, words: "Un témoin le demande.", readers: ["ines"])),
            .restrictionLifted(Reason("Le témoin est d’accord.")),
        ] + StaffStory.related + StaffStory.misplaced
}
