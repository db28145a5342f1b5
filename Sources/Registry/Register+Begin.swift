import Complaints
import Storage

extension Register {
    /// Writes the first entry of a case file with its acknowledgement; returns its position in the log.
    func begin(
        _ id: CaseFile.ID,
        _ reception: Reception,
        _ signature: Signature,
        _ draws: Draws,
        in connection: any Connection
    ) throws -> Int {
        let event = Event.received(reception)
        let bare = Entry(event: event, signature: signature, caseFile: id, organisation: organisation.id)
        let letter = try KeptLetter(
            id: draws.letter,
            kind: .acknowledgement,
            content: compose(
                LetterRequest(
                    id: draws.letter,
                    kind: .acknowledgement,
                    caseFile: CaseFile(id: id, reception: reception, entry: bare),
                    procedure: procedure(reception.procedure, in: connection),
                    instant: signature.instant
                )
            )
        )
        let entry = bare.carrying(letter.summary)
        let caseFile = CaseFile(id: id, reception: reception, entry: entry)
        let seq = try append(entry, number: nil, salt: draws.salt, in: connection)
        try project(caseFile, from: seq, to: seq, in: connection)
        try keep(letter, of: caseFile, signature.instant, in: connection)
        return seq
    }
}
