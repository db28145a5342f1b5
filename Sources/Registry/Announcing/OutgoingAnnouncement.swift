public import Complaints
import Storage

/// An announcement taken from the outbox, to be brought to its program.
public struct OutgoingAnnouncement: Sendable {
    /// The same however often it is tried.
    public let id: String
    let subscriber: String
    public let address: SubscriberAddress
    /// What happened; nil for a trial.
    public let event: AnnouncedEvent?
    /// The mark of the reception, the number in the register, and the stage that the case file came to; empty for a trial, and
    /// no number before there is one.
    public let reference, number, stage: String
    public let happenedAt: Instant
    /// When it was claimed: what it is signed with for this attempt.
    public let claimedAt: Instant
    /// How often it was tried, this time included.
    public let attempts: Int
    let triedSince: Instant
    /// Whether nothing reaches its program at the moment.
    public let isOfFailing: Bool
    private let secrets: [SigningSecret]

    /// What goes with a body as Standard Webhooks has it: identifier, time of the attempt, and a signature by each secret that
    /// is good.
    public func headers(of body: [UInt8]) -> [(name: String, value: String)] {
        let timestamp = Int(claimedAt.secondsSince1970)
        let signatures = secrets.map { $0.signature(id: id, timestamp: timestamp, body: body) }
        return [
            ("webhook-id", id), ("webhook-timestamp", String(timestamp)),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }

    /// The columns that `init(_:at:opening:)` reads, of `announcement a` and `subscriber s`.
    static let columns: SQL = """
        a.id, a.subscriber, s.address, a.event, a.reference, a.number, a.stage, a.happened_at, a.attempts, a.tried_since,
        s.secret, s.former_secret, s.former_until, s.failing_since
        """

    init(_ row: Row, at now: Instant, opening vault: AccountVault) throws {
        guard let address = SubscriberAddress(try row.text(2)), let happenedAt = Instant(try row.text(7)),
            let triedSince = Instant(try row.text(9))
        else { throw StorageError.failed("an announcement's row cannot be read") }
        id = try row.text(0)
        subscriber = try row.text(1)
        self.address = address
        event = AnnouncedEvent(rawValue: try row.text(3))
        (reference, number, stage) = (try row.text(4), try row.text(5), try row.text(6))
        self.happenedAt = happenedAt
        claimedAt = now
        attempts = try row.integer(8)
        self.triedSince = triedSince
        isOfFailing = try !row.text(13).isEmpty
        var sealed = [try row.blob(10)]
        if try row.text(12) > now.description, let former = try row.optionalBlob(11) { sealed.append(former) }
        let subscriber = subscriber
        secrets = try sealed.map { try vault.secret($0, of: subscriber) }
    }
}
