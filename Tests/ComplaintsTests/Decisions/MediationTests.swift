import Complaints
import TestSupport
import Testing

@Suite struct `A mediation` {
    /// A case before the mediator since today, with a reply due in ten days.
    private func referred(
        _ kind: MediationKind = .consumer,
        from stage: Stage = .answered,
        replyDue: Int? = 10
    ) throws -> Story {
        var story = Story()
        try story.lead(to: stage)
        let day = story.instant.civilDate
        let referral = Referral(
            kind: kind,
            byComplainant: true,
            mediator: "CM2C",
            on: day,
            subject: "Train",
            replyDue: replyDue.map { day.adding(days: $0) }
        )
        story.apply(try story.file.refer(referral, procedure: story.procedure, story.signature()))
        return story
    }

    private func take(_ notice: MediatorNotice, _ story: inout Story) throws {
        story.apply(try story.file.recordNotice(notice, procedure: story.procedure, story.signature()))
    }

    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso)) }

    // Shows: R-43
    @Test(arguments: [(Stage.registered, Stage.investigating), (.answered, .answered), (.closed, .answered)])
    func `is recorded before an answer, after it and after closing, and goes back to where it belongs`(
        start: Stage,
        end: Stage
    ) throws {
        var story = try referred(from: start)
        #expect(story.file.stage == .inMediation)
        let day = story.instant.civilDate
        #expect(throws: Refusal.dateImpossible) {
            let tomorrow = MediationOutcome(result: .agreement, on: day.adding(days: 1), text: "")
            return try story.file.recordMediation(tomorrow, story.signature())
        }
        let outcome = MediationOutcome(result: .agreement, on: day, text: "Accord")
        story.apply(try story.file.recordMediation(outcome, story.signature()))
        #expect(story.file.stage == end)
        #expect(story.file.mediationOutcome == outcome)
    }

    // Shows
    @Test(arguments: [MediatorNotice.Kind.accepted, .inadmissible])
    func `of a reopened case leaves it waiting for its answer, as it was`(kind: MediatorNotice.Kind) throws {
        var story = Story()
        try story.lead(to: .closed)
        story.apply(try story.file.reopen("Un élément nouveau est arrivé", story.signature()))
        let (day, due) = (story.instant.civilDate, story.file.due)
        let referral = Referral(byComplainant: true, mediator: "CM2C", on: day, subject: "Train")
        story.apply(try story.file.refer(referral, procedure: story.procedure, story.signature()))
        #expect(story.file.stage == .inMediation && story.file.isAnswerPutOff)
        try take(MediatorNotice(kind: kind, on: day, text: "Votre demande"), &story)
        if kind == .accepted {
            let outcome = MediationOutcome(result: .abandoned, on: day, text: "Rien")
            story.apply(try story.file.recordMediation(outcome, story.signature()))
        }
        #expect(story.file.stage == .investigating && story.file.due == due)
        #expect(Set(story.file.acts(for: Story.manager)).isSuperset(of: [.answer, .extend]))
        story.apply(try story.file.answer(Story.answer, procedure: story.procedure, story.signature()))
        story.apply(try story.file.refer(referral, procedure: story.procedure, story.signature()))
        #expect(!story.file.isAnswerPutOff)
    }

    // Shows: R-43
    @Test func `of a closed case takes it up again: it is not ended until it is closed once more`() throws {
        var story = Story()
        try story.lead(to: .closed)
        #expect(story.file.endedAt != nil)
        story = try referred(from: .closed)
        #expect(story.file.endedAt == nil && story.file.stage.isOpen)
        let outcome = MediationOutcome(result: .proposalDeclined, on: story.instant.civilDate, text: "Refusée")
        story.apply(try story.file.recordMediation(outcome, story.signature()))
        #expect(story.file.endedAt == nil)
        let closedAt = story.instant
        story.apply(try story.file.close("Médiation terminée", story.signature()))
        #expect(story.file.endedAt == closedAt)
    }

    // Shows: R-44
    @Test func `waits for our reply and for the mediator's word, then for the outcome in ninety days`() throws {
        var story = try referred()
        let (reply, notice) = (try day("2026-12-03"), try day("2026-12-14"))
        #expect(story.file.mediationDues == [.init(step: .reply, due: reply), .init(step: .notice, due: notice)])
        let today = story.instant.civilDate
        try take(MediatorNotice(kind: .accepted, on: today, text: "Dossier complet"), &story)
        #expect(story.file.acts(for: Story.manager).contains(.prolongMediation))
        // Ninety days from Monday 23 November 2026 end on Sunday 21 February 2027.
        let outcome = MediationDue(step: .outcome, due: try day("2027-02-22"))
        #expect(story.file.mediationDues == [.init(step: .reply, due: reply), outcome])
        story.apply(try story.file.reply(MediationReply(sentOn: today, text: "Nos pièces"), story.signature()))
        #expect(story.file.mediationDues == [outcome])
        let until = try day("2027-05-01")
        let prolongation = MediationProlongation(until: until, reason: "Litige complexe")
        story.apply(try story.file.prolongMediation(prolongation, story.signature()))
        // What the mediator wrote does not move, holiday or not.
        #expect(story.file.mediationDues == [.init(step: .outcome, due: until)])
        story.apply(
            try story.file.recordMediation(
                MediationOutcome(result: .agreement, on: today, text: ""),
                story.signature()
            )
        )
        #expect(story.file.mediationDues.isEmpty)
    }

    // Shows: R-44
    @Test(arguments: [MediationKind.apprenticeship, .conventional])
    func `of another kind has no delay but the one that the mediator writes`(kind: MediationKind) throws {
        var story = try referred(kind)
        #expect(story.file.mediationDues.map(\.step) == [.reply])
        #expect(!story.file.acts(for: Story.manager).contains(.prolongMediation))
        try take(MediatorNotice(kind: .accepted, on: story.instant.civilDate, text: "D’accord"), &story)
        #expect(story.file.mediationDues.map(\.step) == [.reply])
        #expect(throws: Refusal.noMediationDelay) {
            let later = MediationProlongation(until: story.instant.civilDate.adding(years: 1), reason: "Complexe")
            return try story.file.prolongMediation(later, story.signature())
        }
    }

    // Shows
    @Test func `ends when the mediator writes that the request is refused, and only by the mediator's word`() throws {
        var story = try referred(replyDue: nil)
        let today = story.instant.civilDate
        try take(MediatorNotice(kind: .inadmissible, on: today, text: "Plus d’un an après la réclamation"), &story)
        #expect(story.file.stage == .answered)
        #expect(story.file.mediationOutcome?.result == .inadmissible)
        #expect(story.file.mediationDues.isEmpty)
    }

    // Shows: R-44
    @Test func `owes a reply again when the mediator asks again, by the date of that letter`() throws {
        var story = try referred(replyDue: nil)
        let today = story.instant.civilDate
        #expect(story.file.mediation.replyDue == nil)
        let first = MediatorNotice(kind: .request, on: today, text: "Vos pièces ?", replyDue: today.adding(days: 8))
        try take(first, &story)
        #expect(story.file.mediation.replyDue == today.adding(days: 8))
        story.apply(try story.file.reply(MediationReply(sentOn: today, text: "Les voici"), story.signature()))
        #expect(story.file.mediation.replyDue == nil)
        try take(MediatorNotice(kind: .request, on: today, text: "Merci, sans plus"), &story)
        #expect(story.file.mediation.replyDue == nil)
    }

    // Shows: R-44
    @Test func `takes no date that cannot be, no empty letter and no earlier end`() throws {
        var story = try referred()
        let (file, procedure, signature) = (story.file, story.procedure, story.signature())
        let today = story.instant.civilDate
        for day in [today.adding(days: -1), today.adding(days: 1)] {
            #expect(throws: Refusal.dateImpossible) {
                try file.recordNotice(
                    MediatorNotice(kind: .request, on: day, text: "?"),
                    procedure: procedure,
                    signature
                )
            }
            #expect(throws: Refusal.dateImpossible) {
                try file.reply(MediationReply(sentOn: day, text: "Voici"), signature)
            }
        }
        #expect(throws: Refusal.textMissing) {
            try file.recordNotice(
                MediatorNotice(kind: .accepted, on: today, text: " "),
                procedure: procedure,
                signature
            )
        }
        #expect(throws: Refusal.textMissing) { try file.reply(MediationReply(sentOn: today, text: ""), signature) }
        #expect(throws: Refusal.replyDueTooEarly) {
            let early = MediatorNotice(kind: .request, on: today, text: "?", replyDue: today.adding(days: -1))
            return try file.recordNotice(early, procedure: procedure, signature)
        }
        try take(MediatorNotice(kind: .accepted, on: today, text: "Dossier complet"), &story)
        let end = try day("2027-02-21")
        #expect(throws: Refusal.dateNotLater(end)) {
            try story.file.prolongMediation(MediationProlongation(until: end, reason: "Complexe"), story.signature())
        }
    }

    // Shows: R-46
    @Test func `keeps its documents apart, whatever becomes of it`() throws {
        var story = try referred()
        let today = story.instant.civilDate
        let piece = { (id: String) in
            FileSummary(id: id, name: "\(id).pdf", type: "application/pdf", length: 1, digest: "00")
        }
        try take(MediatorNotice(kind: .accepted, on: today, text: "", files: [piece("avis")]), &story)
        let reply = MediationReply(sentOn: today, text: "", files: [piece("reponse")])
        story.apply(try story.file.reply(reply, story.signature()))
        let longer = MediationProlongation(until: today.adding(years: 1), reason: "Complexe", files: [piece("delai")])
        story.apply(try story.file.prolongMediation(longer, story.signature()))
        let ended = MediationOutcome(result: .abandoned, on: today, text: "")
        story.apply(try story.file.recordMediation(ended, story.signature()))
        let again = Referral(byComplainant: true, mediator: "CM2C", on: today, subject: "Encore")
        story.apply(try story.file.refer(again, procedure: story.procedure, story.signature()))
        #expect(story.file.mediationFiles.map(\.id) == ["avis", "reponse", "delai"])
        #expect(Set(story.file.files.map(\.id)).isSuperset(of: ["avis", "reponse", "delai"]))
        #expect(story.file.mediation.notices.isEmpty && story.file.mediation.outcomeDue == nil)
        let kinds = story.file.entries.map(\.event).filter(\.isMediation).map(\.kind)
        #expect(Set(kinds) == [.referred, .mediatorWrote, .mediatorAnswered, .mediationProlonged, .mediationEnded])
    }

    // Shows: R-19
    @Test func `is read back from its payloads, the counted days with it`() throws {
        var story = try referred()
        let today = story.instant.civilDate
        try take(MediatorNotice(kind: .accepted, on: today, text: "Dossier complet"), &story)
        story.apply(try story.file.reply(MediationReply(sentOn: today, text: "Nos pièces"), story.signature()))
        let longer = MediationProlongation(until: today.adding(years: 1), reason: "Complexe")
        story.apply(try story.file.prolongMediation(longer, story.signature()))
        let read = try story.file.entries.map { try Entry(payload: $0.payload()) }
        #expect(read == story.file.entries)
        #expect(CaseFile(id: story.file.id, entries: read) == story.file)
        #expect(story.file.mediation.acceptance?.outcomeDue?.target == (try day("2027-02-21")))
    }
}
