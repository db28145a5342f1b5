public import Complaints
import Mail

extension LetterWriter {
    /// The weekly letter: how the service stands, in numbers and dates. No name, nothing of a complaint, since mail goes
    /// about in the open.
    public func compose(_ letter: WeeklyLetter, under procedure: Procedure) -> ComposedLetter {
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
    func sheet(of letter: WeeklyLetter, under procedure: Procedure) -> LetterSheet {
        let pressing = letter.lines.pressing.mostPressingFirst
        let greeting = LetterBlock.paragraph(press.words("letters.greeting"))
        let found: [LetterBlock] =
            pressing.isEmpty
            ? [.paragraph(press.words("notices.semaine.quiet"))]
            : [.paragraph(press.words("notices.semaine.some")), .facts(pressing.map(fact))]
        let links = [("link", Path.upkeep), ("account", Path.account)].map { code, path in
            LetterFact(name: press.words("notices.semaine.\(code)"), value: publicAddress + path)
        }
        return sheet(
            from: procedure.provider,
            at: letter.instant,
            subject: press.count(
                pressing.count,
                "notices.semaine.subject",
                ["week": FrenchDates.long(letter.week)]
            ),
            blocks: [greeting] + found + [.facts(links), .paragraph(press.words("notices.semaine.why"))]
        )
    }

    private func fact(_ line: UpkeepLine) -> LetterFact {
        let condition = press.words("notices.semaine.\(line.condition.rawValue)")
        let name = press.words(
            "notices.semaine.thing",
            ["title": press.title(of: line.subject), "condition": condition]
        )
        return LetterFact(
            name: name,
            value: [press.sentence(line), press.todo(line)].compactMap(\.self).joined(separator: " ")
        )
    }
}
