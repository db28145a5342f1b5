import TestSupport
import Testing

@testable import Complaints

/// The whole automaton, written a second time as a table: what each act leads to, for every stage, role and author.
@Suite struct `What may be done to a case file` {
    /// One letter a stage: R received, I incomplete, E registered, V investigating, A answered, M in mediation, C closed,
    /// Q requalified, T contested, B abandoned, W withdrawn, K archived, X erased; in a row the stage that the act leads
    /// to, a dot where it is refused. Then who may: a desk, r manager, d management, c control, p data protection, `+` the
    /// complainant, `*` the server.
    static let table = """
        act                    R I E V A M C Q T B W K X   by
        qualify                R I E V . . . R . . . . .   rd
        qualify-no-complaint   Q Q Q Q . . . Q . . . . .   rd
        contest                . . . . . . . T . . . . .   ard+
        decideContest          . . . . . . . . Q . . . .   rd
        requestCompletion      I I . . . . . . . . . . .   ard
        complete               . R . . . . . . . R . . .   ard+
        register               E E . . . . . . . . . . .   rd
        assign                 R I V V A M C Q T B W . .   rd
        recuse                 R I E V A M C Q T B W . .   rd
        restrict               R I E V A M C Q T B W . .   rd
        liftRestriction        R I E V A M C Q T B W . .   rd
        recordMeasure          . . V V A M . . . . . . .   rd
        dispenseWithMeasures   . . V V A M . . . . . . .   rd
        extend                 . . V V . . . . . . . . .   rd
        answer                 . . A A . . . . . . . . .   rd
        refer                  . . M M M . M . . . . . .   rd
        recordNotice           . . . . . M . . . . . . .   rd
        replyToMediator        . . . . . M . . . . . . .   rd
        prolongMediation       . . . . . M . . . . . . .   rd
        recordMediation        . . . . . A . . . . . . .   rd
        close                  . . . . C . . . . . . . .   rd
        recordSatisfaction     . . . . . . C . . . . . .   ard+
        reopen                 . . . . . . V . . . R . .   rd
        withdraw               W W W W W W . . . . . . .   ard+
        abandon                . B . . . . . . . . . . .   rd
        amend                  R I E V A M C Q T B W . .   ardp+
        split                  R I E V A M C Q T B W . .   ard
        link                   R I E V A M C Q T B W . .   rd
        unlink                 R I E V A M C Q T B W . .   rd
        note                   R I E V A M C Q T B W . .   ardcp
        issueLetter            R I E V A M C Q T B W . .   ard*
        """

    static let letters: KeyValuePairs<Character, Stage> = [
        "R": .received, "I": .incomplete, "E": .registered, "V": .investigating, "A": .answered, "M": .inMediation,
        "C": .closed, "Q": .requalified, "T": .contested, "B": .abandoned, "W": .withdrawn, "K": .archived,
        "X": .erased,
    ]

    static let stages = letters.map(\.value)

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

    /// A row of the table, read.
    struct Row: Sendable, CustomTestStringConvertible {
        let act: String
        /// What each stage becomes; a dot where the act is refused.
        let after: [Character]
        let by: String

        init(_ line: Substring) {
            let cells = line.split(separator: " ").map(String.init)
            act = cells[0]
            after = cells[1..<cells.count - 1].map { Character($0) }
            by = cells[cells.count - 1]
        }

        var testDescription: String { act }
    }

    static let lines = table.split(separator: "\n").map(Row.init)
    static let rows = Array(lines.dropFirst())

    /// A file at a stage. No act leads to the last two yet: there the stage itself is set.
    static func story(at stage: Stage) throws -> Story {
        var story = Story()
        let isPast = [.archived, .erased].contains(stage)
        try story.lead(to: isPast ? .closed : stage)
        if isPast { story.file.stage = stage }
        return story
    }

    @Test func `the table names every act and every stage once`() {
        let acts = Self.rows.map(\.act).filter { $0 != "qualify-no-complaint" }
        #expect(acts.sorted() == Act.allCases.map { "\($0)" }.sorted())
        #expect(Self.lines[0].after == Self.letters.map(\.key))
        #expect(Set(Self.letters.map(\.value)) == Set(Stage.allCases))
        for row in Self.rows { #expect(row.after.count == Stage.allCases.count, "\(row.act)") }
    }

    // Shows: R-17, R-23, R-67
    @Test(arguments: rows) func `is allowed at these stages and to these people only, and leads there`(
        row: Row
    ) throws {
        for ((letter, stage), after) in zip(Self.letters, row.after) {
            let story = try Self.story(at: stage)
            #expect(story.file.stage == stage)
            for (author, mark) in Self.authors {
                let outcome = Self.attempt(row.act, on: story, by: author)
                let expected: Result<Character, Refusal> =
                    if !row.by.contains(mark) { .failure(.notAllowed) } else if after == "." {
                        .failure(.notAtThisStage(stage))
                    } else { .success(after) }
                #expect(outcome == expected, "\(row.act) at \(letter) by \(mark)")
            }
        }
    }

    /// Does an act with arguments that only the stage or the author can make wrong; answers with the letter of the stage
    /// that it leads to, or with the refusal.
    static func attempt(_ act: String, on story: Story, by author: Author) -> Result<Character, Refusal> {
        var story = story
        // Registration needs a qualified complaint, an answer a question that has left, a prolongation ninety days that
        // run, giving up a wait of thirty: prepared here first, where the stage lets it be.
        if act == "prolongMediation",
            let taken = try? story.file.recordNotice(
                taken(story),
                procedure: story.procedure,
                story.signature()
            )
        {
            story.apply(taken)
        }
        if act == "recordSatisfaction", let notice = story.file.letters.last(where: { $0.kind == .closing }) {
            story.apply(.letterIssued(LetterIssue(letter: notice.id, kind: .closing, way: .post, trace: "")))
        }
        if act == "liftRestriction" { story.apply(.restricted(Restriction(ground: .safety, readers: ["x"]))) }
        if act == "unlink" { story.apply(.linked(CaseLink(with: other, reason: ""))) }
        if act == "abandon" { story.instant = story.instant.adding(seconds: 31 * 86_400) }
        if act == "register", [.received, .incomplete].contains(story.file.stage),
            let event = try? story.file.qualify(Qualification(nature: .complaint), story.signature())
        {
            story.apply(event)
        }
        do throws(Refusal) {
            story.apply(try event(act, of: story, story.signature(author)), by: author)
        } catch { return .failure(error) }
        return .success(letters.first { $0.value == story.file.stage }?.key ?? "?")
    }

    private static let other = ReceptionReference(year: 2026, ordinal: 2)

    private static func event(_ act: String, of story: Story, _ signature: Signature) throws(Refusal) -> Event {
        let (file, day, reason) = (story.file, story.instant.civilDate, "Une raison assez longue")
        if act == "qualify-no-complaint" {
            return try file.qualify(Qualification(nature: .opinionRequest, reason: reason), signature)
        }
        switch Act.allCases.first(where: { "\($0)" == act }) {
        case .qualify: return try file.qualify(Qualification(nature: .complaint, reason: reason), signature)
        case .requestCompletion: return try file.requestCompletion("Quoi ?", rule: .standard, signature)
        case .complete: return try file.complete(Completion(text: "Voici"), signature)
        case .register:
            return try file.register(as: RegisterNumber(year: 2026, ordinal: 2), rule: .standard, signature)
        case .assign: return try file.assign(to: "a", among: Story.staff, signature)
        case .recuse: return try file.recuse("a", among: Story.staff, reason: reason, signature)
        case .restrict:
            return try file.restrict(
                Restriction(ground: .implicatesManager, readers: ["a"]),
                among: Story.staff,
                signature
            )
        case .liftRestriction: return try file.liftRestriction(reason, signature)
        case .recordMeasure: return try file.record(Measure(text: "Fait", doneOn: day), signature)
        case .dispenseWithMeasures: return try file.dispenseWithMeasures(reason, signature)
        case .extend:
            let extra = Extension(reason: reason, until: day.adding(years: 1))
            return try file.extend(extra, zone: .metropole, signature)
        case .answer: return try file.answer(Story.answer, procedure: story.procedure, signature)
        case .refer, .recordNotice, .replyToMediator, .prolongMediation, .recordMediation, .contest, .decideContest:
            return try dispute(act, of: story, signature)
        case .close: return try file.close(reason, signature)
        case .recordSatisfaction:
            return try file.recordSatisfaction(Satisfaction(mark: .two, way: .email, on: day), signature)
        case .reopen: return try file.reopen(reason, signature)
        case .withdraw: return try file.withdraw(reason, signature)
        case .abandon: return try file.abandon(reason, after: .standard, signature)
        case .amend: return try file.amend(Amendment(text: "Corrigé"), signature)
        case .split: return try file.split(into: other, signature)
        case .link: return try file.link(with: other, reason, signature)
        case .unlink: return try file.unlink(from: other, reason, signature)
        case .note: return try file.note("Vu", signature)
        case .issueLetter, nil:
            // Every story has at least its acknowledgement to issue.
            let issue = LetterIssue(letter: "lettre-0", kind: .acknowledgement, way: .post, trace: "")
            return try file.issue(issue, signature)
        }
    }

    private static func dispute(_ act: String, of story: Story, _ signature: Signature) throws(Refusal) -> Event {
        let (file, day, procedure) = (story.file, story.instant.civilDate, story.procedure)
        switch Act.allCases.first(where: { "\($0)" == act }) {
        case .refer:
            let referral = Referral(byComplainant: true, mediator: "M", on: day, subject: "S")
            return try file.refer(referral, procedure: procedure, signature)
        case .recordNotice: return try file.recordNotice(taken(story), procedure: procedure, signature)
        case .replyToMediator: return try file.reply(MediationReply(sentOn: day, text: "Voici"), signature)
        case .prolongMediation:
            let prolongation = MediationProlongation(until: day.adding(years: 1), reason: "Complexe")
            return try file.prolongMediation(prolongation, signature)
        case .contest: return try file.contest(Story.contest(on: day), signature)
        case .decideContest:
            let decision = ContestDecision(result: .maintained, reason: "Une raison assez longue")
            return try file.decideContest(decision, among: ["x", "y"], procedure: story.procedure, signature)
        default: return try file.recordMediation(MediationOutcome(result: .agreement, on: day, text: ""), signature)
        }
    }

    /// The mediator's letter that takes the case.
    private static func taken(_ story: Story) -> MediatorNotice {
        MediatorNotice(kind: .accepted, on: story.instant.civilDate, text: "Dossier complet")
    }
}
