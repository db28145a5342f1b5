public import Complaints
import Storage

/// A kind of work that waits, as the database is asked for it; always the most pressing first.
public enum WaitingWork: Sendable {
    /// Received, and not yet judged to be complaints or not.
    case toQualify
    /// Judged to be complaints, complete or not, and not yet in the register.
    case toRegister
    /// Waiting for the complainant to complete.
    case toComplete
    /// A requalification that the complainant contests.
    case contested
    /// The complainant has written, and nobody who handles complaints has opened the file since.
    case unread
    /// Not acknowledged, though the acknowledgement was due before this day (R-32).
    case unacknowledged(on: CivilDate)
    /// Not answered, and the answer's due date falls within these days, both counted.
    case toAnswer(from: CivilDate?, through: CivilDate)
}

extension Register {
    /// The first files of a kind of work, and how many there are in all (R-29).
    ///
    /// - Parameter limit: how many lines at most; the count has no limit.
    public func waiting(_ work: WaitingWork, limit: Int) async throws -> (lines: [CaseLine], total: Int) {
        let condition = condition(of: work)
        return try await database.read { connection in
            let lines = try connection.run(
                """
                SELECT \(Self.columns) FROM case_file c WHERE c.organisation = \(organisation.id) AND \(condition)
                ORDER BY c.answer_due, c.first_seq LIMIT \(limit)
                """
            ).map(CaseLine.init)
            if lines.count < limit { return (lines, lines.count) }
            let total = try connection.run(
                "SELECT COUNT(*) FROM case_file c WHERE c.organisation = \(organisation.id) AND \(condition)"
            )[0].integer(0)
            return (lines, total)
        }
    }

    private func condition(of work: WaitingWork) -> SQL {
        let unanswered: SQL = "c.stage IN (\(Stage.whereDelayRuns))"
        return switch work {
        case .toQualify: "c.stage = 'recue' AND c.nature = ''"
        case .toRegister: "c.stage = 'recue' AND c.nature <> ''"
        case .toComplete: "c.stage = 'a-completer'"
        case .contested: "c.stage = 'contestee'"
        case .unread: "c.id IN (SELECT case_file FROM unread WHERE organisation = \(organisation.id))"
        case .unacknowledged(let today):
            "\(unanswered) AND c.acknowledged_at = '' AND c.acknowledgement_due < \(today.description)"
        case .toAnswer(let first, let last):
            """
            \(unanswered) AND c.answer_due >= \(first?.description ?? "") AND c.answer_due <= \(last.description)
            """
        }
    }
}

extension Stage {
    /// The stages in which the delay of the answer runs, as a list for `IN`: what is contested may be a complaint after all.
    static let whereDelayRuns: SQL =
        "\(list: allCases.filter { $0.awaitsAnswer || $0 == .contested }.map { .text($0.rawValue) })"
}
