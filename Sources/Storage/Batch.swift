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

/// Runs a batch in one transaction, each write in its own savepoint, and settles each.
///
/// - Returns: the error that ended the whole batch before its commit was sent, if one did: nothing happened then, and
///   nothing is settled yet.
func runBatch(_ writes: [QueuedWrite], in transaction: some BatchTransaction) -> (any Error)? {
    do {
        try transaction.begin()
        for write in writes {
            if let error = try runAlone(write, in: transaction, savepoint: writes.count > 1) {
                if writes.count == 1 {
                    transaction.rollback()
                    write.settle(error)
                    return nil
                }
                write.settle(error)
            } else {
                write.settle(nil)
            }
        }
        try transaction.commit()
        return nil
    } catch StorageError.outcomeUnknown {
        for write in writes { write.settle(StorageError.outcomeUnknown) }
        return nil
    } catch {
        transaction.rollback()
        return error
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
