import Complaints

/// What reaches us, with all that its reception needs and that is known before its transaction: hour, chance, digests.
struct Arrival: Sendable {
    /// A form, as the database knows it.
    struct Form: Sendable {
        /// What it is known by.
        let digest: [UInt8]
        /// What must be the same when it comes again.
        let body: [UInt8]
        /// The tracking secret, sealed for whoever sent it.
        let sealedSecret: [UInt8]?
    }

    var intake: Register.Intake
    let id: CaseFile.ID
    let signature: Signature
    /// When it reached us, as its case file says it: of what staff enter, the day that they say.
    let receivedAt: Instant
    let draws: Draws
    let form: Form?
    /// The digest that the tracking secret is looked up by.
    let secret: [UInt8]?

    init(_ intake: Register.Intake, in world: World) throws {
        guard let id = CaseFile.ID(world.identifier()) else { throw Register.Failure.unknown }
        self.intake = intake
        self.id = id
        signature = Signature(by: intake.author, at: world.now())
        receivedAt = intake.transcription?.arrival(enteredAt: signature.instant) ?? signature.instant
        draws = Draws(from: world)
        form = try intake.submission.map { submission in
            Form(
                digest: submission.digest,
                body: intake.bodyDigest,
                sealedSecret: try intake.secret.map { try submission.seal($0) }
            )
        }
        secret = intake.secret?.fingerprint
    }

    /// The civil year in Paris, in which it gets its mark.
    var year: Int { signature.day.year }
}
