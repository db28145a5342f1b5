import Complaints

extension DueWords {
    /// What a mediation waits for, seen from `today`. Only our own reply is ever late: the mediator's delays are told for
    /// information.
    init(_ due: MediationDue, today: CivilDate, press: Press) {
        let days = today.days(until: due.due)
        let key = "staff.mediation.\(due.step.rawValue)"
        let (words, mark): (String, Mark) =
            switch days {
            case ..<0: (press.words("\(key).past", ["delay": press.days(-days)]), due.step == .reply ? .late : .soon)
            case 0: (press.words("\(key).today"), .soon)
            default: (press.words("\(key).ahead", ["delay": press.days(days)]), days <= Self.near ? .soon : .plain)
            }
        self.init(words: words, date: FrenchDates.short(due.due), mark: mark.rawValue)
    }

    /// The most pressing thing that a line waits for: of its mediation, for those who may know of it, else the
    /// answer.
    init(_ line: CaseSummary, for officer: Officer, today: CivilDate, press: Press) {
        if officer.readsMediation, let due = Self.pressing(line.mediation, today) {
            self.init(due, today: today, press: press)
            return
        }
        self.init(
            due: line.answerDue,
            answeredAt: line.answeredAt,
            letter: line.answerHasLeft ? .gone : .here,
            stage: line.stage,
            today: today,
            press: press
        )
    }

    /// The same for a case file.
    init(_ file: CaseFile, for officer: Officer, today: CivilDate, press: Press) {
        if file.showsMediation(to: officer), let due = Self.pressing(file.mediationDues, today) {
            self.init(due, today: today, press: press)
            return
        }
        self.init(
            due: file.due.answer.due,
            answeredAt: file.answeredAt,
            letter: file.answerLeftAt.map { .left($0.civilDate) } ?? .here,
            // A mediation that began while an answer was awaited leaves it to be given.
            stage: file.stage == .inMediation && file.isAnswerPutOff ? .investigating : file.stage,
            today: today,
            press: press
        )
    }

    /// What must be said where there is room for one thing: our own reply once it is near, else what comes first.
    private static func pressing(_ dues: [MediationDue], _ today: CivilDate) -> MediationDue? {
        dues.first { $0.step == .reply && today.days(until: $0.due) <= near } ?? dues.first
    }
}
