public import Complaints
import Mail

extension LetterWriter {
    /// A notice with the link by which somebody of the provider chooses a password (S-55). Nothing is in it but the provider's
    /// name and the link: not even whose account it is, since an address may be mistyped.
    public func compose(_ notice: AccountNotice, under procedure: Procedure) -> ComposedLetter {
        let provider = procedure.provider
        let link = LetterFact(
            name: press.words("notices.compte.link"),
            value: "\(publicAddress)\(Path.invitation(notice.link))"
        )
        let holes = ["provider": provider.name, "until": FrenchDates.long(notice.expiry)]
        let paragraph = { (key: String) in LetterBlock.paragraph(press.words("notices.\(key)", holes)) }
        let sheet = LetterSheet(
            sender: [provider.name] + provider.postalAddress.lines,
            addressee: [],
            date: press.words("letters.date", ["today": FrenchDates.long(notice.instant.civilDate)]),
            subject: press.words("notices.compte.\(notice.kind.rawValue).subject", holes),
            blocks: [
                .paragraph(press.words("letters.greeting")), paragraph("compte.\(notice.kind.rawValue).text"),
                .facts([link]), paragraph("compte.how"), paragraph("compte.notYou"),
            ],
            signature: [provider.name]
        )
        let text = sheet.text(subjectLine: press.words("letters.subjectLine", ["subject": sheet.subject]))
        let mail = message(of: sheet, text, notice, provider)
        return ComposedLetter(
            recipient: mail?.to.address.text,
            subject: sheet.subject,
            text: text,
            message: mail?.bytes ?? []
        )
    }

    private func message(
        of sheet: LetterSheet,
        _ text: String,
        _ notice: AccountNotice,
        _ provider: Provider
    ) -> Message? {
        guard let id = identifier(notice.id), let recipient = EmailAddress(notice.recipient) else { return nil }
        return Message(
            from: Mailbox(name: provider.name, address: sender),
            to: Mailbox(address: recipient),
            subject: sheet.subject,
            secondsSince1970: Int(notice.instant.secondsSince1970),
            id: id,
            automation: .generated,
            text: text,
            html: LetterHTML(sheet, colon: press.words("letters.colon")).text
        )
    }
}
