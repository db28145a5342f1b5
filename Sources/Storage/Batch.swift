/// What an engine offers to run a batch in: SQL that both understand, and the knowledge of what broke.
protocol BatchTransaction: Connection {
    /// Begins, with whatever lock the scope needs.
    func begin() throws
    /// Commits. - Throws: `outcomeUnknown` where it was sent and never answered; nothing happened at any other error.
    func commit() throws
    /// Undoes everything since `begin`; does nothing where the engine already has.
    func rollback()
    /// Whether the transaction is still there after an error: a full disk or a lost connection ends it.
    var isAlive: Bool { get }
}

/// How a batch ended.
enum BatchEnd {
    /// Each of its writes knows what became of it.
    case settled
    /// It never began: nothing happened, and nothing is settled.
    case notBegun(any Error)
    /// Something ended the transaction as a whole before its commit: nothing happened, and nothing is settled.
    case undone(any Error)
}

/// Settles each write of a batch, whatever happens. `attempt` runs some of them in one transaction.
func settle(_ writes: [QueuedWrite], attempt: ([QueuedWrite]) async -> BatchEnd) async {
    switch await attempt(writes) {
    case .settled: return
    case .undone where writes.count > 1:
        // One of them has spoilt it for all, and bodies may run again: each for itself.
        for (index, write) in writes.enumerated() {
            switch await attempt([write]) {
            case .settled: continue
            case .undone(let error): write.settle(error)
            case .notBegun(let error):
                for write in writes[index...] { write.settle(error) }
                return
            }
        }
    case .notBegun(let error), .undone(let error):
        for write in writes { write.settle(error) }
    }
}

/// Runs a batch in one transaction, each write in its own savepoint, and settles each.
func runBatch(_ writes: [QueuedWrite], in transaction: some BatchTransaction) -> BatchEnd {
    do {
        try transaction.begin()
    } catch {
        transaction.rollback()
        return .notBegun(error)
    }
    do {
        for write in writes {
            let error = try runAlone(write, in: transaction, savepoint: writes.count > 1)
            write.settle(error)
            if error != nil, writes.count == 1 {
                transaction.rollback()
                return .settled
            }
        }
        try transaction.commit()
        return .settled
    } catch StorageError.outcomeUnknown {
        for write in writes { write.settle(StorageError.outcomeUnknown) }
        return .settled
    } catch {
        transaction.rollback()
        return .undone(error)
    }
}

/// One write within its savepoint.
///
/// - Returns: the body's own error, its changes undone. - Throws: what ended the whole transaction.
private func runAlone(
    _ write: QueuedWrite,
    in transaction: some BatchTransaction,
    savepoint: Bool
) throws -> (any Error)? {
    if savepoint { try transaction.run("SAVEPOINT one_write") }
    do {
        try write.run(on: transaction)
        if savepoint { try transaction.run("RELEASE SAVEPOINT one_write") }
        return nil
    } catch {
        guard transaction.isAlive else { throw error }
        if savepoint {
            try transaction.run("ROLLBACK TO SAVEPOINT one_write")
            try transaction.run("RELEASE SAVEPOINT one_write")
        }
        return error
    }
}
