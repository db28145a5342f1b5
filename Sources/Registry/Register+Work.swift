public import Complaints
import Storage

/// A kind of work that waits, as the database is asked for it; always the most pressing first.
public enum WaitingWork: Sendable, Hashable {
    /// Received or taken over from an older register, and not yet judged to be complaints or not.
    case toQualify
    /// Judged to be complaints, complete or not, and not yet in the register.
    case toRegister
    /// In the register, judged, to be answered, and nobody's.
    case toAssign
    /// Answered, and not closed.
    case toClose
    /// Grave, or come in confidence and not judged yet, and still open (R-24, R-87).
    case alerting
    /// Waiting for the complainant to complete.
    case toComplete
    /// A requalification that the complainant contests.
    case contested
    /// The complainant has written, and nobody who handles complaints has opened the file since.
    case unread
    /// Not acknowledged, though the acknowledgement was due before this day (R-32).
    case unacknowledged(on: CivilDate)
    /// Not answered, and the day that a third party gave for it is no later than this one (R-88).
    case toThirdParty(through: CivilDate)
    /// Not answered, and the answer's due date falls within these days, both counted.
    case toAnswer(from: CivilDate?, through: CivilDate)
}

extension Register {
    /// The first files of a kind of work, and how many there are in all (R-29).
    ///
    /// - Parameter limit: how many lines at most; the count has no limit.
    public func waiting(_ work: WaitingWork, limit: Int) async throws -> (lines: [CaseLine], total: Int) {
        let (condition, order): (SQL, SQL) = ("\(work.condition())\(butHidden())", work.order)
        return try await database.read { connection in
            let lines = try connection.run(
                """
                SELECT \(columns) FROM case_file c WHERE c.organisation = \(organisation.id) AND \(condition)
                ORDER BY \(order) LIMIT \(limit)
                """
            ).map(CaseLine.init)
            if lines.count < limit { return (lines, lines.count) }
            let total = try connection.run(
                "SELECT COUNT(*) FROM case_file c WHERE c.organisation = \(organisation.id) AND \(condition)"
            )[0].integer(0)
            return (lines, total)
        }
    }
}

extension WaitingWork {
    /// The most pressing first: what nobody handles by when it came, what only waits for closing by when it was answered.
    fileprivate var order: SQL {
        switch self {
        case .toAssign: "c.first_seq"
        case .toClose: "c.answered_at, c.first_seq"
        case .toThirdParty: "c.third_due, c.first_seq"
        default: "c.answer_due, c.first_seq"
        }
    }

    /// Which rows of `case_file` are of this kind. - Parameter c: what the table is called in the statement.
    func condition(on c: SQL = "c") -> SQL {
        let unanswered: SQL = "\(c).stage IN (\(Stage.whereDelayRuns))"
        return switch self {
        // What was taken over from an older register has its number before anybody here judges it.
        case .toQualify: "\(c).stage IN ('recue', 'enregistree') AND \(c).nature = ''"
        case .toRegister: "\(c).stage = 'recue' AND \(c).nature <> ''"
        case .toAssign: "\(c).stage IN ('enregistree', 'en-instruction') AND \(c).handler = '' AND \(c).nature <> ''"
        case .toClose: "\(c).stage = 'repondue'"
        case .alerting: "\(c).alert <> '' AND \(c).stage IN (\(Stage.whereOpen))"
        case .toComplete: "\(c).stage = 'a-completer'"
        case .contested: "\(c).stage = 'contestee'"
        case .unread:
            """
            EXISTS (SELECT 1 FROM unread u WHERE u.organisation = \(c).organisation AND u.case_file = \(c).id)
            """
        case .unacknowledged(let today):
            // What an older register was taken over from was acknowledged there or never: no act of ours could clear it.
            """
            \(unanswered) AND \(c).acknowledged_at = '' AND \(c).acknowledgement_due < \(today.description)
                AND NOT EXISTS (SELECT 1 FROM takeover t WHERE t.organisation = \(c).organisation
                    AND t.case_file = \(c).id)
            """
        case .toThirdParty(let last):
            "\(unanswered) AND \(c).third_due <> '' AND \(c).third_due <= \(last.description)"
        case .toAnswer(let first, let last):
            """
            \(unanswered) AND \(c).answer_due >= \(first?.description ?? "") AND \(c).answer_due <= \(last.description)
            """
        }
    }
}

extension Stage {
    /// The stages in which somebody has something to do, as a list for `IN`.
    static let whereOpen: SQL = "\(list: allCases.filter(\.isOpen).map { .text($0.rawValue) })"

    /// The stages in which the delay of the answer runs, as a list for `IN`: what is contested may be a complaint after all.
    static let whereDelayRuns: SQL =
        "\(list: allCases.filter { $0.awaitsAnswer || $0 == .contested }.map { .text($0.rawValue) })"
}
