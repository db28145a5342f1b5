public import Complaints
import Storage

/// A program that is told of what happens, as its page shows it. Its secret is not in it.
public struct SubscriberRecord: Sendable, Hashable {
    public let id: String
    public let subscription: Subscription
    public let state: SubscriberState
    /// Since when nothing has arrived there; nil where what went last did.
    public let failingSince: Instant?
    /// Until when what is sent is signed with the former secret, too; nil where there is none.
    public let formerUntil: Instant?

    /// The columns that `init(_:)` reads, of `subscriber s`.
    static let columns: SQL = "s.id, s.name, s.address, s.events, s.state, s.failing_since, s.former_until"

    init(_ row: Row) throws {
        guard let address = SubscriberAddress(try row.text(2)), let state = SubscriberState(rawValue: try row.text(4))
        else { throw StorageError.failed("a subscriber's row cannot be read") }
        id = try row.text(0)
        let events = try row.text(3).split(separator: " ").compactMap { AnnouncedEvent(rawValue: String($0)) }
        subscription = Subscription(name: try row.text(1), address: address, events: Set(events))
        self.state = state
        failingSince = Instant(try row.text(5))
        formerUntil = Instant(try row.text(6))
    }
}

/// Why nothing was done about a program that is told of what happens.
public enum SubscriberRefusal: Error, Sendable, Hashable {
    /// There are as many as there may be.
    case tooMany(most: Int)
    /// Nothing is sent to one that is stopped.
    case isStopped
    /// The announcement was not given up.
    case hasNotFailed
}

/// A setting of such a program before and after; empty where there was, or is, none.
public struct SubscriberChange: Sendable, Hashable {
    public let at: Instant
    /// The account whose hand it was; `server` where the server stopped it.
    public let author: String
    /// What the program was called then.
    public let name: String
    public let setting: SubscriberSetting
    public let former: String
    public let present: String

    /// The author where it was the server.
    public static let server = AccessEntry.server
}

/// What one program was sent, as its page lists it: nothing of the case file that it was about.
public struct AnnouncementRecord: Sendable, Hashable {
    public let id: String
    /// What it was about; nil for a trial.
    public let event: AnnouncedEvent?
    public let happenedAt: Instant
    public let state: AnnouncementState
    /// How often it was tried.
    public let attempts: Int
    /// The status that the program answered last; nil where it has answered nothing.
    public let status: Int?
    public let trouble: AnnouncementTrouble?

    /// How long one is kept, in days.
    static let daysKept = 30

    init(_ row: Row) throws {
        guard let happenedAt = Instant(try row.text(2)), let state = AnnouncementState(rawValue: try row.text(3))
        else { throw StorageError.failed("an announcement's row cannot be read") }
        id = try row.text(0)
        event = AnnouncedEvent(rawValue: try row.text(1))
        self.happenedAt = happenedAt
        self.state = state
        attempts = try row.integer(4)
        let status = try row.integer(5)
        self.status = status == 0 ? nil : status
        trouble = AnnouncementTrouble(rawValue: try row.text(6))
    }

    /// Forgets those of a month ago that wait no more, and secrets whose day is over.
    static func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        let oldest = now.adding(seconds: -daysKept * 24 * 3600).description
        try connection.run(
            """
            DELETE FROM announcement
            WHERE organisation = \(organisation) AND happened_at < \(oldest) AND state <> 'attente'
            """
        )
        try connection.run(
            """
            UPDATE subscriber SET former_secret = NULL, former_until = ''
            WHERE organisation = \(organisation) AND former_until <> '' AND former_until <= \(now.description)
            """
        )
    }
}
