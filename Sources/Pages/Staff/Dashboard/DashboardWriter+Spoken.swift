import Complaints

/// What people said and have not written.
extension DashboardWriter {
    /// Those whom nobody has invited to write, or of whom nothing has come since; empty where there are none.
    func spoken(_ spoken: Workload.SpokenGroup) -> DashboardPage.Group {
        let rest = spoken.total - spoken.lines.count
        return DashboardPage.Group(
            id: "spoken",
            title: press.count(spoken.total, "staff.dashboard.spoken"),
            lines: spoken.lines.map(line),
            morePath: rest > 0 ? Path.discontents : nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }

    /// What calls for somebody at once, written or only said.
    ///
    /// - Parameter path: where the other cases are.
    func alerts(
        _ cases: Workload.Group,
        _ spoken: Workload.SpokenGroup,
        more path: String
    ) -> DashboardPage.Group {
        let isMoreWritten = cases.total > cases.lines.count
        let rest = cases.total + spoken.total - cases.lines.count - spoken.lines.count
        return DashboardPage.Group(
            id: WorkKind.grave.rawValue,
            title: press.count(cases.total + spoken.total, "staff.dashboard.grave"),
            lines: cases.lines.map { line($0, of: .grave) } + spoken.lines.map(line),
            morePath: rest > 0 ? (isMoreWritten ? path : Path.discontents) : nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }

    private func line(_ summary: DiscontentSummary) -> DashboardPage.Line {
        let row = SpokenRow(summary, today: today, press: press)
        return DashboardPage.Line(
            path: row.path,
            identifier: row.date,
            person: row.person,
            subject: row.said,
            remark: row.standing,
            mark: DueWords.Mark.soon.rawValue,
            act: press.words(officer.mayReceive ? "staff.dashboard.spoken.act" : "staff.dashboard.read")
        )
    }
}
