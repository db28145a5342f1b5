import Complaints

extension LetterPen {
    /// Demande d'informations complémentaires, before registration (procedure §5; R-08).
    var completionRequest: [LetterBlock] {
        var asked: CompletionRequest?
        for case .completionRequested(let request) in file.entries.map(\.event) { asked = request }
        var blocks = [greeting, paragraph("letters.demande-complements.why")]
        if let missing = asked?.missing, !missing.isEmpty {
            blocks += [
                paragraph("letters.demande-complements.missing"),
                .list(missing.map { words("ask.\($0.rawValue)") }),
            ]
        }
        if let message = asked?.message.nonEmpty {
            blocks += [paragraph("letters.demande-complements.message"), .paragraph(message)]
        }
        blocks.append(paragraph("letters.demande-complements.how"))
        if let followUp { blocks.append(paragraph("letters.demande-complements.follow", ["address": followUp])) }
        return blocks + [
            paragraph("letters.demande-complements.dates"),
            paragraph("letters.thanks"),
        ]
    }

    /// Notice that the complaint is judged not to be one, with the reason and how to contest it (procedure §1; R-07).
    var requalification: [LetterBlock] {
        let nature = file.qualification?.nature ?? .complaint
        return [
            greeting,
            paragraph("letters.requalification.what", ["nature": words("is.\(nature.rawValue)")]),
            heading("letters.requalification.why"),
            .paragraph(file.qualification?.reason ?? ""),
            heading("letters.requalification.next"),
            paragraph("letters.requalification.next.\(file.number == nil ? "text" : "registered")"),
        ] + contesting
    }

    /// Notice of entry in the Registre des Réclamations (procedure §5; R-15).
    var registration: [LetterBlock] {
        let missing = request.procedure.completeness.missing(from: file.completed)
        let done: [LetterBlock] =
            missing.isEmpty
            ? [paragraph("letters.inscription.done")]
            : [paragraph("letters.inscription.asItIs"), .list(missing.map { words("ask.\($0.rawValue)") })]
        return [greeting] + done + [
            .facts(
                [
                    fact("letters.inscription.number", file.number?.description ?? ""),
                    fact("letters.inscription.received", FrenchDates.long(file.receivedAt.civilDate)),
                ].compactMap(\.self)
            ),
            paragraph("letters.inscription.next"),
            answerDue,
            paragraph(missing.isEmpty ? "letters.inscription.more" : "letters.inscription.asItIs.more"),
        ]
    }

    /// By when the answer comes. No letter promises a day that is past: it says so, and that another will be given (R-30).
    var answerDue: LetterBlock {
        let due = file.due.answer.due
        let state = due < request.instant.civilDate ? "late" : "due"
        return paragraph("letters.inscription.\(state)", ["due": FrenchDates.long(due)])
    }

    /// Lettre d'attente, with the reason and the new date (R-30).
    var holdingReply: [LetterBlock] {
        [
            greeting,
            paragraph("letters.attente.late"),
            .paragraph(file.extensions.last?.reason ?? ""),
            .facts([fact("letters.attente.until", FrenchDates.long(file.due.answer.due))].compactMap(\.self)),
            paragraph("letters.attente.meanwhile"),
            paragraph("letters.attente.sorry"),
        ]
    }

    /// Notice of closing, with the satisfaction question where it has not been asked before (R-42).
    var closing: [LetterBlock] {
        let notice = [
            greeting,
            paragraph("letters.cloture.closed"),
            paragraph("letters.cloture.kept"),
            paragraph("letters.cloture.again"),
        ]
        return file.asksSatisfaction ? notice + satisfaction : notice
    }

    private var satisfaction: [LetterBlock] {
        [
            heading("letters.cloture.question"),
            paragraph("letters.cloture.question.text"),
            .list(Satisfaction.Mark.allCases.map { words("satisfaction.\($0.rawValue)") }),
            paragraph("letters.cloture.question.how"),
        ]
    }
}
