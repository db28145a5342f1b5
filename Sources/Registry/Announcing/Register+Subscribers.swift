public import Complaints
import Storage

/// Whose hand sets a program that is told, when, and an identifier for each line of the history.
struct SubscriberHand: Sendable {
    let author: String
    let at: Instant
    let rows: [String]
}

/// The programs that are told of what happens. What is set of them goes into the history of settings in the same transaction;
/// their secrets and what stands after a `?` in their addresses do not.
extension Register {
    /// How many there may be.
    public static let mostSubscribers = 10
    /// How long what is sent is signed with the former secret, too, in seconds.
    static let secretOverlap = 24 * 3600

    /// All of them, by name.
    public func subscribers() async throws -> [SubscriberRecord] {
        try await database.read { try subscribers("ORDER BY s.name, s.id", in: $0) }
    }

    /// One of them. - Throws: `Failure.unknown`.
    public func subscriber(_ id: String) async throws -> SubscriberRecord {
        try await database.read { try subscriber(id, in: $0) }
    }

    /// Adds one. Its secret is known to whoever is given it here; the database has it sealed.
    ///
    /// - Throws: `SubscriberRefusal.tooMany`.
    public func subscribe(
        _ subscription: Subscription,
        by author: String
    ) async throws -> (id: String, secret: SigningSecret) {
        let (id, secret) = (world.identifier(), SigningSecret(random: world.bytes(SigningSecret.length)))
        let hand = hand(of: author)
        let sealed = try key.announcements.seal(secret, of: id)
        try await database.write(scope) { connection in
            let present = try subscribers("", in: connection)
            let most = Self.mostSubscribers
            guard present.count < most else { throw SubscriberRefusal.tooMany(most: most) }
            try connection.run(
                """
                INSERT INTO subscriber (organisation, id, name, address, events, secret, state, made_at)
                VALUES (\(organisation.id), \(id), \(subscription.name), \(subscription.address.text),
                    \(Self.listed(subscription)), \(sealed), 'actif', \(hand.at.description))
                """
            )
            try enter(subscription, instead: nil, of: id, hand, in: connection)
        }
        return (id, secret)
    }

    /// Sets it otherwise. What waits goes to the new address. - Throws: `Failure.unknown`.
    public func change(_ id: String, to subscription: Subscription, by author: String) async throws {
        let hand = hand(of: author)
        try await database.write(scope) { connection in
            let former = try subscriber(id, in: connection)
            try connection.run(
                """
                UPDATE subscriber SET name = \(subscription.name), address = \(subscription.address.text),
                    events = \(Self.listed(subscription))
                WHERE organisation = \(organisation.id) AND id = \(id)
                """
            )
            try enter(subscription, instead: former.subscription, of: id, hand, in: connection)
        }
    }

    /// Makes another secret. For a day what is sent is signed with both. - Throws: `Failure.unknown`.
    public func renewSecret(of id: String, by author: String) async throws -> SigningSecret {
        let secret = SigningSecret(random: world.bytes(SigningSecret.length))
        let sealed = try key.announcements.seal(secret, of: id)
        let hand = hand(of: author)
        let until = hand.at.adding(seconds: Self.secretOverlap).description
        try await database.write(scope) { connection in
            let former = try subscriber(id, in: connection)
            try connection.run(
                """
                UPDATE subscriber SET former_secret = secret, former_until = \(until), secret = \(sealed)
                WHERE organisation = \(organisation.id) AND id = \(id)
                """
            )
            try enter(.secret, "", "", of: id, former.subscription.name, hand, in: connection)
        }
        return secret
    }

    /// Stops it, or has it told again from now on. What waits where it is stopped is given up, until somebody sends it again.
    ///
    /// - Throws: `Failure.unknown`.
    public func turn(_ id: String, _ state: SubscriberState, by author: String) async throws {
        let hand = hand(of: author)
        try await database.write(scope) { _ = try turn(id, state, hand, in: $0) }
    }

    /// Removes it, with all that it was sent. - Throws: `Failure.unknown`.
    public func unsubscribe(_ id: String, by author: String) async throws {
        let hand = hand(of: author)
        try await database.write(scope) { connection in
            let former = try subscriber(id, in: connection)
            try connection.run(
                "DELETE FROM announcement WHERE organisation = \(organisation.id) AND subscriber = \(id)"
            )
            try connection.run("DELETE FROM subscriber WHERE organisation = \(organisation.id) AND id = \(id)")
            try enter(nil, instead: former.subscription, of: id, hand, in: connection)
        }
    }

    /// - Returns: whether that is another state.
    func turn(
        _ id: String,
        _ state: SubscriberState,
        _ hand: SubscriberHand,
        in connection: any Connection
    ) throws -> Bool {
        let former = try subscriber(id, in: connection)
        guard former.state != state else { return false }
        try connection.run(
            """
            UPDATE subscriber SET state = \(state.rawValue), failing_since = ''
            WHERE organisation = \(organisation.id) AND id = \(id)
            """
        )
        if state != .active {
            try connection.run(
                """
                UPDATE announcement SET state = 'echec', claimed_until = '',
                    trouble = CASE WHEN trouble = '' THEN 'arrete' ELSE trouble END
                WHERE organisation = \(organisation.id) AND subscriber = \(id) AND state = 'attente'
                """
            )
        }
        let name = former.subscription.name
        try enter(.state, former.state.rawValue, state.rawValue, of: id, name, hand, in: connection)
        return true
    }

    private func hand(of author: String) -> SubscriberHand {
        SubscriberHand(
            author: author,
            at: world.now(),
            rows: SubscriberSetting.allCases.map { _ in world.identifier() }
        )
    }

    func subscriber(_ id: String, in connection: any Connection) throws -> SubscriberRecord {
        guard let found = try subscribers("AND s.id = \(id)", in: connection).first else { throw Failure.unknown }
        return found
    }

    private func subscribers(_ rest: SQL, in connection: any Connection) throws -> [SubscriberRecord] {
        try connection.run(
            "SELECT \(SubscriberRecord.columns) FROM subscriber s WHERE s.organisation = \(organisation.id) \(rest)"
        ).map(SubscriberRecord.init)
    }

    /// Events between blanks, so that each is found whole.
    private static func listed(_ subscription: Subscription) -> String {
        " \(subscription.eventWords.joined(separator: " ")) "
    }
}
