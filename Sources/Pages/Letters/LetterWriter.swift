public import Complaints
public import Mail

/// Writes the letters of the procedure. Pure: the same request always gives the same bytes, so that what is kept
/// in the case file is what was sent.
public struct LetterWriter: Sendable {
    let press: Press
    let sender: EmailAddress
    let publicAddress: String

    /// - Parameters:
    ///   - sender: the address that letters come from; its domain ends their identifiers.
    ///   - publicAddress: what the addresses of the public pages begin with, without a slash at the end.
    public init(press: Press, sender: EmailAddress, publicAddress: String) {
        self.press = press
        self.sender = sender
        self.publicAddress = publicAddress
    }

    /// The letter that a request asks for. Without a usable e-mail address it has no recipient and no message: it is
    /// for paper.
    public func compose(_ request: LetterRequest) -> ComposedLetter {
        let provider = request.procedure.provider
        let reply = EmailAddress(provider.email).flatMap { $0 == sender ? nil : $0 }
        let dispatch = Dispatch(
            provider: provider,
            id: request.id,
            recipient: request.recipient,
            instant: request.instant,
            automation: request.kind.automation,
            replyTo: reply.map { Mailbox(name: provider.name, address: $0) },
            inReplyTo: request.caseFile.letters.first.flatMap { $0.id == request.id ? nil : identifier($0.id) }
        )
        return compose(sheet(of: request), dispatch)
    }

    /// A letter before it is put into a message; with the addressee where it is for paper.
    func sheet(of request: LetterRequest) -> LetterSheet {
        let isOnPaper = request.recipient == nil
        return LetterPen(request: request, press: press, site: publicAddress, isOnPaper: isOnPaper).sheet
    }

    /// A notice before it is put into a message. It has no addressee: the address may be anybody's.
    func sheet(
        from provider: Provider,
        at instant: Instant,
        subject: String,
        blocks: [LetterBlock]
    ) -> LetterSheet {
        LetterSheet(
            sender: [provider.name] + provider.postalAddress.lines,
            addressee: [],
            date: press.words("letters.date", ["today": FrenchDates.long(instant.civilDate)]),
            subject: subject,
            blocks: blocks,
            signature: [provider.name]
        )
    }

    /// How what is written leaves.
    struct Dispatch {
        let provider: Provider
        /// Of the letter or notice; its message is named after it.
        let id: String
        /// Nil for paper.
        let recipient: EmailAddress?
        let instant: Instant
        let automation: Message.Automation?
        var replyTo: Mailbox?
        var inReplyTo: MessageID?
    }

    /// A sheet as it is kept and sent; without a recipient, or a usable identifier, it has no message.
    func compose(_ sheet: LetterSheet, _ dispatch: Dispatch) -> ComposedLetter {
        let text = sheet.text(subjectLine: press.words("letters.subjectLine", ["subject": sheet.subject]))
        let mail = message(of: sheet, text, dispatch)
        return ComposedLetter(
            recipient: mail?.to.address.text,
            subject: sheet.subject,
            text: text,
            message: mail?.bytes ?? []
        )
    }

    private func message(of sheet: LetterSheet, _ text: String, _ dispatch: Dispatch) -> Message? {
        guard let recipient = dispatch.recipient, let id = identifier(dispatch.id) else { return nil }
        return Message(
            from: Mailbox(name: dispatch.provider.name, address: sender),
            to: Mailbox(address: recipient),
            replyTo: dispatch.replyTo,
            subject: sheet.subject,
            secondsSince1970: Int(dispatch.instant.secondsSince1970),
            id: id,
            inReplyTo: dispatch.inReplyTo,
            automation: dispatch.automation,
            text: text,
            html: LetterHTML(sheet, colon: press.words("letters.colon")).text
        )
    }

    private func identifier(_ letter: String) -> MessageID? { MessageID("\(letter)@\(sender.domain)") }
}

extension LetterRequest {
    /// Whom the letter goes to by e-mail; nil where it is for paper.
    fileprivate var recipient: EmailAddress? { caseFile.email.flatMap { EmailAddress($0) } }
}

extension LetterKind {
    /// Why it leaves without a person writing it; an answer is written by one (RFC 3834).
    fileprivate var automation: Message.Automation? {
        switch self {
        case .acknowledgement: .replied
        case .completionRequest, .requalification, .contestMaintained, .contestReinstated, .registration,
            .holdingReply, .closing:
            .generated
        case .answer: nil
        }
    }
}
