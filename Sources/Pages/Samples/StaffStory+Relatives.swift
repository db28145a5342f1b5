import Complaints

/// Noé's file among others: linked, and divided.
extension StaffStory {
    /// Linked with one that everybody opens, with one that is open to few, and for a while with a third; another complaint
    /// was received apart.
    static let related: [Event] = [
        .linked(CaseLink(with: mark(27), reason: "Même stage, même <b>caméra</b>.")),
        .linked(CaseLink(with: mark(28), reason: "Un témoin en parle.")),
        .linked(CaseLink(with: mark(29), reason: "Même formateur, semble-t-il.")),
        .unlinked(CaseLink(with: mark(29), reason: "C’était un autre formateur.")), .split(Splitting(into: mark(31))),
    ]

    /// A mail that was laid on it, and that belongs to another.
    static let misplaced: [Event] = {
        let mail = document("courriel.eml", "message/rfc822", 8_211)
        return [
            .amended(Amendment(text: "Courriel de zoe@exemple.fr.\n\nMa place <b>est prise</b>.", files: [mail])),
            .misplaced(Misplacement(to: mark(27), files: [mail.id])),
            .amended(Amendment(text: "Versé d’abord, par erreur, au dossier 2026-R-0031.\n\nMerci.")),
        ]
    }()

    /// What everybody knows of the other files, and who may open which.
    static let relatives = CaseRelatives(
        identifiers: [
            mark(19): "REC-2026-0007", mark(27): "REC-2026-0009", mark(28): "REC-2026-0010",
            mark(29): "2026-R-0029", mark(31): "2026-R-0031",
        ],
        open: [mark(19), mark(27), mark(29), mark(31)]
    )

    /// What else Noé's message held, received apart.
    static let part = receivedApart(nil)

    /// The same of a file that is open to few.
    static let closedPart = receivedApart(Restriction(ground: .safety, readers: ["camille", "ines"]))

    private static func receivedApart(_ restriction: Restriction?) -> CaseFile {
        let whole = file(.received)
        let reception = Reception(
            reference: mark(31),
            channel: whole.reception.channel,
            transcription: whole.transcriptionOfPart,
            original: Original(
                lastName: original.lastName,
                firstName: original.firstName,
                stakeholder: .trainee,
                email: original.email,
                subject: "Attestation",
                text: "  – je demande une attestation exacte 🎬."
            ),
            procedure: whole.reception.procedure,
            due: procedure.dueDates(from: whole.startedOn),
            restriction: restriction
        )
        let signature = Signature(by: .officer(manager), at: instant("2026-09-15T09:00:00Z"))
        let first = Entry(
            event: .received(reception),
            signature: signature,
            caseFile: file,
            organisation: "cine-atelier"
        )
        return CaseFile(id: file, reception: reception, entry: first)
    }

    private static func mark(_ ordinal: Int) -> ReceptionReference { ReceptionReference(year: 2026, ordinal: ordinal) }
}
