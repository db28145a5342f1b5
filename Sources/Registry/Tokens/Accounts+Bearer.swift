import Complaints
import Storage

extension Accounts {
    /// Whom a token lets in.
    ///
    /// One that was given is looked up by its public name, and compared whole in constant time. Those that were never given
    /// are counted by the network that they come from, so that guessing becomes slow; one that has ended is no guess.
    ///
    /// - Parameter network: the one that the request comes from.
    public func enter(by token: AccessToken, from network: String) async throws -> TokenEntry {
        let now = world.now()
        let subject = Attempts.subject("token/v1", organisation, network)
        let (seconds, found) = try await database.read { connection in
            (try guesses.wait(subject, at: now, in: connection), try held(token, in: connection))
        }
        guard seconds == 0 else { return .wait(seconds: seconds) }
        guard let found, found.digest.isSame(as: token.digest) else {
            let seconds = try await countGuess(subject, at: now)
            return seconds == 0 ? .refused : .wait(seconds: seconds)
        }
        let today = now.civilDate
        guard found.standing.endsOn >= today, found.account.canSignIn(on: today) else {
            let owner = found.account.id
            try await database.write(scope) { try accesses.refuse(.token, by: owner, at: now, in: $0) }
            return .refused
        }
        try await use(found.standing, on: today)
        return .open(found.standing, found.account)
    }

    /// Guesses at secrets that programs show.
    var guesses: Attempts { Attempts(organisation: organisation, delay: .token) }

    /// Counts one. - Returns: how long the next has to wait, in seconds.
    func countGuess(_ subject: String, at now: Instant) async throws -> Int {
        try await database.write(scope) { connection in
            let seconds = try guesses.count(subject, at: now, in: connection)
            if seconds == 0 { try accesses.refuse(.token, by: AccessEntry.nobody, at: now, in: connection) }
            return seconds
        }
    }

    private struct Held: Sendable {
        let digest: [UInt8]
        let standing: TokenStanding
        let account: Account
    }

    private func held(_ token: AccessToken, in connection: any Connection) throws -> Held? {
        try connection.run(
            """
            SELECT \(TokenStanding.columns), t.digest, \(Account.columns)
            FROM access_token t JOIN account a ON a.organisation = t.organisation AND a.id = t.account
            WHERE t.organisation = \(organisation) AND t.id = \(token.id)
            """
        ).first.map { row in
            Held(digest: try row.blob(6), standing: try TokenStanding(row), account: try Account(row, from: 7))
        }
    }

    /// Notes the day that it was used on: once a day, for a request is no write.
    private func use(_ standing: TokenStanding, on today: CivilDate) async throws {
        guard standing.usedOn != today else { return }
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE access_token SET used_on = \(today.description)
                WHERE organisation = \(organisation) AND id = \(standing.id)
                """
            )
        }
    }
}

extension [UInt8] {
    /// Whether two digests are the same, in a time that does not tell where they differ.
    fileprivate func isSame(as other: [UInt8]) -> Bool {
        count == other.count && zip(self, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
