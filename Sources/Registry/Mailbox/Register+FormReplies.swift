public import Complaints
import Storage

extension Register {
    /// How long an answer to whoever asked for the form is tried, in seconds, and how long it is known that they got one.
    static let formReplyLifetime = 24 * 3600

    /// Answers a mail that asks for the form, once a day and address, in one transaction with the ledger's word of it.
    public func reply(to mail: PendingMail, _ reading: IncomingMail, _ sorting: MailSorting) async throws {
        let (id, now) = (world.identifier(), world.now())
        try await database.write(scope) { connection in
            guard try sort(mail.id, as: sorting, in: connection), let recipient = reading.sender?.address else {
                return
            }
            try keepReply(id, to: recipient, answering: reading.messageID ?? "", now, in: connection)
        }
    }

    /// Keeps an answer, unless that address has had one within a day (S-71).
    func keepReply(
        _ id: String,
        to recipient: String,
        answering messageID: String,
        _ now: Instant,
        in connection: any Connection
    ) throws {
        let mailbox = Self.mailbox(of: recipient)
        let yesterday = now.adding(seconds: -Self.formReplyLifetime).description
        let recent = try connection.run(
            """
            SELECT 1 FROM form_reply WHERE organisation = \(organisation.id) AND mailbox = \(mailbox)
                AND created_at > \(yesterday) LIMIT 1
            """
        )
        guard recent.isEmpty else { return }
        try connection.run(
            """
            INSERT INTO form_reply (organisation, id, recipient, mailbox, answers, created_at, expires_at,
                next_attempt_at, settled_at)
            VALUES (\(organisation.id), \(id), \(recipient), \(mailbox), \(messageID), \(now.description),
                \(now.adding(seconds: Self.formReplyLifetime).description), \(now.description), '')
            """
        )
    }

    /// Takes the answer that has been due longest, so that no other server sends it meanwhile; nil where none is due.
    ///
    /// - Parameter seconds: how long no other server takes it: longer than an attempt can last.
    public func claimFormReply(for seconds: Int = Self.claimLifetime) async throws -> FormReply? {
        let now = world.now()
        return try await takeDue(
            of: "form_reply",
            where: "settled_at = '' AND expires_at > \(now.description)",
            at: now,
            for: seconds,
            returning: "id, recipient, answers, created_at"
        ) { row, _ in try FormReply(row) }
    }

    /// The relay took it, or never will: that it was written is known for a day.
    public func formReplySettled(_ reply: FormReply) async throws {
        let now = world.now().description
        try await database.write(scope) { connection in
            try connection.run(
                "UPDATE form_reply SET settled_at = \(now) WHERE organisation = \(organisation.id) AND id = \(reply.id)"
            )
        }
    }

    /// The relay could not take it now: it is tried again a minute later.
    public func formReplyDeferred(_ reply: FormReply) async throws { try await putOff(reply.id, in: "form_reply") }
}

extension FormReply {
    /// Forgets an organisation's answers of more than a day ago.
    static func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM form_reply WHERE organisation = \(organisation) AND expires_at <= \(now.description)"
        )
    }

    fileprivate init(_ row: Row) throws {
        guard let instant = Instant(try row.text(3)) else {
            throw StorageError.failed("an answer to a mail cannot be read")
        }
        self.init(id: try row.text(0), recipient: try row.text(1), answers: try row.text(2), instant: instant)
    }
}
