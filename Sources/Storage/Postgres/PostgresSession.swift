import CPostgres

/// What one connection is asked. Belongs to one thread at a time: its link's.
final class PostgresSession: Connection {
    /// How many statements stay prepared: lists of every length make many texts, and the server keeps each.
    static let mostPrepared = 200

    private let wire: PostgresWire
    private let patience: Patience
    /// Names of the statements already prepared here, by their text.
    private var prepared: [String: String] = [:]
    private var lastName = 0
    /// A table has changed under statements prepared before (another server's migration): the transaction is over, but
    /// run again it will pass.
    private(set) var plansAreStale = false

    init(_ address: PostgresAddress, _ patience: Patience) throws {
        wire = try PostgresWire(address)
        self.patience = patience
        // What must not depend on the server's own settings.
        try execute(
            """
            SET statement_timeout = \(patience.statement.milliseconds); SET lock_timeout = \(patience.locking.milliseconds);
            SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning; SET synchronous_commit = on
            """
        )
    }

    var isConnected: Bool { wire.isOpen }

    /// Whether what was under way ended for no fault of its own, and may be tried again.
    var isInterrupted: Bool { plansAreStale || wire.isLost }

    var isInTransaction: Bool {
        [PQTRANS_INTRANS, PQTRANS_INERROR, PQTRANS_ACTIVE].contains(wire.status)
    }

    @discardableResult
    func run(_ sql: SQL) throws -> [Row] {
        let text = sql.text
        let known = prepared[text]
        let name = try known ?? prepare(text)
        let values = sql.values.map(PostgresValue.init)
        let answer = try values.withPointers { pointers, lengths, formats in
            try ask { PQsendQueryPrepared($0, name, Int32(values.count), pointers, lengths, formats, 1) }
        }
        // "Cached plan must not change result type", or the statement is gone.
        if known != nil, ["0A000", "26000"].contains(answer.state) { plansAreStale = true }
        return try answer.rows()
    }

    /// Runs several statements without values, which may take longer than one.
    func script(_ text: String) throws {
        if isInTransaction { try execute("SET LOCAL statement_timeout = 0") }
        _ = try wire.ask(within: nil) { PQsendQuery($0, text) }.rows()
    }

    /// Runs a text without values.
    @discardableResult
    func execute(_ text: String) throws -> PostgresAnswer {
        let answer = try ask { PQsendQuery($0, text) }
        _ = try answer.rows()
        return answer
    }

    /// Begins a transaction, as `text` says.
    func begin(_ text: String) throws {
        if plansAreStale { try forgetPlans() }
        try execute(text)
    }

    /// - Throws: `outcomeUnknown` where it was sent and never answered; nothing happened at any other error.
    func commit() throws {
        // Hung up before we ask: it has not happened.
        guard wire.isStillOpen else { throw StorageError.lostConnection }
        do {
            // Asked to commit a transaction that has failed, PostgreSQL undoes it and calls that a success.
            guard try execute("COMMIT").tag == "COMMIT" else {
                throw StorageError.failed("the transaction had failed, and was undone")
            }
        } catch {
            guard isConnected else { throw StorageError.outcomeUnknown }
            throw error
        }
    }

    func rollback() {
        if isConnected, isInTransaction { _ = try? execute("ROLLBACK") }
    }

    private func ask(_ send: (OpaquePointer) -> Int32) throws -> PostgresAnswer {
        try wire.ask(within: patience.statement + patience.answer, send)
    }

    private func prepare(_ text: String) throws -> String {
        if prepared.count >= Self.mostPrepared { try forgetPlans() }
        lastName += 1
        let name = "s\(lastName)"
        _ = try ask { PQsendPrepare($0, name, text, 0, nil) }.rows()
        prepared[text] = name
        return name
    }

    /// All at once: which one is needed least is not worth knowing.
    private func forgetPlans() throws {
        try execute("DEALLOCATE ALL")
        prepared = [:]
        plansAreStale = false
    }
}
