import Complaints
import Storage

/// The queues whose rows wait for `next_attempt_at`: notices, regular letters, answers to mails, mails to sort.
extension Register {
    /// Takes the row of a queue that has been due longest, so that no other server takes it meanwhile; nil where none is due.
    ///
    /// - Parameters:
    ///   - queue: its table.
    ///   - wanted: which rows may be taken.
    ///   - seconds: how long no other server takes it.
    ///   - counts: whether the queue counts its attempts, this one included.
    ///   - columns: what is read of it.
    ///   - read: makes of them what is taken; nil where the row is given up.
    func takeDue<Taken: Sendable>(
        of queue: SQL,
        where wanted: SQL,
        at now: Instant,
        for seconds: Int,
        counting counts: Bool = false,
        returning columns: SQL,
        _ read: @escaping @Sendable (Row, any Connection) throws -> Taken?
    ) async throws -> Taken? {
        let next: SQL = """
            SELECT id FROM \(queue) WHERE organisation = \(organisation.id) AND next_attempt_at <= \(now.description)
                AND \(wanted) ORDER BY next_attempt_at, id LIMIT 1
            """
        // Mostly nothing is due: that is found out without a write.
        guard try await database.read({ try !$0.run(next).isEmpty }) else { return nil }
        let until = now.adding(seconds: seconds).description
        let count: SQL = counts ? ", attempts = attempts + 1" : ""
        return try await database.write(scope) { connection in
            let row = try connection.run(
                """
                UPDATE \(queue) SET next_attempt_at = \(until)\(count)
                WHERE organisation = \(organisation.id) AND id IN (\(next)) RETURNING \(columns)
                """
            ).first
            return try row.flatMap { try read($0, connection) }
        }
    }

    /// Has one of a queue wait a minute.
    func putOff(_ id: String, in queue: SQL) async throws {
        let next = world.now().adding(seconds: 60).description
        try await database.write(scope) { connection in
            try connection.run(
                "UPDATE \(queue) SET next_attempt_at = \(next) WHERE organisation = \(organisation.id) AND id = \(id)"
            )
        }
    }

    /// Forgets one of a queue.
    func forget(_ id: String, from queue: SQL, in connection: any Connection) throws {
        try connection.run("DELETE FROM \(queue) WHERE organisation = \(organisation.id) AND id = \(id)")
    }
}
