import Complaints

/// Writes the groups of the dashboard.
struct DashboardWriter {
    let officer: Officer
    let today: CivilDate
    let press: Press

    /// The groups that have something in them, the most pressing first.
    func groups(_ workload: Workload) -> [DashboardPage.Group] {
        let open = RegisterFilter(standing: .open).address()
        let received = QueryString.address(Path.receptions, [("etat", Stage.received.rawValue)])
        let incomplete = QueryString.address(Path.receptions, [("etat", Stage.incomplete.rawValue)])
        let contested = QueryString.address(Path.receptions, [("etat", Stage.contested.rawValue)])
        let inMediation = RegisterFilter(standing: .at(.inMediation)).address()
        let all = [
            group("late", workload.late, more: RegisterFilter(standing: .late).address()),
            group("unacknowledged", workload.unacknowledged, more: open),
            group("mediation", workload.mediation, more: inMediation),
            letters(workload.letters),
            group("soon", workload.dueSoon, more: open),
            group("contested", workload.contested, more: contested),
            group("qualify", workload.toQualify, more: received),
            group("register", workload.toRegister, more: received),
            spoken(workload.spoken),
            group("awaiting", workload.awaitingComplainant, more: incomplete),
            group("halfway", workload.halfway, more: open),
        ]
        return all.filter { !$0.lines.isEmpty }
    }

    private func group(_ id: String, _ group: Workload.Group, more path: String) -> DashboardPage.Group {
        let rest = group.total - group.lines.count
        return DashboardPage.Group(
            id: id,
            title: press.count(group.total, "staff.dashboard.\(id)"),
            lines: group.lines.map { line($0, in: id) },
            morePath: rest > 0 ? path : nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }

    /// - Parameter group: what waits. An answer waits at several stages: there the stage says what is next.
    private func line(_ summary: CaseSummary, in group: String) -> DashboardPage.Line {
        let row = LedgerRow(summary, for: officer, today: today, press: press)
        let dues = dues(of: summary, row, in: group)
        let remarks = dues.map { [$0.words, $0.date ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") }
        return DashboardPage.Line(
            path: "\(row.path)#\(group == "unacknowledged" ? "lettres" : "acte")",
            identifier: row.identifier,
            person: row.person,
            subject: row.subject,
            remark: remarks.joined(separator: " · "),
            mark: group == "unacknowledged" ? dues[0].mark : row.due.mark,
            act: press.has("staff.dashboard.\(group).act") ? press.words("staff.dashboard.\(group).act") : row.todo
        )
    }

    /// What is due of a line: the acknowledgement where that is what waits, else what its row says. A mediation may wait for
    /// two things at once: here is room for both.
    private func dues(of summary: CaseSummary, _ row: LedgerRow, in group: String) -> [DueWords] {
        if group == "unacknowledged", let due = summary.acknowledgementDue {
            return [DueWords(acknowledgementDue: due, today: today, press: press)]
        }
        let mediation = officer.readsMediation ? summary.mediation : []
        return mediation.isEmpty ? [row.due] : mediation.map { DueWords($0, today: today, press: press) }
    }

    private func spoken(_ spoken: Workload.SpokenGroup) -> DashboardPage.Group {
        let rest = spoken.total - spoken.lines.count
        let lines = spoken.lines.map { one in
            let row = DiscontentRow(one, for: officer, today: today, press: press)
            return DashboardPage.Line(
                path: row.path,
                identifier: row.date,
                person: row.person,
                subject: row.said,
                remark: row.standing,
                mark: DueWords.Mark.soon.rawValue,
                act: press.words("staff.dashboard.spoken.act")
            )
        }
        return DashboardPage.Group(
            id: "spoken",
            title: press.count(spoken.total, "staff.dashboard.spoken"),
            lines: lines,
            morePath: rest > 0 ? Path.discontents : nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }

    private func letters(_ pending: Workload.LetterGroup) -> DashboardPage.Group {
        let rest = pending.total - pending.lines.count
        let lines = pending.lines.map { one in
            // One that waits stands here only where no relay will ever take it.
            let isUnsent = one.letter.state == .waiting
            return DashboardPage.Line(
                path: Path.letter(one.letter.id),
                identifier: one.identifier,
                person: officer.readsIdentity ? one.person : press.words("staff.masked"),
                subject: press.words("letter.\(one.letter.kind.rawValue)"),
                remark: isUnsent ? press.words("staff.dashboard.letters.unsent") : one.letter.stateWords(press),
                mark: (isUnsent ? DueWords.Mark.soon : one.letter.mark).rawValue,
                act: press.words("staff.dashboard.letters.act")
            )
        }
        return DashboardPage.Group(
            id: "letters",
            title: press.count(pending.total, "staff.dashboard.letters"),
            lines: lines,
            morePath: nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }
}
