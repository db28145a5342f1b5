public import Complaints
import Storage

extension Register {
    /// What reaches us, before it has a mark.
    public struct Intake: Sendable {
        /// By which way.
        public var channel: Channel
        /// The day it was sent, where that is proven.
        public var sentOn: CivilDate?
        /// How it had reached us, where staff enter it.
        public var transcription: Transcription?
        /// What the person wrote; `files` are uploads already staged.
        public var original: Original
        /// Whether it is about whoever handles complaints, or about the management, by its author's own word: it is open to
        /// few from the first.
        public var isConfidential: Bool
        /// To whom alone it is open from the first for another reason: it was split off from a case that is.
        var restriction: Restriction?
        /// The language that its author chose on the public pages, where it is not French.
        public var language: Language?
        /// The form's identifier, where it came by the form.
        public var submission: Submission?
        /// Whether the uploads kept with the form were looked for. It spares a read where there is no sign of any: the
        /// transaction sees to it that there is none.
        public var knowsUploads: Bool
        /// The complainant's tracking secret, fresh; only its digest is kept.
        public var secret: TrackingSecret?
        /// Who entered it: the complainant, or staff for a letter or a call.
        public var author: Author

        public init(
            channel: Channel,
            sentOn: CivilDate? = nil,
            transcription: Transcription? = nil,
            original: Original,
            isConfidential: Bool = false,
            language: Language? = nil,
            submission: Submission? = nil,
            knowsUploads: Bool = true,
            secret: TrackingSecret? = nil,
            author: Author = .complainant
        ) {
            self.channel = channel
            self.sentOn = sentOn
            self.transcription = transcription
            self.original = original
            self.isConfidential = isConfidential
            self.language = language
            self.submission = submission
            self.knowsUploads = knowsUploads
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

    /// Receives something: one transaction gives it its mark, its line in the log, and its acknowledgement. All that can
    /// be made before it is, for the mark that it will probably get.
    ///
    /// The same submission received again, at once or later, gives the same receipt and changes nothing (S-40). This is
    /// the only function that makes a receipt, and it does so after the commit is durable (S-63).
    ///
    /// - Throws: `Refusal` for what staff cannot have received so; `Failure.differentSubmission` where the form's identifier
    ///   came with other content; `Failure.uploadsForgotten` where they were not looked for, and some are kept with its
    ///   form; `StorageError`.
    public func receive(_ intake: Intake) async throws -> Receipt {
        let arrival = try Arrival(intake, in: world)
        try intake.check(arrival.signature)
        let (promised, write) = try await enqueue(arrival)
        do {
            let begun = try await write.value()
            let given = begun.receipt.isRepeat ? nil : begun.receipt.reference
            forecast.settle(promised, given, under: begun.procedure)
            return begun.receipt
        } catch {
            forecast.settle(promised)
            throw error
        }
    }
}

extension Register.Intake {
    /// What an officer enters says how it came, and nothing else does.
    fileprivate func check(_ signature: Signature) throws(Refusal) {
        if let transcription { return try transcription.check(channel, sentOn: sentOn, original, signature) }
        if case .officer = author { throw .notAllowed }
    }

    /// The day that the delays are counted from: the earliest that is known.
    func start(_ today: CivilDate) -> CivilDate {
        [sentOn, transcription?.arrivedOn].compactMap(\.self).reduce(today, min)
    }
}
