import Complaints

extension LetterPen {
    /// How to contest a requalification: by answering this letter or by post, once.
    var contesting: [LetterBlock] {
        let online = followUp.map { paragraph("letters.requalification.contest.follow", ["address": $0]) }
        return [
            heading("letters.requalification.contest"), paragraph("letters.requalification.contest.text"), online,
            contact,
        ].compactMap(\.self)
    }

    /// A contest was examined and the judgement stays, with the reason, who looked at it, and where the person may turn as
    /// the decision says.
    var contestMaintained: [LetterBlock] {
        let nature = file.qualification?.nature ?? .complaint
        var blocks = [
            greeting,
            examined,
            paragraph("letters.contestation-maintien.what", ["nature": words("is.\(nature.rawValue)")]),
            heading("letters.contestation.why"),
            .paragraph(file.contestDecision?.reason ?? ""),
            heading("letters.contestation.next"),
            paragraph("letters.contestation-maintien.next"),
        ]
        if let recourse = file.contestDecision?.recourse {
            blocks += [heading("letters.recourse"), paragraph("letters.recourse.free")] + forMinors
            blocks += self.blocks(of: recourse, consumer: file.qualification?.consumer)
        }
        return blocks + [contact]
    }

    /// A contest was examined and it is a complaint after all, with what happens now.
    var contestReinstated: [LetterBlock] {
        let next =
            file.number == nil ? "letters.contestation-reclamation.next" : "letters.contestation-reclamation.again"
        return [
            greeting,
            examined,
            paragraph("letters.contestation-reclamation.what"),
            heading("letters.contestation.why"),
            .paragraph(file.contestDecision?.reason ?? ""),
            heading("letters.contestation.next"),
            paragraph(next),
            answerDue,
            contact,
        ]
    }

    /// That it was looked at again, and by whom: where the provider had nobody else, the letter declares it.
    private var examined: LetterBlock {
        let isAlone = file.contestDecision?.isAlone == true
        let key = isAlone ? "letters.contestation.examined.alone" : "letters.contestation.examined"
        return paragraph(key, ["contested": file.contest.map { FrenchDates.long($0.on) } ?? ""])
    }
}
