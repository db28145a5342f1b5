import Complaints

/// A due date as it is read: in words, so that lateness is not told by colour alone.
struct DueWords: Sendable {
    /// How it is marked.
    enum Mark: String {
        case late = "late"
        case soon = "soon"
        case done = "done"
        case plain = "plain"
    }

    /// `En retard de 3 jours`.
    let words: String
    /// The date itself, `23/11/2026`; nil where none counts.
    let date: String?
    /// The class it is marked with.
    let mark: String

    /// From how many days before the due date it is said to be near.
    static let near = 7
}

extension DueWords {
    /// Where the letter of an answer is.
    enum Letter {
        /// Still here: nobody has been answered yet.
        case here
        /// Gone, on a day that a list does not know: no earlier than the answer was written.
        case gone
        case left(CivilDate)
    }

    /// The answer's due date, seen from `today`. An answer given before a reopening settles nothing any more; the words
    /// say that there was one, since the due date did not move. One whose letter has not left is not given; of a file that
    /// is over only that is said, since nobody counts its days any more.
    init(due: CivilDate, answeredAt: Instant?, letter: Letter, stage: Stage, today: CivilDate, press: Press) {
        if let answeredOn = answeredAt?.civilDate, !stage.awaitsAnswer {
            switch letter {
            case .here:
                let running = Self(due: due, today: today, isAgain: false, press)
                let key = stage.isOpen ? "staff.due.unsent" : "staff.due.unsent.over"
                let mark = running.mark == Mark.late.rawValue ? Mark.late : .soon
                self.init(
                    words: press.words(key, ["due": running.words]),
                    date: stage.isOpen ? running.date : nil,
                    mark: mark.rawValue
                )
            case .gone: self.init(answeredOn: answeredOn, due: due, "staff.due.answered.gone", press)
            case .left(let day): self.init(answeredOn: day, due: due, "staff.due.answered", press)
            }
        } else if stage.isOpen {
            self.init(due: due, today: today, isAgain: answeredAt != nil, press)
        } else {
            self.init(words: press.words("staff.due.none"), date: nil, mark: Mark.plain.rawValue)
        }
    }

    /// The due date of a letter that has not left, be it an acknowledgement or another, seen from `today`.
    init(letterDue due: CivilDate, today: CivilDate, press: Press) {
        self.init(due: due, today: today, isAgain: false, press)
    }

    private init(answeredOn: CivilDate, due: CivilDate, _ inTime: String, _ press: Press) {
        let days = due.days(until: answeredOn)
        let words =
            days > 0
            ? press.words("staff.due.answered.late", ["delay": press.days(days)])
            : press.words(inTime)
        self.init(words: words, date: FrenchDates.short(answeredOn), mark: (days > 0 ? Mark.plain : .done).rawValue)
    }

    private init(due: CivilDate, today: CivilDate, isAgain: Bool, _ press: Press) {
        let days = today.days(until: due)
        let (words, mark): (String, Mark) =
            switch days {
            case ..<0: (press.words("staff.due.late", ["delay": press.days(-days)]), .late)
            case 0: (press.words("staff.due.today"), .soon)
            case 1: (press.words("staff.due.tomorrow"), .soon)
            default: (press.words("staff.due.in", ["delay": press.days(days)]), days <= Self.near ? .soon : .plain)
            }
        self.init(
            words: isAgain ? press.words("staff.due.again", ["due": words]) : words,
            date: FrenchDates.short(due),
            mark: mark.rawValue
        )
    }
}

extension Press {
    /// `0 jour`, `1 jour`, `12 jours`, `1 328 jours`.
    func days(_ count: Int) -> String {
        words(count < 2 ? "staff.day" : "staff.days", ["count": whole(count)])
    }

    /// `aujourd’hui`, `hier`, `il y a 12 jours`.
    func since(_ days: Int) -> String {
        switch days {
        case ..<1: words("staff.since.today")
        case 1: words("staff.since.yesterday")
        default: words("staff.since.before", ["delay": self.days(days)])
        }
    }
}
