public import Complaints
import Storage

extension Accounts {
    /// Keeps a notice with a link in the transaction that makes the link.
    func keep(
        _ id: String,
        _ kind: AccountNotice.Kind,
        _ sealedLink: [UInt8],
        to account: String,
        at instant: Instant,
        until expiry: Instant,
        in connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO account_notice (organisation, id, account, kind, sealed_link, created_at, expires_at,
                next_attempt_at)
            VALUES (\(organisation), \(id), \(account), \(kind.rawValue), \(sealedLink), \(instant.description),
                \(expiry.description), \(instant.description))
            """
        )
    }
}

extension Register {
    /// Takes the notice about an account that has been due longest, so that no other server sends it meanwhile; nil where
    /// none is due.
    ///
    /// - Parameter seconds: how long no other server takes it: longer than an attempt can last.
    public func claimAccountNotice(for seconds: Int = Self.claimLifetime) async throws -> AccountNotice? {
        let now = world.now()
        return try await takeDue(
            of: "account_notice",
            where: "expires_at > \(now.description)",
            at: now,
            for: seconds,
            returning: "id, account, kind, sealed_link, created_at, expires_at"
        ) { try notice($0, in: $1) }
    }

    private func notice(_ claimed: Row, in connection: any Connection) throws -> AccountNotice? {
        let (id, account) = (try claimed.text(0), try claimed.text(1))
        // Sealed beside another key file: nobody can send it any more, and it must not stand before the others.
        guard let link = try? key.links.link(try claimed.blob(3), of: account) else {
            try forget(id, from: "account_notice", in: connection)
            return nil
        }
        let row = try connection.run(
            "SELECT email FROM account WHERE organisation = \(organisation.id) AND id = \(account)"
        ).first
        guard let row, let kind = AccountNotice.Kind(rawValue: try claimed.text(2)),
            let instant = Instant(try claimed.text(4)), let expiry = Instant(try claimed.text(5))
        else { throw StorageError.failed("a notice about an account cannot be read") }
        return AccountNotice(
            id: id,
            kind: kind,
            recipient: try row.text(0),
            link: link,
            instant: instant,
            expiry: expiry
        )
    }

    /// The relay took a notice, or will never take it: it is forgotten.
    public func noticeSettled(_ notice: AccountNotice) async throws {
        try await database.write(scope) { try forget(notice.id, from: "account_notice", in: $0) }
    }

    /// The relay could not take a notice now: it is tried again, a minute later, as long as its link is good.
    public func noticeDeferred(_ notice: AccountNotice) async throws {
        try await putOff(notice.id, in: "account_notice")
    }
}
