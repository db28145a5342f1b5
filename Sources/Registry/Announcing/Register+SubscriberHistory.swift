import Complaints
import Storage

/// What was set of the programs that are told, and what they were sent.
extension Register {
    /// What was set, the latest first.
    public func subscriberChanges() async throws -> [SubscriberChange] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT changed_at, author, name, setting, former, present FROM subscriber_change
                WHERE organisation = \(organisation.id) ORDER BY changed_at DESC, subscriber, setting
                """
            ).map(SubscriberChange.init)
        }
    }

    /// What a program was sent, the latest first.
    public func announcements(to id: String, limit: Int = 50) async throws -> [AnnouncementRecord] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT id, event, happened_at, state, attempts, status, trouble FROM announcement
                WHERE organisation = \(organisation.id) AND subscriber = \(id)
                ORDER BY happened_at DESC, id LIMIT \(limit)
                """
            ).map(AnnouncementRecord.init)
        }
    }

    /// Sends a program a trial: it is about nothing, and tried once.
    ///
    /// - Throws: `SubscriberRefusal.isStopped`; `Failure.unknown`.
    public func sendTrial(to id: String) async throws {
        let now = world.now().description
        let trial = "\(id)-\(world.identifier())"
        try await database.write(scope) { connection in
            guard try subscriber(id, in: connection).state == .active else { throw SubscriberRefusal.isStopped }
            try connection.run(
                """
                INSERT INTO announcement (organisation, id, subscriber, event, case_file, reference, number, stage,
                    happened_at, state, tried_since, next_attempt_at)
                VALUES (\(organisation.id), \(trial), \(id), '', '', '', '', '', \(now), 'attente', \(now), \(now))
                """
            )
        }
    }

    /// Sends a program again what was given up: the same under the same identifier, tried anew.
    ///
    /// - Throws: `SubscriberRefusal`; `Failure.unknown` where it was sent nothing such.
    public func resend(_ announcement: String, to id: String) async throws {
        let now = world.now().description
        try await database.write(scope) { connection in
            guard try subscriber(id, in: connection).state == .active else { throw SubscriberRefusal.isStopped }
            let rows = try connection.run(
                """
                SELECT state FROM announcement
                WHERE organisation = \(organisation.id) AND subscriber = \(id) AND id = \(announcement)
                """
            )
            guard let row = rows.first else { throw Failure.unknown }
            guard try row.text(0) == AnnouncementState.failed.rawValue else { throw SubscriberRefusal.hasNotFailed }
            try connection.run(
                """
                UPDATE announcement SET state = 'attente', attempts = 0, tried_since = \(now), next_attempt_at = \(now),
                    claimed_until = '', trouble = '', status = 0
                WHERE organisation = \(organisation.id) AND id = \(announcement)
                """
            )
        }
    }

    /// Enters what is another now; nil for a program that is not there yet, or no more.
    func enter(
        _ present: Subscription?,
        instead former: Subscription?,
        of id: String,
        _ hand: SubscriberHand,
        in connection: any Connection
    ) throws {
        let name = present?.name ?? former?.name ?? ""
        let settings: [(SubscriberSetting, (Subscription) -> String)] = [
            (.name, { $0.name }), (.address, { $0.address.description }),
            (.events, { $0.eventWords.joined(separator: " ") }),
        ]
        for (setting, value) in settings {
            let (was, next) = (former.map(value) ?? "", present.map(value) ?? "")
            // What stands after a `?` may be all that is another: that is said, and not shown.
            let isHidden = setting == .address && former?.address != present?.address
            guard was != next || isHidden else { continue }
            try enter(setting, was, next, of: id, name, hand, in: connection)
        }
    }

    func enter(
        _ setting: SubscriberSetting,
        _ former: String,
        _ present: String,
        of id: String,
        _ name: String,
        _ hand: SubscriberHand,
        in connection: any Connection
    ) throws {
        guard let index = SubscriberSetting.allCases.firstIndex(of: setting) else { return }
        try connection.run(
            """
            INSERT INTO subscriber_change (organisation, id, subscriber, name, setting, former, present, author, changed_at)
            VALUES (\(organisation.id), \(hand.rows[index]), \(id), \(name), \(setting.rawValue), \(former), \(present),
                \(hand.author), \(hand.at.description))
            """
        )
    }
}

extension SubscriberChange {
    fileprivate init(_ row: Row) throws {
        guard let at = Instant(try row.text(0)), let setting = SubscriberSetting(rawValue: try row.text(3)) else {
            throw StorageError.failed("a change of a subscriber cannot be read")
        }
        self.init(
            at: at,
            author: try row.text(1),
            name: try row.text(2),
            setting: setting,
            former: try row.text(4),
            present: try row.text(5)
        )
    }
}
