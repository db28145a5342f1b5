import Complaints
import TestSupport
import Testing

/// The whole automaton, written a second time as a table: what each act needs, for every stage, role and author.
@Suite struct `What may be done to a case file` {
    /// Stages that acts of this issue lead to.
    static let reachable: [Stage] = [
        .received, .incomplete, .registered, .investigating, .answered, .inMediation, .closed, .requalified,
        .contested, .abandoned, .withdrawn,
    ]

    /// One line an act: R received, I incomplete, E registered, V investigating, A answered, M in mediation, C closed,
    /// Q requalified, T contested, B abandoned, W withdrawn; then the roles: a desk, r manager, d management, c control, p data
    /// protection; `+` the complainant, `*` the server.
    static let table: [(act: Act, stages: String, authors: String)] = [
        (.qualify, "RIEVQ", "rd"), (.contest, "Q", "ard+"), (.decideContest, "T", "rd"),
        (.requestCompletion, "RI", "ard"), (.complete, "IB", "ard+"),
        (.register, "RI", "rd"), (.assign, "EVAM", "rd"), (.recuse, "EVAM", "rd"), (.recordMeasure, "EVAM", "rd"),
        (.dispenseWithMeasures, "EVAM", "rd"), (.extend, "EV", "rd"), (.answer, "EV", "rd"), (.refer, "EVAC", "rd"),
        (.recordNotice, "M", "rd"), (.replyToMediator, "M", "rd"), (.prolongMediation, "M", "rd"),
        (.recordMediation, "M", "rd"), (.close, "A", "rd"), (.reopen, "CW", "rd"), (.withdraw, "RIEVAM", "ard+"),
        (.abandon, "I", "rd"), (.amend, "RIEVAMCQTBW", "ardp+"), (.note, "RIEVAMCQTBW", "ardcp"),
        (.issueLetter, "RIEVAMCQTBW", "ard*"),
    ]

    static let letters: [Stage: Character] = [
        .received: "R", .incomplete: "I", .registered: "E", .investigating: "V", .answered: "A", .inMediation: "M",
        .closed: "C", .requalified: "Q", .contested: "T", .abandoned: "B", .withdrawn: "W",
    ]
    static let authors: [(Author, Character)] = [
        (.officer(Officer(id: "x", roles: [.receptionDesk])), "a"),
        (.officer(Officer(id: "x", roles: [.complaintsManager])), "r"),
        (.officer(Officer(id: "x", roles: [.management])), "d"),
        (.officer(Officer(id: "x", roles: [.internalControl])), "c"),
        (.officer(Officer(id: "x", roles: [.dataProtection])), "p"),
        (.officer(Officer(id: "x", roles: [.auditor])), "u"),
        (.officer(Officer(id: "x", roles: [.administrator])), "n"),
        (.officer(Officer(id: "x", roles: [])), "0"), (.complainant, "+"), (.system, "*"),
    ]

    @Test func `the table names every act and every stage once`() {
        #expect(Set(Self.table.map(\.act)) == Set(Act.allCases))
        #expect(Set(Self.letters.keys).union([.archived, .erased]) == Set(Stage.allCases))
    }

    // Shows: R-17, R-23, R-67
    @Test(arguments: Act.allCases) func `is allowed at these stages and to these people only`(act: Act) throws {
        let line = try #require(Self.table.first { $0.act == act })
        for stage in Self.reachable {
            var story = Story()
            try story.lead(to: stage)
            #expect(story.file.stage == stage)
            for (author, letter) in Self.authors {
                let stageAllows = line.stages.contains(try #require(Self.letters[stage]))
                let authorAllows = line.authors.contains(letter)
                let outcome = Self.attempt(act, on: story, by: author)
                switch (authorAllows, stageAllows) {
                case (true, true): #expect(outcome == nil, "\(act) at \(stage) by \(letter)")
                case (false, _): #expect(outcome == .notAllowed, "\(act) at \(stage) by \(letter)")
                case (true, false): #expect(outcome == .notAtThisStage(stage), "\(act) at \(stage) by \(letter)")
                }
            }
        }
    }

    /// Does the act with arguments that only the stage or the author can make wrong; answers with the refusal, if any.
    static func attempt(_ act: Act, on story: Story, by author: Author) -> Refusal? {
        let day = story.instant.civilDate
        let reason = "Une raison assez longue"
        let signature = story.signature(author)
        let file = story.file
        do throws(Refusal) {
            switch act {
            case .qualify: _ = try file.qualify(Qualification(nature: .complaint, reason: reason), signature)
            case .requestCompletion: _ = try file.requestCompletion("Quoi ?", rule: .standard, signature)
            case .complete: _ = try file.complete(Completion(text: "Voici"), signature)
            case .register: try attemptRegister(story, signature)
            case .assign: _ = try file.assign(to: "a", signature)
            case .recuse: _ = try file.recuse("a", reason: reason, signature)
            case .recordMeasure: _ = try file.record(Measure(text: "Fait", doneOn: day), signature)
            case .dispenseWithMeasures: _ = try file.dispenseWithMeasures(reason, signature)
            case .extend: _ = try file.extend(Extension(reason: reason, until: day.adding(years: 1)), signature)
            case .answer: _ = try file.answer(Story.answer, procedure: story.procedure, signature)
            case .refer, .recordNotice, .replyToMediator, .prolongMediation, .recordMediation:
                try attemptMediation(act, on: story, signature)
            case .contest: _ = try file.contest(Story.contest(on: day), signature)
            case .decideContest:
                let decision = ContestDecision(result: .maintained, reason: reason)
                _ = try file.decideContest(decision, among: ["x", "y"], signature)
            case .close: _ = try file.close(reason, signature)
            case .reopen: _ = try file.reopen(reason, signature)
            case .withdraw: _ = try file.withdraw(reason, signature)
            case .abandon: _ = try file.abandon(reason, signature)
            case .amend: _ = try file.amend(Amendment(text: "Corrigé"), signature)
            case .note: _ = try file.note("Vu", signature)
            case .issueLetter: try attemptIssue(story, signature)
            }
            return nil
        } catch { return error }
    }

    /// Registration needs a qualified complaint: qualified here first, where the stage lets it be.
    static func attemptRegister(_ story: Story, _ signature: Signature) throws(Refusal) {
        var story = story
        if [.received, .incomplete].contains(story.file.stage),
            let event = try? story.file.qualify(Qualification(nature: .complaint), story.signature())
        {
            story.apply(event)
        }
        _ = try story.file.register(as: RegisterNumber(year: 2026, ordinal: 2), rule: .standard, signature)
    }

    /// A prolongation needs ninety days that run: the mediator takes the case first, where the stage lets it.
    static func attemptMediation(_ act: Act, on story: Story, _ signature: Signature) throws(Refusal) {
        let (day, procedure) = (story.instant.civilDate, story.procedure)
        let notice = MediatorNotice(kind: .accepted, on: day, text: "Dossier complet")
        switch act {
        case .refer:
            let referral = Referral(byComplainant: true, mediator: "M", on: day, subject: "S")
            _ = try story.file.refer(referral, procedure: procedure, signature)
        case .recordNotice: _ = try story.file.recordNotice(notice, procedure: procedure, signature)
        case .replyToMediator: _ = try story.file.reply(MediationReply(sentOn: day, text: "Voici"), signature)
        case .prolongMediation:
            var story = story
            if let taken = try? story.file.recordNotice(notice, procedure: procedure, story.signature()) {
                story.apply(taken)
            }
            let prolongation = MediationProlongation(until: day.adding(years: 1), reason: "Complexe")
            _ = try story.file.prolongMediation(prolongation, signature)
        default:
            let outcome = MediationOutcome(result: .agreement, on: day, text: "")
            _ = try story.file.recordMediation(outcome, signature)
        }
    }

    /// Every story has at least its acknowledgement to issue.
    static func attemptIssue(_ story: Story, _ signature: Signature) throws(Refusal) {
        guard let letter = story.file.letters.first else {
            _ = try story.file.issue(LetterIssue(letter: "", kind: .acknowledgement, way: .post, trace: ""), signature)
            return
        }
        _ = try story.file.issue(LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: ""), signature)
    }
}
