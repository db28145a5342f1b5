public import Complaints
import Crypto
import Storage

extension Register {
    /// What reaches us, before it has a mark.
    public struct Intake: Sendable {
        /// By which way.
        public var channel: Channel
        /// The day it was sent, where that is proven.
        public var sentOn: CivilDate?
        /// What the person wrote; `files` are uploads already staged.
        public var original: Original
        /// The form's identifier, where it came by the form.
        public var submission: Submission?
        /// The complainant's tracking secret, fresh; only its digest is kept.
        public var secret: TrackingSecret?
        /// Who entered it: the complainant, or staff for a letter or a call.
        public var author: Author

        public init(
            channel: Channel,
            sentOn: CivilDate? = nil,
            original: Original,
            submission: Submission? = nil,
            secret: TrackingSecret? = nil,
            author: Author = .complainant
        ) {
            self.channel = channel
            self.sentOn = sentOn
            self.original = original
            self.submission = submission
            self.secret = secret
            self.author = author
        }
    }

    /// That something was received, durably.
    public struct Receipt: Sendable, Equatable {
        /// The case file.
        public let caseFile: CaseFile.ID
        /// Its mark in the intake log.
        public let reference: ReceptionReference
        /// Where it stands in the log.
        public let seq: Int
        /// Whether the same form had already been received.
        public let isRepeat: Bool
    }

    /// Receives something: one transaction gives it its mark, its line in the log, and its acknowledgement.
    ///
    /// The same submission received again, at once or later, gives the same receipt and changes nothing (S-40). This is
    /// the only function that makes a receipt, and it does so after the commit is durable (S-63).
    ///
    /// - Throws: `Failure.differentSubmission` where the form's identifier came with other content; `StorageError`.
    public func receive(_ intake: Intake) async throws -> Receipt {
        let signature = Signature(by: intake.author, at: world.now())
        let draws = Draws(from: world)
        guard let id = CaseFile.ID(world.identifier()) else { throw Failure.unknown }
        let sealed = try intake.submission.flatMap { submission in
            try intake.secret.map { try submission.seal($0) }
        }
        return try await database.write(scope) { connection in
            if let earlier = try repeated(intake, in: connection) { return earlier }
            let procedure = try currentProcedure(in: connection)
            let year = signature.day.year
            let reference = ReceptionReference(year: year, ordinal: try next(in: .intake, year: year, connection))
            let reception = Reception(
                reference: reference,
                channel: intake.channel,
                sentOn: intake.sentOn,
                original: intake.original,
                procedure: procedure.version,
                procedureDigest: procedures.digest(of: procedure.version),
                due: procedure.dueDates(from: min(intake.sentOn ?? signature.day, signature.day))
            )
            try claim(intake.original.files, for: id, in: connection)
            let seq = try begin(id, reception, signature, draws, in: connection)
            try connection.run(intake.keys(organisation.id, id, seq, sealed, signature.instant))
            if let secret = intake.secret {
                try connection.run(
                    """
                    INSERT INTO tracking (organisation, secret_digest, case_file, created_at)
                    VALUES (\(organisation.id), \(secret.fingerprint), \(id.description), \(signature.instant.description))
                    """
                )
            }
            return Receipt(caseFile: id, reference: reference, seq: seq, isRepeat: false)
        }
    }
}
