public import Complaints
import Mail

extension LetterWriter {
    /// The daily letter: numbers, stages and dates, each with its link. No name, nothing of a complaint, since mail goes
    /// about in the open.
    public func compose(_ letter: DailyLetter, under procedure: Procedure) -> ComposedLetter {
        let dispatch = Dispatch(
            provider: procedure.provider,
            id: letter.id,
            recipient: EmailAddress(letter.recipient),
            instant: letter.instant,
            automation: .generated
        )
        return compose(sheet(of: letter, under: procedure), dispatch)
    }

    /// The same before it is put into a message.
    func sheet(of letter: DailyLetter, under procedure: Procedure) -> LetterSheet {
        let lines = Array(letter.lines.prefix(Self.mostLines))
        let rest = letter.lines.count - lines.count
        let more = rest > 0 ? [LetterBlock.paragraph(press.count(rest, "notices.jour.more"))] : []
        let links = [("link", Path.dashboard), ("account", Path.account)].map { code, path in
            LetterFact(name: press.words("notices.jour.\(code)"), value: publicAddress + path)
        }
        return sheet(
            from: procedure.provider,
            at: letter.instant,
            subject: press.count(letter.lines.count, "notices.jour.subject", ["day": FrenchDates.long(letter.day)]),
            blocks: [
                .paragraph(press.words("letters.greeting")), .paragraph(press.words("notices.jour.some")),
                .facts(lines.map(fact)),
            ] + more + [.facts(links), .paragraph(press.words("notices.jour.why"))]
        )
    }

    /// How many cases one has at most: the others are a link away.
    private static let mostLines = 60

    private func fact(_ line: DailyLetter.Line) -> LetterFact {
        let matter = press.words("notices.jour.\(line.matter.rawValue)", ["day": FrenchDates.long(line.day)])
        let name = press.words(
            line.isStandIn ? "notices.jour.line.stand-in" : "notices.jour.line",
            ["number": line.identifier, "stage": press.words("stage.\(line.stage.rawValue)"), "matter": matter]
        )
        return LetterFact(name: name, value: publicAddress + Path.caseFile(line.identifier))
    }
}
