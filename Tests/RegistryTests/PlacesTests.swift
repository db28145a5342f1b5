import Synchronization
import Testing

@testable import Registry

@Suite struct `A few places` {
    private struct Busy: Error {}

    /// How many are inside, were at most, and have been.
    private final class Room: Sendable {
        private let counts = Mutex((now: 0, most: 0, all: 0))

        func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.all + 1) } }
        func leave() { counts.withLock { $0.now -= 1 } }
        var most: Int { counts.withLock { $0.most } }
        var all: Int { counts.withLock { $0.all } }
    }

    @Test func `let so many pass at a time, and all in the end`() async throws {
        let places = Places(3)
        let room = Room()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    await places.inTurn {
                        room.enter()
                        for _ in 0..<20 { await Task.yield() }
                        room.leave()
                    }
                }
            }
        }
        #expect((1...3).contains(room.most))
        #expect(room.all == 60)
    }

    @Test func `are given back by those who fail`() async throws {
        let places = Places(1)
        for _ in 1...3 { await #expect(throws: Busy.self) { try await places.inTurn { throw Busy() } } }
        #expect(await places.inTurn { 7 } == 7)
    }
}
