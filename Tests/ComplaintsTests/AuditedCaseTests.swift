import Complaints
import TestSupport
import Testing

@Suite struct `A case file without its people` {
    // Shows: R-67
    @Test func `numbers officers as they come, and tells of words and documents only that there are some`() throws {
        var story = Story()
        try story.lead(to: .answered)
        story.apply(.assigned(Assignment(handler: "formateur-7")), by: .officer(Story.staff[1]))
        story.apply(.noted(Reason("Vu")), by: .officer(Story.manager))
        let audited = AuditedCase(of: story.file, stakeholders: Stakeholder.standard)
        #expect(audited.steps.map(\.kind) == story.file.entries.map(\.event.kind))
        let hands = audited.steps.map(\.hand)
        #expect(hands[0] == .complainant && hands[1] == .officer(1))
        #expect(hands[hands.count - 2] == .officer(2) && hands[hands.count - 1] == .officer(1))
        #expect(audited.steps[audited.steps.count - 2].officer == 3)
        #expect(audited.steps.last?.hasWords == true && audited.steps.last?.hasDocuments == false)
        #expect(audited.number == story.file.number && audited.identifier == "REC-2026-0001")
        #expect(audited.answeredOn == nil, "its letter is still here")
        #expect(!"\(audited)".contains("Àrçy") && !"\(audited)".contains("remboursement"))
    }

    // Shows
    @Test func `tells what was decided once the letter has left, as the export does`() throws {
        var story = Story()
        try story.lead(to: .answered)
        let told = { (file: CaseFile) in
            let audited = AuditedCase(of: file, stakeholders: Stakeholder.standard)
            return (audited, audited.steps.filter { $0.kind == .answered }.map(\.outcome))
        }
        let leaves = { (letter: LetterSummary) in
            Event.letterIssued(LetterIssue(letter: letter.id, kind: letter.kind, way: .email, trace: ""))
        }
        let first = try #require(story.file.letters.last)
        #expect(story.file.answer != nil && story.file.givenAnswer == nil)
        var (audited, steps) = told(story.file)
        #expect(audited.outcome == nil && audited.grievances.isEmpty && steps == [nil])
        story.apply(leaves(first))
        (audited, steps) = told(story.file)
        #expect(audited.outcome == .partiallyUpheld && audited.grievances == [.upheld, .rejected])
        #expect(steps == [.partiallyUpheld])
        story.apply(try story.file.close("Réponse acceptée", story.signature()))
        story.apply(try story.file.reopen("Fait nouveau", story.signature()))
        story.apply(try story.file.answer(Story.answer, procedure: Story.procedure, story.signature()))
        (audited, steps) = told(story.file)
        #expect(audited.outcome == nil && steps == [.partiallyUpheld, nil], "the first one did leave")
        story.apply(leaves(try #require(story.file.letters.last { $0.kind == .answer })))
        (audited, steps) = told(story.file)
        #expect(audited.outcome == .partiallyUpheld && steps == [.partiallyUpheld, .partiallyUpheld])
        story.apply(.letterReturned(LetterReturn(letter: first.id, kind: .answer, words: "")))
        #expect(told(story.file).1 == [nil, .partiallyUpheld], "it did not arrive")
    }

    // Shows
    @Test func `says that nothing was needed where nothing was done`() throws {
        var story = Story()
        try story.lead(to: .registered)
        story.apply(try story.file.dispenseWithMeasures("Le stage avait été prolongé", story.signature()))
        #expect(story.file.reasonForNoMeasure == "Le stage avait été prolongé")
        #expect(AuditedCase(of: story.file, stakeholders: Stakeholder.standard).isDispensedWithMeasures)
        let measure = Measure(text: "Appel à la comptabilité", doneOn: story.instant.civilDate)
        story.apply(try story.file.record(measure, story.signature()))
        #expect(story.file.reasonForNoMeasure == nil && story.file.missingPieces == [.answer])
        #expect(!AuditedCase(of: story.file, stakeholders: Stakeholder.standard).isDispensedWithMeasures)
    }

    // Shows
    @Test func `has of a mediation the day, and no kind of person that is in nobody's list`() throws {
        var original = Story.original
        original.stakeholder = Stakeholder(rawValue: "Noé D’Àrçy")
        var story = Story(original)
        try story.lead(to: .inMediation)
        let audited = AuditedCase(of: story.file, stakeholders: Stakeholder.standard)
        #expect(audited.stakeholder == nil)
        let step = try #require(audited.steps.last)
        #expect(step.kind == .referred && !step.hasWords && step.officer == nil && step.on == nil)
        #expect(!"\(audited)".contains("Médiation Exemple") && !"\(audited)".contains("Noé"))
    }

    /// A mediation that begins and runs through these events, by one hand, then a note by another.
    private func mediation(_ course: [Event]) throws -> AuditedCase {
        var story = Story()
        try story.lead(to: .inMediation)
        for event in course { story.apply(event, by: .officer(Story.staff[1])) }
        story.apply(.noted(Reason("Vu")), by: .officer(Story.staff[2]))
        return AuditedCase(of: story.file, stakeholders: Stakeholder.standard)
    }

    // Shows: R-46
    @Test func `is the same however its mediation ended, and has nothing of what was done in it`() throws {
        let day = Story().instant.civilDate
        func notice(_ kind: MediatorNotice.Kind) -> Event {
            .mediatorWrote(MediatorNotice(kind: kind, on: day, text: "Lettre"))
        }
        func ended(_ result: MediationOutcome.Result) -> Event {
            .mediationEnded(MediationOutcome(result: result, on: day, text: "Fin"))
        }
        let refused = try mediation([notice(.inadmissible)])
        let kinds = refused.steps.suffix(3).map(\.kind)
        #expect(kinds == [.referred, .mediationEnded, .noted] && refused.stage == .answered)
        for result in MediationOutcome.Result.allCases { #expect(try mediation([ended(result)]) == refused) }
        let long = try mediation([
            notice(.accepted), notice(.request), .mediatorAnswered(MediationReply(sentOn: day, text: "Réponse")),
            .mediationProlonged(MediationProlongation(until: day.adding(days: 120), reason: "Complexe")),
            ended(.agreement),
        ])
        #expect(long.steps.map(\.kind) == refused.steps.map(\.kind) && long.stage == refused.stage)
        #expect(long.steps.map(\.hand) == refused.steps.map(\.hand))
        let open = try mediation([notice(.accepted), notice(.request)])
        #expect(open.steps.suffix(2).map(\.kind) == [.referred, .noted])
        #expect(open.steps.last?.hand == .officer(2), "whoever is not told of has no number")
    }
}

@Suite struct `A part of the site` {
    // Shows: R-67, S-60
    @Test func `opens to an auditor only where it has no persons, and to an administrator only where it has no cases`()
    {
        for part in SitePart.allCases {
            let opens = { (role: Role) in Officer(id: "a", roles: [role]).mayEnter(part) }
            #expect(opens(.auditor) == (part == .pseudonymised))
            #expect(opens(.administrator) == (part == .accesses))
            #expect(opens(.internalControl) && opens(.management) && opens(.dataProtection))
            #expect(!Officer(id: "a", roles: []).mayEnter(part))
        }
        let shutOut: [Role] = [.auditor, .administrator]
        for role in Role.allCases {
            #expect(Officer(id: "a", roles: [role]).readsCaseFiles != shutOut.contains(role), "\(role)")
            #expect(Officer(id: "a", roles: [role, .receptionDesk]).readsCaseFiles, "\(role)")
        }
        #expect(!Officer(id: "a", roles: [.administrator]).readsAccessesToCases)
        #expect(Officer(id: "a", roles: [.administrator, .management]).readsAccessesToCases)
    }
}
