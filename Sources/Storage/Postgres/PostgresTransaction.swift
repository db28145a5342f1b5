/// A batch's transaction: it begins by taking the scope's lock.
struct PostgresTransaction: BatchTransaction {
    let session: PostgresSession
    let scope: Scope

    @discardableResult
    func run(_ sql: SQL) throws -> [Row] { try session.run(sql) }
    func script(_ text: String) throws { try session.script(text) }

    /// Organisations share the installation's lock, which migrations and the like take for themselves.
    ///
    /// The isolation is said, whatever the server's own default: a snapshot taken while we wait for the lock would hide
    /// what the writes before us have changed.
    func begin() throws {
        try session.begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        let everything = Scope.installation.lockKey
        if scope == .installation {
            try session.run("SELECT pg_advisory_xact_lock(\(everything))::text")
        } else {
            try session.run("SELECT pg_advisory_xact_lock_shared(\(everything))::text")
            try session.run("SELECT pg_advisory_xact_lock(\(scope.lockKey))::text")
        }
    }

    func commit() throws { try session.commit() }

    func rollback() { session.rollback() }

    var isAlive: Bool { session.isConnected && session.isInTransaction && !session.isInterrupted }
}

extension Scope {
    /// FNV-1a of the name, 64 bits: stable across versions and servers.
    var lockKey: Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "doleances/\(name)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash)
    }
}
