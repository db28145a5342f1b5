public import Complaints
import Storage

extension Register {
    /// How many cases are watched at most, those that are due first.
    static let mostWatched = 2_000

    /// The cases that something is awaited of, with their dates, as their reader may see them; those that are due first.
    public func watchedCases() async throws -> [WatchedCase] {
        let rows = try await database.read { connection in
            try connection.run(
                """
                SELECT \(columns), CASE WHEN EXISTS (SELECT 1 FROM takeover t WHERE t.organisation = c.organisation
                    AND t.case_file = c.id) THEN 1 ELSE 0 END
                FROM case_file c WHERE c.organisation = \(organisation.id)
                    AND (c.stage IN (\(Stage.whereDelayRuns)) OR c.stage = \(Stage.inMediation.rawValue))\(butHidden())
                ORDER BY c.answer_due, c.first_seq LIMIT \(Self.mostWatched)
                """
            ).map { (line: try CaseLine($0), isTakenOver: try $0.integer($0.count - 1) == 1) }
        }
        var cases: [WatchedCase] = []
        for (line, isTakenOver) in rows { cases.append(try await watched(line, isTakenOver: isTakenOver)) }
        return cases
    }

    /// What a line does not know, since nothing has changed the file for long, the file says.
    ///
    /// - Parameter isTakenOver: whether an older register told of it: it was acknowledged there, or never.
    private func watched(_ line: CaseLine, isTakenOver: Bool) async throws -> WatchedCase {
        let isAwaited = line.stage == .incomplete
        let isKnown = line.startedOn != nil && (line.askedOn != nil || !isAwaited)
        let file = isKnown ? nil : try await caseFile(line.id)
        let isMediationShown = reader?.readsMediation ?? true
        return WatchedCase(
            id: line.id,
            identifier: line.identifier,
            stage: line.stage,
            handler: line.handler,
            isQualified: line.isQualified,
            startedOn: line.startedOn ?? file?.startedOn ?? line.receivedAt.civilDate,
            answer: Deadline(target: line.answerTarget, due: line.answerDue),
            acknowledgement: line.acknowledgedAt == nil && !isTakenOver ? line.acknowledgementDue : nil,
            thirdParty: line.thirdParty?.due,
            mediation: isMediationShown ? line.mediation : [],
            askedOn: isAwaited ? line.askedOn ?? file?.completionAskedOn : nil
        )
    }
}
