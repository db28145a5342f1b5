public import Complaints
import Storage

/// What the receipt page of a form shows, for half an hour, to whoever sent it.
public struct SubmissionReceipt: Sendable {
    /// The case file as received.
    public let caseFile: CaseFile
    /// Where the reception stands in the log.
    public let seq: Int
    /// The tracking secret, shown here and nowhere else.
    public let secret: TrackingSecret?
}

extension Register {
    /// Whether a form was received, whenever that was.
    public func hasReceived(_ submission: Submission) async throws -> Bool {
        try await database.read { connection in
            try !connection.run(
                """
                SELECT 1 FROM submission
                WHERE organisation = \(organisation.id) AND id_digest = \(submission.digest)
                """
            ).isEmpty
        }
    }

    /// The receipt of a form; nil when there is none, or its half hour is over (S-40, S-45).
    public func receipt(of submission: Submission) async throws -> SubmissionReceipt? {
        let oldest = world.now().adding(seconds: -Submission.receiptLifetime)
        return try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT case_file, seq, sealed_secret FROM submission
                WHERE organisation = \(organisation.id) AND id_digest = \(submission.digest)
                    AND created_at >= \(oldest.description)
                """
            )
            guard let row = rows.first, let id = CaseFile.ID(try row.text(0)) else { return nil }
            return SubmissionReceipt(
                caseFile: try load(id, in: connection).caseFile,
                seq: try row.integer(1),
                secret: try row.optionalBlob(2).flatMap(submission.open)
            )
        }
    }
}
