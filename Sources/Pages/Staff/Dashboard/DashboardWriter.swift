import Complaints

/// Writes the groups of the dashboard.
struct DashboardWriter {
    let officer: Officer
    let today: CivilDate
    let press: Press

    /// The groups that have something in them, the most pressing first.
    func groups(_ workload: Workload) -> [DashboardPage.Group] {
        let open = RegisterFilter(standing: .open).address()
        let all = [
            alerts(workload.alerting, workload.alertingSpoken, more: open),
            group(.late, workload.late, more: ReceptionStanding.late.address()),
            group(.unacknowledged, workload.unacknowledged, more: ReceptionStanding.unacknowledged.address()),
            group(
                .thirdParty,
                workload.thirdParty,
                more: RegisterFilter(standing: .open, origin: .any).address()
            ),
            group(.mediation, workload.mediation, more: RegisterFilter(standing: .at(.inMediation)).address()),
            troubled(workload.letters),
            group(.unread, workload.unread, more: Path.receptions),
            posting(workload.letters),
            group(.soon, workload.dueSoon, more: open),
            group(.contested, workload.contested, more: ReceptionStanding.at(.contested).address()),
            group(.qualify, workload.toQualify, more: ReceptionStanding.toQualify.address()),
            mails(workload.mails),
            group(.register, workload.toRegister, more: ReceptionStanding.toRegister.address()),
            group(.assign, workload.toAssign, more: RegisterFilter(standing: .unassigned).address()),
            group(.close, workload.toClose, more: RegisterFilter(standing: .at(.answered)).address()),
            spoken(workload.spoken),
            group(.awaiting, workload.awaitingComplainant, more: ReceptionStanding.at(.incomplete).address()),
            group(.halfway, workload.halfway, more: open),
        ]
        return all.filter { !$0.lines.isEmpty }
    }

    private func group(_ kind: WorkKind, _ group: Workload.Group, more path: String) -> DashboardPage.Group {
        let rest = group.total - group.lines.count
        return DashboardPage.Group(
            id: kind.rawValue,
            title: press.count(group.total, "staff.dashboard.\(kind.rawValue)"),
            lines: group.lines.map { line($0, of: kind) },
            morePath: rest > 0 ? path : nil,
            more: rest > 0 ? press.count(rest, "staff.dashboard.more") : nil
        )
    }

    /// One file, with the way to its act; for a reader whose roles may not do it, to the file.
    func line(_ summary: CaseSummary, of kind: WorkKind) -> DashboardPage.Line {
        let row = LedgerRow(summary, for: officer, today: today, press: press)
        let dues = dues(of: summary, row, in: kind)
        let remarks = dues.map { [$0.words, $0.date ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") }
        let act = kind.act(for: summary)
        let isTheirs = officer.may(act)
        return DashboardPage.Line(
            path: isTheirs ? row.path + kind.anchor(for: act) : row.path,
            identifier: row.identifier,
            person: row.person,
            subject: row.subject,
            remark: (first(of: summary, kind) + remarks + standing(of: summary, kind)).joined(separator: " · "),
            mark: [.unacknowledged, .thirdParty].contains(kind) ? dues[0].mark : row.due.mark,
            act: isTheirs ? words(for: act, of: kind, row) : press.words("staff.dashboard.read")
        )
    }

    /// What is said of it before its dates.
    private func first(of summary: CaseSummary, _ kind: WorkKind) -> [String] {
        switch kind {
        case .grave: [alarm(summary)]
        case .thirdParty: summary.thirdParty.map { [$0.name] } ?? []
        default: []
        }
    }

    /// What is said after them: how far the wait for its complainant has gone, and for whom the reader stands in.
    private func standing(of summary: CaseSummary, _ kind: WorkKind) -> [String] {
        let completion = kind == .awaiting ? summary.completion : nil
        let wait = completion == .waiting ? nil : completion.map { press.words("staff.dashboard.wait.\($0.rawValue)") }
        let absent = (summary.isStandIn ? summary.handlerName : nil).map { FrenchArticles.of($0) }
        return [wait, absent.map { press.words("staff.absence.mark", ["of": $0]) }].compactMap(\.self)
    }

    /// What makes a case grave, or that it came in confidence.
    private func alarm(_ summary: CaseSummary) -> String {
        guard !summary.severities.isEmpty else { return press.words("staff.dashboard.grave.confidential") }
        return press.list(summary.severities.map { press.words("severity.\($0.rawValue)") })
    }

    /// What the link to an act says.
    private func words(for act: Act, of kind: WorkKind, _ row: LedgerRow) -> String {
        switch kind {
        case .late, .soon, .halfway, .thirdParty: row.todo
        case .grave where act == .note: press.words("staff.dashboard.read")
        case .close where act == .recordMeasure: press.words("staff.dashboard.close.lacking")
        default: press.words("staff.dashboard.\(kind.rawValue).act")
        }
    }

    /// What is due of a line: the acknowledgement where that is what waits, else what its row says. A mediation may wait for
    /// two things at once: here is room for both.
    private func dues(of summary: CaseSummary, _ row: LedgerRow, in kind: WorkKind) -> [DueWords] {
        if kind == .unacknowledged, let due = summary.acknowledgementDue {
            return [DueWords(letterDue: due, today: today, press: press)]
        }
        if kind == .thirdParty, let due = summary.thirdParty?.due {
            return [DueWords(letterDue: due, today: today, press: press)]
        }
        let mediation = officer.readsMediation ? summary.mediation : []
        return mediation.isEmpty ? [row.due] : mediation.map { DueWords($0, today: today, press: press) }
    }
}
