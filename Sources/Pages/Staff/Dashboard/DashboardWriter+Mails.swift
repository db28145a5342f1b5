import Complaints

/// Mails that came and that somebody must judge.
extension DashboardWriter {
    /// Empty where there are none.
    func mails(_ mails: Workload.MailGroup) -> DashboardPage.Group {
        let rest = mails.total - mails.lines.count
        return DashboardPage.Group(
            id: "courriels",
            title: press.count(mails.total, "staff.dashboard.courriels"),
            lines: mails.lines.map(line),
            morePath: rest > 0 ? Path.mails : nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }

    private func line(_ mail: MailSummary) -> DashboardPage.Line {
        let row = MailRow(mail, press: press)
        return DashboardPage.Line(
            path: row.path,
            identifier: row.at,
            person: row.person,
            subject: row.subject,
            remark: [row.standing, mail.sort == .unreadable ? mail.why(press) : nil].compactMap(\.self)
                .joined(separator: " · "),
            mark: DueWords.Mark.soon.rawValue,
            act: press.words("staff.dashboard.courriels.act")
        )
    }
}
