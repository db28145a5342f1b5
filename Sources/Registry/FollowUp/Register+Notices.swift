public import Complaints
import Storage

extension Register {
    /// Keeps a notice in the transaction that calls for it. One without a recipient goes to nobody, and is forgotten with
    /// the others.
    ///
    /// - Parameter seconds: how long it is worth sending.
    func keep(_ notice: Notice, for seconds: Int, in connection: any Connection) throws {
        let at = notice.instant
        try connection.run(
            """
            INSERT INTO notice (organisation, id, kind, recipient, reference, link, created_at, expires_at,
                next_attempt_at, attempts)
            VALUES (\(organisation.id), \(notice.id), \(notice.kind.rawValue), \(notice.recipient),
                \(notice.reference?.description ?? ""), \(notice.link), \(at.description),
                \(at.adding(seconds: seconds).description), \(at.description), 0)
            """
        )
    }

    /// Takes the notice that has been due longest, so that no other server sends it meanwhile; nil where none is due.
    ///
    /// - Parameter seconds: how long no other server takes it: longer than an attempt can last.
    public func claimNotice(for seconds: Int = Self.claimLifetime) async throws -> Notice? {
        let now = world.now()
        return try await takeDue(
            of: "notice",
            where: "recipient <> '' AND expires_at > \(now.description)",
            at: now,
            for: seconds,
            counting: true,
            returning: "id, kind, recipient, reference, link, created_at"
        ) { row, _ in try Notice(row) }
    }

    /// The relay took a notice, or will never take it: it is forgotten.
    public func noticeSettled(_ notice: Notice) async throws {
        try await database.write(scope) { try forget(notice.id, from: "notice", in: $0) }
    }

    /// The relay could not take a notice now: it is tried again, a minute later, as long as it is worth it.
    public func noticeDeferred(_ notice: Notice) async throws { try await putOff(notice.id, in: "notice") }
}

extension Notice {
    /// Forgets an organisation's notices that are worth nothing any more, and requests of more than a day ago.
    static func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM notice WHERE organisation = \(organisation) AND expires_at <= \(now.description)"
        )
        let yesterday = now.adding(seconds: -24 * 3600).description
        try connection.run(
            "DELETE FROM secret_request WHERE organisation = \(organisation) AND requested_at <= \(yesterday)"
        )
    }

    fileprivate init(_ row: Row) throws {
        let reference = ReceptionReference(try row.text(3))
        guard let kind = Kind(rawValue: try row.text(1)), let instant = Instant(try row.text(5)),
            reference != nil || kind == .spokenAlert
        else { throw StorageError.failed("a notice's row cannot be read") }
        self.init(
            id: try row.text(0),
            kind: kind,
            recipient: try row.text(2),
            reference: reference,
            link: try row.text(4),
            instant: instant
        )
    }
}
