public import Complaints
import Mail

extension LetterWriter {
    /// A notice about the way into a case file, or an alert. The address may be anybody's who once gave it: nothing that
    /// somebody else wrote is in it, nor what it is about, and never the tracking secret itself (S-43, S-45).
    public func compose(_ notice: Notice, under procedure: Procedure) -> ComposedLetter {
        let dispatch = Dispatch(
            provider: procedure.provider,
            id: notice.id,
            recipient: EmailAddress(notice.recipient),
            instant: notice.instant,
            automation: .replied
        )
        return compose(sheet(of: notice, under: procedure), dispatch)
    }

    /// The same before it is put into a message.
    func sheet(of notice: Notice, under procedure: Procedure) -> LetterSheet {
        let provider = procedure.provider
        return sheet(
            from: provider,
            at: notice.instant,
            subject: press.words(
                "notices.\(notice.kind.rawValue).subject",
                ["reference": notice.reference?.description ?? ""]
            ),
            blocks: blocks(of: notice, provider)
        )
    }

    private func blocks(of notice: Notice, _ provider: Provider) -> [LetterBlock] {
        let holes = [
            "reference": notice.reference?.description ?? "", "at": FrenchDates.long(notice.instant),
            "reply": LetterPen.reply(to: provider, press),
        ]
        let paragraph = { (key: String) in LetterBlock.paragraph(press.words("notices.\(key)", holes)) }
        let greeting = LetterBlock.paragraph(press.words("letters.greeting"))
        switch notice.kind {
        case .secretLink:
            let address = "\(publicAddress)\(Path.secretLink(notice.link))"
            let link = LetterFact(name: press.words("notices.lien.link"), value: address)
            return [greeting, paragraph("lien.text"), .facts([link]), paragraph("lien.how"), paragraph("lien.notYou")]
        case .alert:
            return [greeting] + alert("alerte", Path.caseFile(notice.reference?.description ?? ""), holes)
        case .spokenAlert: return [greeting] + alert("alerte-parole", Path.discontent(notice.link), holes)
        case .secretReplaced:
            return [greeting, paragraph("code-remplace.text"), paragraph("code-remplace.notYou")]
        }
    }

    /// That something calls for its recipient, where it is, and why they are told. - Parameter path: where it is.
    private func alert(_ kind: String, _ path: String, _ holes: [String: String]) -> [LetterBlock] {
        let link = LetterFact(name: press.words("notices.\(kind).link"), value: "\(publicAddress)\(path)")
        return [
            .paragraph(press.words("notices.\(kind).text", holes)), .facts([link]),
            .paragraph(press.words("notices.\(kind).why", holes)),
        ]
    }
}
