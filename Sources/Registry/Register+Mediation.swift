public import Complaints
import Storage

extension Register {
    /// Cases before a mediator where something is due no later than a day, the most pressing first.
    public func mediationsDue(through last: CivilDate, limit: Int = 500) async throws -> [CaseLine] {
        let day = last.description
        let lines = try await database.read { connection in
            try connection.run(
                """
                SELECT \(columns) FROM case_file c
                WHERE c.organisation = \(organisation.id) AND c.stage = \(Stage.inMediation.rawValue)
                    AND (c.reply_due > '' AND c.reply_due <= \(day) OR c.mediator_due > '' AND c.mediator_due <= \(day))\(butHidden())
                ORDER BY CASE WHEN c.mediator_due <> '' AND (c.reply_due = '' OR c.mediator_due < c.reply_due)
                    THEN c.mediator_due ELSE c.reply_due END, c.reference_year, c.reference_ordinal LIMIT \(limit)
                """
            ).map(CaseLine.init)
        }
        return lines.enumerated().sorted { one, other in
            let (first, second) = (one.element.mediation.first, other.element.mediation.first)
            guard let first, let second, first != second else { return one.offset < other.offset }
            return first < second
        }.map(\.element)
    }
}
