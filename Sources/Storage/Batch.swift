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

/// Runs a batch in one transaction, and settles each of its writes.
///
/// They run one after another with nothing between them: a savepoint around each would cost two statements and, on
/// SQLite, a copy of every page that it touches. The first that fails is settled by its error; what the others have done
/// is undone with it and done again, now each in its own savepoint (docs/decisions/0003-group-commit.md).
func runBatch(_ writes: [QueuedWrite], in transaction: some BatchTransaction) -> BatchEnd {
    do {
        try transaction.begin()
    } catch {
        transaction.rollback()
        return .notBegun(error)
    }
    var writes = writes
    do {
        if let failed = try runTogether(writes, in: transaction) {
            transaction.rollback()
            writes.remove(at: failed)
            if writes.isEmpty { return .settled }
            try transaction.begin()
            for write in writes { write.settle(try runAlone(write, in: transaction)) }
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

/// All writes, until one of them fails.
///
/// - Returns: which one failed, settled by its error. - Throws: what ended the whole transaction.
private func runTogether(_ writes: [QueuedWrite], in transaction: some BatchTransaction) throws -> Int? {
    for (index, write) in writes.enumerated() {
        do {
            try write.run(on: transaction)
            write.settle(nil)
        } catch {
            guard transaction.isAlive else { throw error }
            write.settle(error)
            return index
        }
    }
    return nil
}

/// One write within its savepoint.
///
/// - Returns: the body's own error, its changes undone. - Throws: what ended the whole transaction.
private func runAlone(_ write: QueuedWrite, in transaction: some BatchTransaction) throws -> (any Error)? {
    try transaction.run("SAVEPOINT one_write")
    do {
        try write.run(on: transaction)
        try transaction.run("RELEASE SAVEPOINT one_write")
        return nil
    } catch {
        guard transaction.isAlive else { throw error }
        try transaction.run("ROLLBACK TO SAVEPOINT one_write")
        try transaction.run("RELEASE SAVEPOINT one_write")
        return error
    }
}
