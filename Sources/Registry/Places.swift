/// Lets so many pass at a time, and the others in turn.
actor Places {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    /// Does something once there is a place for it.
    func inTurn<T: Sendable>(_ work: @Sendable () async throws -> T) async rethrows -> T {
        await take()
        defer { leave() }
        return try await work()
    }

    private func take() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// A place goes straight to who waited longest.
    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
