public import Complaints
import Mail

extension LetterWriter {
    /// A notice with the link by which somebody of the provider chooses a password (S-55). Nothing is in it but the provider's
    /// name and the link: not even whose account it is, since an address may be mistyped.
    public func compose(_ notice: AccountNotice, under procedure: Procedure) -> ComposedLetter {
        let dispatch = Dispatch(
            provider: procedure.provider,
            id: notice.id,
            recipient: EmailAddress(notice.recipient),
            instant: notice.instant,
            automation: .generated
        )
        return compose(sheet(of: notice, under: procedure), dispatch)
    }

    /// The same before it is put into a message.
    func sheet(of notice: AccountNotice, under procedure: Procedure) -> LetterSheet {
        let provider = procedure.provider
        let link = LetterFact(
            name: press.words("notices.compte.link"),
            value: "\(publicAddress)\(Path.invitation(notice.link))"
        )
        let holes = ["provider": provider.name, "until": FrenchDates.long(notice.expiry)]
        let paragraph = { (key: String) in LetterBlock.paragraph(press.words("notices.\(key)", holes)) }
        return sheet(
            from: provider,
            at: notice.instant,
            subject: press.words("notices.compte.\(notice.kind.rawValue).subject", holes),
            blocks: [
                .paragraph(press.words("letters.greeting")), paragraph("compte.\(notice.kind.rawValue).text"),
                .facts([link]), paragraph("compte.how"), paragraph("compte.notYou"),
            ]
        )
    }
}
