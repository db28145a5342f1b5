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

@Suite struct `A registered letter` {
    private func issue(_ number: String, _ way: LetterIssue.Way = .registeredPost) -> LetterIssue {
        let day = CivilDate("2026-11-23")
        return LetterIssue(letter: "lettre-0", kind: .acknowledgement, way: way, trace: number, on: day)
    }

    private func slip(on day: CivilDate) -> LetterDelivery {
        LetterDelivery(letter: "lettre-0", kind: .acknowledgement, on: day)
    }

    private func back(_ cause: LetterReturn.Cause = .unclaimed, on day: CivilDate) -> LetterReturn {
        LetterReturn(letter: "lettre-0", kind: .acknowledgement, cause: cause, on: day)
    }

    /// One that left on the day it was written, four days ago.
    private func posted(_ way: LetterIssue.Way = .registeredPost) throws -> (story: Story, left: CivilDate) {
        var story = Story()
        let left = story.file.receivedAt.civilDate
        story.apply(try story.file.issue(issue("", way), story.signature()))
        story.instant = try #require(Instant("2026-11-27T21:00:00Z"))
        return (story, left)
    }

    // Shows: R-40
    @Test(arguments: [
        "", "1A 123 456 7890 1", "2C 123 456 7890 1", "2c1234567890 1", "1A\u{A0}123\u{A0}456\u{A0}7890\u{A0}1",
        "RA 123 456 785 FR",
        "87.000.123.456.789A", "1A-203-445-6789-1",
    ]) func `has a number that the post gives, however it is grouped, or none`(number: String) {
        let story = Story()
        #expect(throws: Never.self) { try story.file.issue(issue(number), story.signature()) }
    }

    // Shows: R-40
    @Test(arguments: [
        "1A 234", "1A 123 456 7890 1 2 3 4", "preuve de dépôt", "ABCDEFGHIJK", "1A 123 456 789é 1", "1A/123/456/7890/1",
    ])
    func `has no other number; what goes otherwise has any`(number: String) {
        let story = Story()
        #expect(throws: Refusal.postalNumberImpossible) { try story.file.issue(issue(number), story.signature()) }
        for way in LetterIssue.Way.allCases where way != .registeredPost {
            #expect(throws: Never.self) { try story.file.issue(issue(number, way), story.signature()) }
        }
        var early = issue(number)
        early.on = CivilDate("2026-11-24")
        #expect(throws: Refusal.several([.dateImpossible, .postalNumberImpossible])) {
            try story.file.issue(early, story.signature())
        }
    }

    // Shows: R-40
    @Test func `was delivered on the day that its slip says, and once`() throws {
        var (story, left) = try posted()
        for (days, refusal) in [(-1, Refusal.letterLeftLater(left)), (5, .dateImpossible)] {
            #expect(throws: refusal) {
                try story.file.deliver(slip(on: left.adding(days: days)), story.signature())
            }
        }
        let delivery = slip(on: left.adding(days: 2))
        story.apply(try story.file.deliver(delivery, story.signature()))
        #expect(story.file.delivered == ["lettre-0": delivery] && story.file.acknowledgedAt?.civilDate == left)
        #expect(throws: Refusal.letterNotPosted) { try story.file.deliver(delivery, story.signature()) }
    }

    // Shows: R-40
    @Test func `that was noted as delivered by mistake can come back, and then be delivered`() throws {
        var (story, left) = try posted()
        story.apply(try story.file.deliver(slip(on: left.adding(days: 2)), story.signature()))
        story.apply(try story.file.bringBack(back(on: left.adding(days: 1)), story.signature()))
        #expect(story.file.delivered.isEmpty && story.file.issued.isEmpty && story.file.acknowledgedAt == nil)
        var second = issue("")
        second.on = left.adding(days: 2)
        story.apply(try story.file.issue(second, story.signature()))
        #expect(story.file.delivered.isEmpty)
        #expect(throws: Never.self) { try story.file.deliver(slip(on: left.adding(days: 3)), story.signature()) }
    }

    // Shows: R-40
    @Test(arguments: LetterReturn.Cause.allCases) func `has not arrived where the post brought it back`(
        cause: LetterReturn.Cause
    ) throws {
        var (story, left) = try posted()
        #expect(story.file.acknowledgedAt != nil && !story.file.wasBroughtBack("lettre-0"))
        story.apply(try story.file.bringBack(back(cause, on: left.adding(days: 3)), story.signature()))
        #expect(story.file.acknowledgedAt == nil && story.file.issued.isEmpty)
        #expect(story.file.wasBroughtBack("lettre-0") && !story.file.wasBroughtBack("lettre-1"))
        #expect(throws: Refusal.letterNotPosted) { try story.file.bringBack(back(on: left), story.signature()) }
        let again = left.adding(days: 3)
        var second = issue("1A 123 456 7890 1")
        for days in [0, 2] {
            second.on = left.adding(days: days)
            #expect(throws: Refusal.letterCameBackLater(again)) { try story.file.issue(second, story.signature()) }
        }
        second.on = again
        story.apply(try story.file.issue(second, story.signature()))
        #expect(story.file.acknowledgedAt?.civilDate == again)
    }

    // Shows: R-40
    @Test(arguments: LetterIssue.Way.allCases) func `alone has a slip, and the post alone brings back`(
        way: LetterIssue.Way
    ) throws {
        let (story, left) = try posted(way)
        let isDelivered = (try? story.file.deliver(slip(on: left), story.signature())) != nil
        let isBack = (try? story.file.bringBack(back(on: left), story.signature())) != nil
        #expect(isDelivered == (way == .registeredPost) && isBack == [.post, .registeredPost].contains(way))
    }

    // Shows: R-40
    @Test func `neither arrives nor comes back before it left, where nobody said the day`() throws {
        var story = Story()
        story.instant = try #require(Instant("2026-11-25T10:00:00Z"))
        var silent = issue("")
        silent.on = nil
        story.apply(try story.file.issue(silent, story.signature()))
        let left = story.instant.civilDate
        story.instant = try #require(Instant("2026-11-27T21:00:00Z"))
        for (days, isLate) in [(-1, true), (0, false)] {
            let day = left.adding(days: days)
            let delivering = { _ = try story.file.deliver(slip(on: day), story.signature()) }
            let returning = { _ = try story.file.bringBack(back(on: day), story.signature()) }
            for act in [delivering, returning] {
                if isLate {
                    #expect(throws: Refusal.letterLeftLater(left), performing: act)
                } else {
                    #expect(throws: Never.self, performing: act)
                }
            }
        }
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `is said to have come back by whoever may issue letters`(role: Role) throws {
        let (story, left) = try posted()
        let signature = Signature(by: .officer(Officer(id: "b", roles: [role])), at: story.instant)
        let isDone = (try? story.file.bringBack(back(on: left), signature)) != nil
        #expect(isDone == Act.issueLetter.roles.contains(role))
    }

    // Shows: R-19
    @Test func `has its documents in its file, and payloads without any are as they were`() throws {
        let scan = FileSummary(id: "a", name: "avis.jpg", type: "image/jpeg", length: 1, digest: "00")
        var (story, left) = try posted()
        let bare = String(decoding: try #require(story.file.entries.last).payload(), as: UTF8.self)
        #expect(!bare.contains("pieces"))
        var delivery = slip(on: left)
        delivery.files = [scan]
        story.apply(.letterDelivered(delivery))
        var returned = back(on: left)
        #expect(try !payload(.letterReturned(returned)).contains("pieces"))
        returned.files = [scan]
        story.apply(.letterReturned(returned))
        #expect(story.file.files == [scan, scan])
        let payloads = try story.file.entries.suffix(2).map { String(decoding: try $0.payload(), as: UTF8.self) }
        #expect(payloads[0].contains(#""distribuee_le":"2026-11-23""#) && payloads[0].contains("avis.jpg"))
        #expect(payloads[1].contains(#""cause":"non-reclame""#) && payloads[1].contains(#""revenue_le":"2026-11-23""#))
        for (payload, entry) in zip(payloads, story.file.entries.suffix(2)) {
            #expect(try Entry(payload: Array(payload.utf8)) == entry)
        }
    }

    private func payload(_ event: Event) throws -> String {
        var story = Story()
        story.apply(event)
        return String(decoding: try #require(story.file.entries.last).payload(), as: UTF8.self)
    }
}
