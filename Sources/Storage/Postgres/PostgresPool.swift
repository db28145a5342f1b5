/// The connections of one database: as many as may be, made when needed, replaced when lost.
actor PostgresPool {
    /// How long somebody waits for a connection before being told that there is none.
    private static let patience = Duration.seconds(20)

    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<PostgresLink?, any Error>
    }

    private let address: PostgresAddress
    private let most: Int
    private var idle: [PostgresLink] = []
    private var open = 0
    private var waiters: [Waiter] = []
    private var nextWaiter = 0
    private var isClosed = false

    init(_ address: PostgresAddress, most: Int) {
        self.address = address
        self.most = most
    }

    /// Lends a connection to `body`; a lost one is dropped, so that the next is a new one.
    nonisolated func with<T: Sendable>(_ body: @Sendable (PostgresLink) async throws -> T) async throws -> T {
        let link = try await take()
        do {
            let value = try await body(link)
            await giveBack(link)
            return value
        } catch {
            await giveBack(link)
            throw error
        }
    }

    /// No more connections: those that are lent are dropped when they come back.
    func close() {
        isClosed = true
        idle = []
        for waiter in waiters { waiter.continuation.resume(throwing: Self.closed) }
        waiters = []
    }

    private func take() async throws -> PostgresLink {
        guard !isClosed else { throw Self.closed }
        if let link = idle.popLast() { return link }
        if open >= most, let link = try await wait() { return link }
        open += 1
        do {
            return try await PostgresLink(address)
        } catch {
            open -= 1
            letNextConnect()
            throw error
        }
    }

    private func giveBack(_ link: PostgresLink) async {
        guard await link.isAlive, !isClosed else {
            open -= 1
            return letNextConnect()
        }
        if waiters.isEmpty { idle.append(link) } else { waiters.removeFirst().continuation.resume(returning: link) }
    }

    /// There is room for one more: whoever waits makes a connection of their own.
    private func letNextConnect() {
        if !waiters.isEmpty { waiters.removeFirst().continuation.resume(returning: nil) }
    }

    private func wait() async throws -> PostgresLink? {
        let id = nextWaiter
        nextWaiter += 1
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await Task.sleep(for: Self.patience)
                await self.giveUp(id, StorageError.unavailable(hint: "Toutes les connexions à PostgreSQL sont prises."))
            }
            defer { group.cancelAll() }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { waiters.append(Waiter(id: id, continuation: $0)) }
            } onCancel: {
                Task { await self.giveUp(id, CancellationError()) }
            }
        }
    }

    private func giveUp(_ id: Int, _ error: any Error) {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
        waiters.remove(at: index).continuation.resume(throwing: error)
    }

    private static var closed: StorageError { .unavailable(hint: "La base est fermée.") }
}
