public import Complaints
import Mail

extension LetterWriter {
    /// The answer to a mail that asks for the form: where it is, on the screen and on paper. Nothing that somebody else wrote
    /// is in it (S-43).
    public func compose(_ reply: FormReply, under procedure: Procedure) -> ComposedLetter {
        let dispatch = Dispatch(
            provider: procedure.provider,
            id: reply.id,
            recipient: EmailAddress(reply.recipient),
            instant: reply.instant,
            automation: .replied,
            inReplyTo: MessageID(reply.answers)
        )
        return compose(sheet(of: reply, under: procedure), dispatch)
    }

    /// The same before it is put into a message.
    func sheet(of reply: FormReply, under procedure: Procedure) -> LetterSheet {
        let holes = ["provider": procedure.provider.name, "reply": LetterPen.reply(to: procedure.provider, press)]
        let paragraph = { (key: String) in LetterBlock.paragraph(press.words("notices.formulaire.\(key)", holes)) }
        let addresses = [("form", Path.complaint), ("leaflet", Path.leaflet), ("procedure", Path.procedure)].map {
            LetterFact(name: press.words("notices.formulaire.\($0.0)"), value: "\(publicAddress)\($0.1)")
        }
        return sheet(
            from: procedure.provider,
            at: reply.instant,
            subject: press.words("notices.formulaire.subject", holes),
            blocks: [
                .paragraph(press.words("letters.greeting")), paragraph("text"), .facts(addresses), paragraph("paper"),
                paragraph("already"), paragraph("robot"),
            ]
        )
    }
}
