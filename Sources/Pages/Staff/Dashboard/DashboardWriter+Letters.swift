import Complaints

/// Letters that somebody must see to: what went wrong is pressing, what is only to be posted comes last.
extension DashboardWriter {
    /// The letters that failed or were kept back, each with its reason; empty where there are none.
    func troubled(_ pending: Workload.LetterGroup) -> DashboardPage.Group {
        let lines = pending.troubled
        return group(
            .letters,
            lines.map { one in
                let state = one.letter.stateWords(press)
                return line(to: one, subject: words(for: one), remark: state, mark: one.letter.mark.rawValue)
            },
            of: lines.count < pending.lines.count ? lines.count : pending.total,
            shown: lines.count
        )
    }

    /// The letters to print and to post: one line for each case, with how many it has, and by when the first must leave.
    func posting(_ pending: Workload.LetterGroup) -> DashboardPage.Group {
        let letters = Array(pending.lines.dropFirst(pending.troubled.count))
        var cases: [[Workload.PendingLetter]] = []
        for one in letters {
            if let place = cases.firstIndex(where: { $0[0].identifier == one.identifier }) {
                cases[place].append(one)
            } else {
                cases.append([one])
            }
        }
        let lines = cases.map { all in
            let many = press.words("staff.dashboard.posting.letters", ["count": FrenchNumbers.whole(all.count)])
            let subject = all.count == 1 ? words(for: all[0]) : many
            // One that waits stands here only where no relay will ever take it.
            let isUnsent = all.contains { $0.letter.state == .waiting }
            let usual = all.contains(where: \.letter.isBack) ? "staff.letter.back" : "staff.letter.paper"
            let remark = press.words(isUnsent ? "staff.dashboard.letters.unsent" : usual)
            let due = all.compactMap(\.due).min().map { DueWords(letterDue: $0, today: today, press: press) }
            return line(to: all[0], isAlone: all.count == 1, subject: subject, remark: remark, due)
        }
        let total = letters.isEmpty ? 0 : pending.total - pending.troubled.count
        var group = group(.posting, lines, of: total, shown: letters.count)
        group.allPath = officer.may(.issueLetter) && !lines.isEmpty ? Path.letters : nil
        return group
    }

    private func group(
        _ kind: WorkKind,
        _ lines: [DashboardPage.Line],
        of total: Int,
        shown: Int
    ) -> DashboardPage.Group {
        DashboardPage.Group(
            id: kind.rawValue,
            title: press.count(total, "staff.dashboard.\(kind.rawValue)"),
            lines: lines,
            morePath: nil,
            more: total > shown ? press.count(total - shown, "staff.dashboard.more") : nil
        )
    }

    private func words(for one: Workload.PendingLetter) -> String { press.words("letter.\(one.letter.kind.rawValue)") }

    /// A line of letters to post, with by when.
    private func line(
        to one: Workload.PendingLetter,
        isAlone: Bool,
        subject: String,
        remark: String,
        _ due: DueWords?
    ) -> DashboardPage.Line {
        let told = due.map { [$0.words, $0.date].compactMap(\.self).joined(separator: ", ") }
        return line(
            to: one,
            isAlone: isAlone,
            subject: subject,
            remark: [told, remark].compactMap(\.self).joined(separator: " · "),
            mark: due?.mark ?? DueWords.Mark.plain.rawValue
        )
    }

    /// - Parameter isAlone: whether the line is of this letter alone; else it leads to all those of the case.
    private func line(
        to one: Workload.PendingLetter,
        isAlone: Bool = true,
        subject: String,
        remark: String,
        mark: String
    ) -> DashboardPage.Line {
        let isTheirs = officer.may(.issueLetter)
        let place = isAlone ? Path.letter(one.letter.id) : "\(Path.caseFile(one.identifier))#lettres"
        return DashboardPage.Line(
            path: isTheirs ? place : Path.caseFile(one.identifier),
            identifier: one.identifier,
            person: one.person,
            subject: subject,
            remark: remark,
            mark: mark,
            act: press.words(isTheirs ? "staff.dashboard.letters.act" : "staff.dashboard.read")
        )
    }
}

extension Workload.LetterGroup {
    /// Those that failed or were kept back: they come first.
    fileprivate var troubled: ArraySlice<Workload.PendingLetter> { lines.prefix { $0.letter.state.mayBeSentAgain } }
}
