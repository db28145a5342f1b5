extension AuditedCase {
    /// Whose hand: a number stands for each officer, in the order in which they come into the file.
    public enum Hand: Sendable, Hashable {
        case complainant
        case server
        case officer(Int)
    }

    /// One thing that happened, as an auditor is told.
    public struct Step: Sendable, Hashable {
        /// What it was.
        public let kind: EventKind
        /// When.
        public let at: Instant
        /// By whom.
        public let hand: Hand
        /// The officer whom it is about.
        public internal(set) var officer: Int?
        /// The day that it is about: of an action, or the new due date.
        public internal(set) var on: CivilDate?
        public internal(set) var nature: Nature?
        public internal(set) var theme: Theme?
        /// What an answer decided; nil where its letter has not left.
        public internal(set) var outcome: Outcome?
        public internal(set) var contest: ContestDecision.Result?
        public internal(set) var letter: LetterKind?
        public internal(set) var way: LetterIssue.Way?
        public internal(set) var mark: Satisfaction.Mark?
        public internal(set) var markWay: Satisfaction.Way?
        /// The other case file that it is about.
        public internal(set) var other: ReceptionReference?
        /// Whether words came with it, which are not shown.
        public internal(set) var hasWords = false
        /// Whether documents came with it, which are not shown.
        public internal(set) var hasDocuments = false
    }

    /// Numbers for accounts, in the order in which they come.
    struct Numbering {
        private var numbers: [String: Int] = [:]

        mutating func number(of account: String) -> Int {
            if let number = numbers[account] { return number }
            numbers[account] = numbers.count + 1
            return numbers.count
        }
    }
}

extension AuditedCase.Step {
    /// Nil for what is not told at all; whoever did it gets no number for it either.
    init?(_ entry: Entry, of file: CaseFile, _ numbering: inout AuditedCase.Numbering) {
        guard let kind = entry.event.auditedKind else { return nil }
        self.kind = kind
        at = entry.at
        hand =
            if let officer = entry.officer { .officer(numbering.number(of: officer)) } else {
                entry.isBySystem ? .server : .complainant
            }
        tell(entry.event, &numbering)
        if !file.gave(entry) { outcome = nil }
    }

    /// What is told beside the kind. Closed by default: of a new event the kind, the hand and the hour are told, until
    /// somebody decides what else may be.
    private mutating func tell(_ event: Event, _ numbering: inout AuditedCase.Numbering) {
        switch event {
        case .received(let reception), .takenOver(let reception):
            hasWords = !reception.original.text.isBlank
            hasDocuments = !reception.original.files.isEmpty
        case .qualified(let judgement):
            (nature, theme, hasWords) = (judgement.nature, judgement.theme, !judgement.reason.isBlank)
        case .completed(let completion):
            (hasWords, hasDocuments) = (true, !completion.files.isEmpty)
        case .registered(let registration): hasWords = !registration.asItIs.isBlank
        case .assigned(let assignment):
            (officer, hasWords) = (numbering.number(of: assignment.handler), !assignment.override.isBlank)
        case .restricted(let restriction): hasWords = !restriction.words.isBlank
        case .recused(let recusal): (officer, hasWords) = (numbering.number(of: recusal.officer), true)
        case .measureRecorded(let measure):
            (on, hasWords, hasDocuments) = (measure.doneOn, true, !measure.files.isEmpty)
        case .extended(let holding): (on, hasWords) = (holding.due, true)
        case .answered(let answer):
            (outcome, hasWords, hasDocuments) = (answer.outcome, true, !answer.files.isEmpty)
        case .contested(let contest): (hasWords, hasDocuments) = (true, !contest.files.isEmpty)
        case .contestDecided(let decision): (contest, hasWords) = (decision.result, true)
        case .letterIssued(let issue): (letter, way, on) = (issue.kind, issue.way, issue.on)
        case .letterReturned(let back): letter = back.kind
        case .satisfactionRecorded(let answer):
            (mark, markWay, hasWords) = (answer.mark, answer.way, !answer.text.isBlank)
        case .amended(let amendment): (hasWords, hasDocuments) = (true, !amendment.files.isEmpty)
        case .split, .misplaced: other = event.other
        case .linked, .unlinked: (other, hasWords) = (event.other, true)
        case .completionRequested, .measuresDispensed, .restrictionLifted, .closed, .reopened, .withdrawn, .abandoned,
            .noted:
            hasWords = true
        default: break
        }
    }
}

extension CaseFile {
    /// Whether the letter of an answer has left our hands: of the latest one as `givenAnswer` has it.
    fileprivate func gave(_ entry: Entry) -> Bool {
        let own = entry.letters.first(where: { $0.kind == .answer })?.id
        if own == letters.last(where: { $0.kind == .answer })?.id { return givenAnswer != nil }
        return own.map { issued[$0] != nil } ?? false
    }
}

extension Event {
    /// What an auditor is told that it was; nil for nothing. Of a mediation it is told that it began and that it is over,
    /// whether it ran its course or the mediator refused the request: what was done in it, and what came of it, is
    /// confidential (C. conso. L612-3; R-46).
    fileprivate var auditedKind: EventKind? {
        switch self {
        case .referred, .mediationEnded: kind
        case .mediatorWrote(let notice): notice.kind == .inadmissible ? .mediationEnded : nil
        default: isMediation ? nil : kind
        }
    }
}
