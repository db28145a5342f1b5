import Complaints

/// Letters that go by post, one by one and together.
extension StaffSamples {
    /// One whose number cannot be, and what the post brought back.
    static func byPost(_ press: Press) -> [(name: String, page: any Page)] {
        [
            ("lettre-numero-impossible", letterPage(letterLines[3], draft: wrongNumber, press: press)),
            ("lettre-retour-mal-note", letterPage(registered(), draft: unsaid, press: press)),
            ("lettre-distribuee", letterPage(registered(delivered: true), of: delivered, press: press)),
            ("lettre-rapportee", letterPage(broughtBack, of: unclaimed, press: press)),
            ("dossier-lettre-distribuee", casePage(delivered, letters: [registered(delivered: true)], press: press)),
            ("dossier-lettre-rapportee", casePage(unclaimed, letters: [broughtBack], press: press)),
        ]
    }

    /// The letters to post, on one page: some, none, and what was sent wrongly.
    static func postings(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (letters: [PostingPage.Letter], isWhole: Bool, draft: ActDraft?, done: PostingPage.Done?) in
            PostingPage(
                letters,
                isWhole: isWhole,
                signedIn: desk(StaffStory.manager),
                mailIsSet: true,
                today: StaffStory.today,
                draft: draft,
                done: done,
                press: press
            )
        }
        let letters = [posting(letterLines[3], press), posting(broughtBack, of: unaddressed, press)]
        let draft = ActDraft(
            act: .issueLetter,
            values: ["lettres": [], "partie_le": ["2026-11-19"]],
            trouble: .unreadable(["lettres": .choice], besides: .letterWrittenLater(StaffStory.today))
        )
        let barred = ActDraft(act: .issueLetter, values: [:], trouble: .refused(.notAllowed))
        return [
            ("lettres-a-poster", page(letters, true, nil, nil)),
            ("lettres-a-poster-trop", page(letters, false, nil, PostingPage.Done(count: 2, others: 1))),
            ("lettres-a-poster-mal-dites", page(letters, true, draft, nil)),
            ("lettres-a-poster-une-dite", page([letters[0]], true, nil, PostingPage.Done(count: 1, others: 0))),
            ("lettres-a-poster-aucune", page([], true, nil, PostingPage.Done(count: 0, others: 2))),
            ("lettres-a-poster-refusees", page([], true, barred, nil)),
        ]
    }

    private static func posting(
        _ line: LetterLine,
        of file: CaseFile = StaffStory.file(.answered),
        _ press: Press
    ) -> PostingPage.Letter {
        let letter = composed(line.kind, by: press)
        let procedure = StaffStory.procedure
        return .init(line, subject: letter.subject, text: letter.text, of: file, under: procedure, scans: [:])
    }

    private static let wrongNumber = LetterDraft(
        values: ["voie": ["lrar"], "partie_le": ["2026-11-23"], "numero": ["1A 234 <7>"]],
        trouble: .refused(.postalNumberImpossible)
    )

    private static let unsaid = LetterDraft(
        .broughtBack,
        values: ["le": ["2026-11-19"]],
        trouble: .unreadable(["retour": .choice], besides: .letterLeftLater(StaffStory.day("2026-11-20")))
    )

    /// The story's answer, registered.
    private static func registered(delivered isDelivered: Bool = false) -> LetterLine {
        LetterLine(
            id: letterIdentifier(.answer),
            kind: .answer,
            state: .issued,
            createdAt: StaffStory.instant("2026-11-20T11:00:00Z"),
            issuedAt: StaffStory.instant("2026-11-20T16:00:00Z"),
            issuedOn: StaffStory.day("2026-11-20"),
            deliveredOn: isDelivered ? StaffStory.day("2026-11-23") : nil,
            way: .registeredPost,
            recipient: "Noé D’Àrçy-🎭 <b>",
            result: "1A 203 445 6789 1"
        )
    }

    private static let broughtBack = letter(
        .answer,
        .paper,
        "2026-11-20T11:00:00Z",
        "Noé D’Àrçy-🎭 <b>",
        LetterTrouble.unclaimed.rawValue
    )

    /// How the story's answer went by registered post.
    private static let posted = Event.letterIssued(
        LetterIssue(
            letter: letterIdentifier(.answer),
            kind: .answer,
            way: .registeredPost,
            trace: "1A 203 445 6789 1",
            on: StaffStory.day("2026-11-20"),
            files: [StaffStory.document("lettre signée.pdf", "application/pdf", 81_200)]
        )
    )

    /// A file whose answer was delivered.
    static let delivered = StaffStory.file(
        .answered,
        then: [
            posted,
            .letterDelivered(
                LetterDelivery(
                    letter: letterIdentifier(.answer),
                    kind: .answer,
                    on: StaffStory.today,
                    files: [StaffStory.document("avis <b>.jpg", "image/jpeg", 412_000)]
                )
            ),
        ]
    )

    /// A file whose answer the post brought back.
    static let unclaimed = StaffStory.file(
        .answered,
        then: [
            posted,
            .letterReturned(
                LetterReturn(
                    letter: letterIdentifier(.answer),
                    kind: .answer,
                    cause: .unclaimed,
                    on: StaffStory.today,
                    files: [StaffStory.document("enveloppe.jpg", "image/jpeg", 390_000)]
                )
            ),
        ]
    )
}
