import Synchronization

/// Group commit: writes that wait together share one transaction (docs/decisions/0003-group-commit.md).
///
/// There is no thread behind it. The first write that finds nobody at work leads: it commits what waits, its own among
/// it, then hands the lead to the first that has come meanwhile.
final class WriteQueue: Sendable {
    /// How many writes one transaction takes at most.
    private static let most = 128

    private struct State {
        var waiting: [QueuedWrite] = []
        var isLed = false
    }

    private let state = Mutex(State())
    /// Runs a batch in one transaction and settles each of its writes.
    private let commit: @Sendable ([QueuedWrite]) async -> Void

    init(commit: @escaping @Sendable ([QueuedWrite]) async -> Void) { self.commit = commit }

    /// Puts a write behind those that wait.
    func enqueue<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) throws -> PendingWrite<T> {
        try Task.checkCancellation()
        let result = Mutex<T?>(nil)
        let write = QueuedWrite { connection in
            let value = try body(connection)
            result.withLock { $0 = value }
        }
        let leads = state.withLock { state in
            state.waiting.append(write)
            defer { state.isLed = true }
            // Decided under the lock: whoever is to lead can no longer be taken back.
            if !state.isLed { write.isLeading = true }
            return !state.isLed
        }
        if leads { write.resume(.lead) }
        return PendingWrite {
            if try await self.turn(of: write) == .lead { await self.lead() }
            try write.outcome()
            guard let value = result.withLock({ $0 }) else {
                throw StorageError.failed("a write settled without running")
            }
            return value
        }
    }

    /// Waits for the turn to lead, or for somebody else's commit.
    private func turn(of write: QueuedWrite) async throws -> QueuedWrite.Turn {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { write.wait($0) }
        } onCancel: {
            cancel(write)
        }
    }

    /// Takes back a write that has not begun.
    private func cancel(_ write: QueuedWrite) {
        let wasWaiting = state.withLock { state in
            guard !write.isLeading, let index = state.waiting.firstIndex(where: { $0 === write }) else { return false }
            state.waiting.remove(at: index)
            return true
        }
        if wasWaiting { write.resume(throwing: CancellationError()) }
    }

    private func lead() async {
        let batch = state.withLock { state in
            let batch = Array(state.waiting.prefix(Self.most))
            state.waiting.removeFirst(batch.count)
            return batch
        }
        await commit(batch)
        let next = state.withLock { state -> QueuedWrite? in
            state.isLed = !state.waiting.isEmpty
            state.waiting.first?.isLeading = true
            return state.waiting.first
        }
        next?.resume(.lead)
        for write in batch { write.resume(.settled) }
    }
}

/// One write on its way through a queue.
final class QueuedWrite: Sendable {
    /// Why a waiting write wakes up.
    enum Turn: Sendable {
        case lead
        case settled
    }

    private struct State {
        var continuation: CheckedContinuation<Turn, any Error>?
        /// What it is woken up with, where it does not wait yet.
        var turn: Result<Turn, any Error>?
        var isLeading = false
        var error: (any Error)?
    }

    private let body: @Sendable (any Connection) throws -> Void
    private let state = Mutex(State())

    init(_ body: @escaping @Sendable (any Connection) throws -> Void) { self.body = body }

    /// Whether it has been told to lead, and so can no longer be taken back.
    var isLeading: Bool {
        get { state.withLock { $0.isLeading } }
        set { state.withLock { $0.isLeading = newValue } }
    }

    /// Runs the body. It may run again, after a rollback.
    func run(on connection: any Connection) throws { try connection.runBody(body) }

    /// What became of it: nil where it is durable.
    func settle(_ error: (any Error)?) { state.withLock { $0.error = error } }

    func outcome() throws {
        if let error = state.withLock({ $0.error }) { throw error }
    }

    fileprivate func wait(_ continuation: CheckedContinuation<Turn, any Error>) {
        let turn = state.withLock { state in
            if state.turn == nil { state.continuation = continuation }
            defer { state.turn = nil }
            return state.turn
        }
        if let turn { continuation.resume(with: turn) }
    }

    fileprivate func resume(_ turn: Turn) { wake(with: .success(turn)) }

    fileprivate func resume(throwing error: any Error) { wake(with: .failure(error)) }

    private func wake(with turn: Result<Turn, any Error>) {
        let continuation = state.withLock { state in
            if state.continuation == nil { state.turn = turn }
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(with: turn)
    }
}
