import Synchronization

/// What is on its way to other programs, so that a slow one holds up neither the round nor anybody else's, and so that no
/// organisation takes all the places.
final class AnnouncementsUnderWay: Sendable {
    private struct State {
        var tasks: [Int: Task<Void, Never>] = [:]
        var organisations: [String: Int] = [:]
        var started = 0
    }

    /// How many are on their way at most, in all and of one organisation.
    private static let most = (inAll: 16, ofOne: 4)

    private let state = Mutex(State())

    /// Whether one more may leave.
    func hasRoom(for organisation: String) -> Bool {
        state.withLock { state in
            state.tasks.count < Self.most.inAll && state.organisations[organisation, default: 0] < Self.most.ofOne
        }
    }

    /// Lets one leave, and does not wait for it.
    func start(of organisation: String, _ deliver: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            state.started += 1
            let number = state.started
            state.organisations[organisation, default: 0] += 1
            state.tasks[number] = Task {
                await deliver()
                self.end(number, of: organisation)
            }
        }
    }

    /// Waits until nothing is on its way: what has left is recorded.
    func finish() async {
        while let task = state.withLock({ $0.tasks.values.first }) { await task.value }
    }

    private func end(_ number: Int, of organisation: String) {
        state.withLock { state in
            state.tasks[number] = nil
            state.organisations[organisation, default: 1] -= 1
        }
    }
}
