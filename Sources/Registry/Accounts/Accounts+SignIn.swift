public import Complaints
import Storage

/// What a sign-in came to.
public enum SignIn: Sendable, Hashable {
    /// Address and password are right, of the account as it was then. No session has begun: a second factor may come first.
    case accepted(Account)
    /// One of them is wrong, or the account is disabled, over or has no password: nobody learns which (S-44).
    case refused
    /// Too many failures from there: nothing was looked at.
    case wait(seconds: Int)
}

extension Accounts {
    /// Checks an address and a password. It takes the same time for an account that does not exist.
    ///
    /// - Parameters:
    ///   - address: the network that the request comes from: failures are counted for each account *and* network, so that
    ///     a guesser keeps nobody else out, and for the network alone (S-54).
    ///   - kind: what it is checked for, as the journal of accesses says of a failure. Who only waits is not in it: what
    ///     made them wait is.
    public func verify(
        email: String,
        password: String,
        from address: String,
        for kind: AccessKind = .signedIn
    ) async throws -> SignIn {
        let now = world.now()
        let subject = Attempts.subject("sign-in/v1", organisation, Account.folded(email), address)
        // Counted as a failure first and forgiven after: guesses sent at once do not slip through together.
        let seconds = try await database.write(scope) { connection in
            try countAttempt(subject, from: address, at: now, in: connection)
        }
        guard seconds == 0 else { return .wait(seconds: seconds) }
        let candidate = try await database.read { try findCandidate(email, on: now.civilDate, in: $0) }
        let isRight = try await hasher.verify(password, against: candidate?.record)
        guard isRight, let candidate, let record = candidate.record else {
            // The same two lines for an account that there is not, so that they take as long (S-44).
            let tried = candidate?.account.id
            try await database.write(scope) { connection in
                try missed.count(for: tried, in: connection)
                try accesses.refuse(kind, by: tried ?? AccessEntry.nobody, at: now, in: connection)
            }
            return .refused
        }
        let renewed =
            record.needsRehash(at: hasher.cost) ? try await hasher.record(password, salt: world.bytes(16)) : nil
        let account = try await database.write(scope) { connection in
            try attempts.forgive(subject, in: connection)
            for limit in limits(address) { try limit.forgive(from: now, in: connection) }
            guard let renewed, try renew(record, with: renewed, of: candidate.account.id, in: connection) else {
                return candidate.account
            }
            return try find(id: candidate.account.id, in: connection) ?? candidate.account
        }
        return .accepted(account)
    }

    /// Seconds to wait, or zero once the attempt has been counted.
    private func countAttempt(
        _ subject: String,
        from network: String,
        at now: Instant,
        in connection: any Connection
    ) throws -> Int {
        let limits = limits(network)
        for limit in limits {
            let full = try limit.wait(at: now, in: connection)
            guard full == 0 else { return full }
        }
        let seconds = try attempts.count(subject, at: now, in: connection)
        if seconds == 0 { for limit in limits { try limit.count(at: now, in: connection) } }
        return seconds
    }

    private var attempts: Attempts { Attempts(organisation: organisation, delay: .signIn) }

    /// How many may be made in a minute, from there and from everywhere.
    func limits(_ network: String) -> [MinuteLimit] {
        [.network(network, organisation), .everywhere(organisation)]
    }

    /// What the owner of an account is told of.
    var missed: MissedAttempts { MissedAttempts(organisation: organisation) }

    /// Who might be signing in: only somebody who may.
    private func findCandidate(
        _ email: String,
        on day: CivilDate,
        in connection: any Connection
    ) throws -> (account: Account, record: PasswordRecord?)? {
        try connection.run(
            """
            SELECT \(Account.columns) FROM account a
            WHERE a.organisation = \(organisation) AND a.email_folded = \(Account.folded(email))
                AND \(Account.isOpen(on: day))
            """
        ).first.map { (try Account($0), try $0.optionalText(6).flatMap { PasswordRecord($0) }) }
    }

    /// The same password at today's cost, unless another has been chosen meanwhile: then false.
    private func renew(
        _ old: PasswordRecord,
        with new: PasswordRecord,
        of id: String,
        in connection: any Connection
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE account SET password = \(new.text)
            WHERE organisation = \(organisation) AND id = \(id) AND password = \(old.text) RETURNING id
            """
        ).isEmpty == false
    }
}
