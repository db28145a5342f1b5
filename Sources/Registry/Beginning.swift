import Complaints

/// The first entry of a case file and all that follows from it, its acknowledgement among it, made for one mark under
/// one version of the procedure. Making it takes most of the work of a reception; writing it is left to the transaction.
struct Beginning: Sendable {
    let reference: ReceptionReference
    /// The version.
    let procedure: Int
    let line: LogLine
    let letter: KeptLetter
    /// The line of the lists; where the history stands in the log is still missing.
    let row: CaseRow
    /// The file, where it is open to few from the first: somebody is then told at once.
    let confidential: CaseFile?

    init(
        _ arrival: Arrival,
        as reference: ReceptionReference,
        under kept: KeptProcedure,
        in register: Register
    ) throws {
        let (intake, signature, procedure) = (arrival.intake, arrival.signature, kept.procedure)
        let reception = Reception(
            reference: reference,
            channel: intake.channel,
            sentOn: intake.sentOn,
            transcription: intake.transcription,
            original: intake.original,
            procedure: procedure.version,
            procedureDigest: kept.digest,
            due: procedure.dueDates(from: intake.start(signature.day)),
            restriction: intake.restriction ?? (intake.isConfidential ? procedure.confidence : nil),
            language: intake.language
        )
        let bare = Entry(
            event: .received(reception),
            signature: signature,
            caseFile: arrival.id,
            organisation: register.organisation.id
        )
        let request = LetterRequest(
            id: arrival.draws.letter,
            kind: .acknowledgement,
            caseFile: CaseFile(id: arrival.id, reception: reception, entry: bare),
            procedure: procedure,
            instant: signature.instant
        )
        letter = KeptLetter(id: request.id, kind: request.kind, content: register.compose(request))
        let entry = bare.carrying(letter.summary)
        line = try LogLine(entry, salt: arrival.draws.salt)
        let file = CaseFile(id: arrival.id, reception: reception, entry: entry)
        row = CaseRow(file, from: 0, to: 0)
        confidential = reception.restriction == nil ? nil : file
        self.reference = reference
        self.procedure = procedure.version
    }
}
