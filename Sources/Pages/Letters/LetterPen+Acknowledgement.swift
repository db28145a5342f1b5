import Complaints

extension LetterPen {
    /// Accusé de réception. The address may be anybody's: nothing that the sender of the form wrote is in it,
    /// not even a name, and nothing secret (S-43, S-45).
    var acknowledgement: [LetterBlock] {
        arrival + [
            heading("letters.accuse.how"),
            .list([
                words("letters.accuse.how.complete"),
                words("letters.accuse.how.examined"),
                words("letters.accuse.how.answered"),
                words("letters.accuse.how.recourse"),
            ]),
            heading("letters.accuse.when"),
            .facts(dueDates),
            paragraph("letters.accuse.when.longer"),
            heading("letters.accuse.contact"),
            contact,
            heading("letters.accuse.data"),
            paragraph("letters.accuse.data.text"),
            .facts(
                [
                    fact("letters.accuse.notice", "\(site)\(Path.privacy)"),
                    followUp.flatMap { fact("letters.accuse.follow", $0) },
                    fact("letters.accuse.site", "\(site)\(Path.procedure)"),
                ].compactMap(\.self)
            ),
        ] + (isOnPaper ? [] : [paragraph("letters.accuse.notYou")])
    }

    /// That it has come; of what another complaint it was received apart; and, where it came in confidence, to whom it was
    /// handed over.
    private var arrival: [LetterBlock] {
        [
            paragraph("letters.greeting"),
            paragraph(file.isTimed ? "letters.accuse.received" : "letters.accuse.received.day"),
            file.partOf.map { paragraph("letters.accuse.part", ["whole": $0.description]) },
            confidant.map { paragraph("letters.accuse.confided", ["recipient": $0]) },
        ].compactMap(\.self)
    }

    private var dueDates: [LetterFact] {
        let delays = request.procedure.delays
        func counted(_ deadline: Deadline, _ delay: Delay) -> String {
            words(
                "letters.accuse.counted",
                ["date": FrenchDates.long(deadline.due), "delay": FrenchDates.delay(delay)]
            )
        }
        return [
            fact("letters.accuse.due.acknowledgement", counted(file.due.acknowledgement, delays.acknowledgement)),
            fact("letters.accuse.due.answer", counted(file.due.answer, delays.answer)),
        ].compactMap(\.self)
    }
}
