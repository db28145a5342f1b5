import Complaints
import TestSupport
import Testing

@Suite struct `A letter that somebody brought on its way` {
    private func issue(on day: CivilDate?, _ way: LetterIssue.Way = .post) -> LetterIssue {
        LetterIssue(letter: "lettre-0", kind: .acknowledgement, way: way, trace: "", on: day)
    }

    /// Four days after the letter was written, at ten in the evening in Paris.
    private func later() throws -> (story: Story, written: CivilDate) {
        var story = Story()
        let written = story.file.receivedAt.civilDate
        story.instant = try #require(Instant("2026-11-27T21:00:00Z"))
        return (story, written)
    }

    @Test func `left neither in the future nor before it was written`() throws {
        let (story, written) = try later()
        for (days, refusal) in [(-1, Refusal.letterWrittenLater(written)), (5, .dateImpossible)] {
            #expect(throws: refusal, "\(days)") {
                try story.file.issue(issue(on: written.adding(days: days)), story.signature())
            }
        }
        for days in 0...4 {
            let issue = issue(on: written.adding(days: days))
            #expect(try story.file.issue(issue, story.signature()) == .letterIssued(issue), "\(days)")
        }
    }

    @Test func `may be newer than others of its file, whose day is their own`() throws {
        var (story, written) = try later()
        try story.lead(to: .registered)
        let second = try #require(story.file.letters.last)
        let early = LetterIssue(letter: second.id, kind: second.kind, way: .byHand, trace: "", on: written)
        let later = Refusal.letterWrittenLater(story.instant.civilDate)
        #expect(throws: later) { try story.file.issue(early, story.signature()) }
        #expect(throws: Never.self) { try story.file.issue(issue(on: written), story.signature()) }
    }

    // Shows: R-26
    @Test func `acknowledges on the day that it left, not on the day that somebody said so`() throws {
        for days in 0...4 {
            var (story, written) = try later()
            let recorded = story.instant
            story.apply(try story.file.issue(issue(on: written.adding(days: days)), story.signature()))
            let left = try #require(story.file.acknowledgedAt)
            #expect(left.civilDate == written.adding(days: days))
            #expect(left >= story.file.receivedAt && left <= recorded)
        }
        var (story, _) = try later()
        let recorded = story.instant
        story.apply(try story.file.issue(issue(on: nil), story.signature()))
        #expect(story.file.acknowledgedAt == recorded)
    }

    // Shows: R-30
    @Test func `answers on the day that it left, and only for the latest answer`() throws {
        var story = Story()
        try story.lead(to: .answered)
        let first = try #require(story.file.letters.last)
        let leaves = { (letter: LetterSummary) in
            Event.letterIssued(LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: ""))
        }
        #expect(first.kind == .answer && story.file.answeredAt != nil && story.file.answerLeftAt == nil)
        let left = story.instant
        story.apply(leaves(first))
        #expect(story.file.answerLeftAt == left)
        story.apply(try story.file.close("Réponse acceptée", story.signature()))
        story.apply(try story.file.reopen("Fait nouveau", story.signature()))
        story.apply(try story.file.answer(Story.answer, procedure: Story.procedure, story.signature()))
        #expect(story.file.answerLeftAt == nil)
        story.apply(leaves(first))
        #expect(story.file.answerLeftAt == nil)
        let leftAgain = story.instant
        story.apply(leaves(try #require(story.file.letters.last { $0.kind == .answer })))
        #expect(story.file.answerLeftAt == leftAgain)
    }

    // Shows: R-19
    @Test func `is read from logs that know no day, and written as they are`() throws {
        var (story, written) = try later()
        story.apply(.letterIssued(issue(on: nil)))
        story.apply(.letterIssued(issue(on: written, .otherMailbox)))
        let payloads = try story.file.entries.suffix(2).map { String(decoding: try $0.payload(), as: UTF8.self) }
        #expect(!payloads[0].contains("partie_le"))
        #expect(payloads[1].contains(#""partie_le":"2026-11-23""#) && payloads[1].contains(#""voie":"autre-courriel""#))
        for (payload, entry) in zip(payloads, story.file.entries.suffix(2)) {
            #expect(try Entry(payload: Array(payload.utf8)) == entry)
        }
    }
}
