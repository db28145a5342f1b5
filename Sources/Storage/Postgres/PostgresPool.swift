import Dispatch
import Synchronization

/// The connections of one database: as many as may be, made when needed, replaced when lost.
final class PostgresPool: Sendable {
    private struct Waiter {
        let id: Int
        /// Resumed with a connection, or with nil: there is room to make one.
        let continuation: CheckedContinuation<PostgresLink?, any Error>
    }

    private struct State {
        var idle: [PostgresLink] = []
        /// Lent, idle, and being made.
        var open = 0
        var waiters: [Waiter] = []
        var nextWaiter = 0
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let address: PostgresAddress
    private let most: Int
    private let patience: Patience
    private let state = Mutex(State())

    init(_ address: PostgresAddress, most: Int, patience: Patience) {
        self.address = address
        self.most = most
        self.patience = patience
    }

    /// Lends a connection to `body`; a lost one is dropped, so that the next is a new one.
    ///
    /// - Parameter isCancellable: whether the wait for a connection ends with the task. Who leads a batch waits for
    ///   others too.
    func with<T: Sendable>(
        isCancellable: Bool = true,
        _ body: @Sendable (PostgresLink) async throws -> T
    ) async throws -> T {
        let link = try await take(isCancellable)
        do {
            let value = try await body(link)
            giveBack(link, isAlive: await link.isAlive)
            return value
        } catch {
            giveBack(link, isAlive: await link.isAlive)
            throw error
        }
    }

    /// No more connections: who waits is refused. Answers when those that are lent have come back.
    func close() async {
        await withCheckedContinuation { continuation in
            let (refused, isEmpty) = state.withLock { state in
                state.isClosed = true
                state.open -= state.idle.count
                state.idle = []
                defer { state.waiters = [] }
                if state.open > 0 { state.closers.append(continuation) }
                return (state.waiters, state.open == 0)
            }
            for waiter in refused { waiter.continuation.resume(throwing: Self.closed) }
            if isEmpty { continuation.resume() }
        }
    }

    private func take(_ isCancellable: Bool) async throws -> PostgresLink {
        if let link = try await wait(isCancellable) { return link }
        do {
            let link = PostgresLink()
            try await link.connect(address, patience)
            return link
        } catch {
            drop(idleToo: false)
            throw error
        }
    }

    /// Waits for a connection, or for the room to make one: nil.
    private func wait(_ isCancellable: Bool) async throws -> PostgresLink? {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Waiter(id: id, continuation: continuation))
                if isCancellable, Task.isCancelled { giveUp(id, CancellationError()) }
            }
        } onCancel: {
            if isCancellable { giveUp(id, CancellationError()) }
        }
    }

    private func enter(_ waiter: Waiter) {
        let isWaiting = state.withLock { state in
            if state.isClosed {
                waiter.continuation.resume(throwing: Self.closed)
            } else if let link = state.idle.popLast() {
                waiter.continuation.resume(returning: link)
            } else if state.open < most {
                state.open += 1
                waiter.continuation.resume(returning: nil)
            } else {
                state.waiters.append(waiter)
                return true
            }
            return false
        }
        guard isWaiting else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(patience.queueing.milliseconds)) {
            [weak self, id = waiter.id] in
            self?.giveUp(id, StorageError.unavailable(hint: "Toutes les connexions à PostgreSQL sont prises."))
        }
    }

    private func giveUp(_ id: Int, _ error: any Error) {
        state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return }
            state.waiters.remove(at: index).continuation.resume(throwing: error)
        }
    }

    private func giveBack(_ link: PostgresLink, isAlive: Bool) {
        let isKept = state.withLock { state in
            guard isAlive, !state.isClosed else { return false }
            if state.waiters.isEmpty {
                state.idle.append(link)
            } else {
                state.waiters.removeFirst().continuation.resume(returning: link)
            }
            return true
        }
        // What ended one has probably ended those that nobody uses, and only using them would tell.
        if !isKept { drop(idleToo: !isAlive) }
    }

    /// One connection less, and room for who waits.
    private func drop(idleToo: Bool) {
        let dropped = state.withLock { state in
            let dropped = idleToo ? state.idle : []
            if idleToo { state.idle = [] }
            state.open -= 1 + dropped.count
            while state.open < most, !state.waiters.isEmpty {
                // Theirs from now on: a newcomer must not take it before they wake.
                state.open += 1
                state.waiters.removeFirst().continuation.resume(returning: nil)
            }
            if state.open == 0 {
                for closer in state.closers { closer.resume() }
                state.closers = []
            }
            return dropped
        }
        // Hanging up takes a moment, and is not done under the lock.
        withExtendedLifetime(dropped) {}
    }

    private static var closed: StorageError { .unavailable(hint: "La base est fermée.") }
}
