import Synchronization

/// What is on its way to other programs, so that a slow one holds up neither the round nor anybody else's, and so that no
/// organisation takes all the places; of those that it has, one is kept for programs that something reaches.
final class AnnouncementsUnderWay: Sendable {
    /// For what there is room.
    enum Room {
        case none
        /// For programs that something reaches.
        case healthy
        case any
    }

    private struct State {
        var tasks: [Int: Task<Void, Never>] = [:]
        var organisations: [String: Int] = [:]
        /// Of those, what is on its way to programs that nothing reaches.
        var failing: [String: Int] = [:]
        var started = 0
    }

    /// How many are on their way at most, in all, of one organisation, and to those of its programs that nothing reaches.
    private static let most = (inAll: 16, ofOne: 4, failing: 3)

    private let state = Mutex(State())

    /// What may leave next.
    func room(for organisation: String) -> Room {
        state.withLock { state in
            guard state.tasks.count < Self.most.inAll,
                state.organisations[organisation, default: 0] < Self.most.ofOne
            else { return .none }
            return state.failing[organisation, default: 0] < Self.most.failing ? .any : .healthy
        }
    }

    /// Lets one leave, and does not wait for it.
    func start(of organisation: String, isOfFailing: Bool, _ deliver: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            state.started += 1
            let number = state.started
            state.organisations[organisation, default: 0] += 1
            if isOfFailing { state.failing[organisation, default: 0] += 1 }
            state.tasks[number] = Task {
                await deliver()
                self.end(number, of: organisation, isOfFailing)
            }
        }
    }

    /// Waits until nothing is on its way: what has left is recorded.
    func finish() async {
        while let task = state.withLock({ $0.tasks.values.first }) { await task.value }
    }

    private func end(_ number: Int, of organisation: String, _ isOfFailing: Bool) {
        state.withLock { state in
            state.tasks[number] = nil
            state.organisations[organisation, default: 1] -= 1
            if isOfFailing { state.failing[organisation, default: 1] -= 1 }
        }
    }
}
