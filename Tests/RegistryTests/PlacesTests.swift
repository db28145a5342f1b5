import Synchronization
import Testing

@testable import Registry

@Suite struct `Places` {
    private struct Busy: Error {}

    @Test func `let so many pass at a time, and all in the end`() async throws {
        let places = Places(3)
        let inside = Mutex((now: 0, most: 0, all: 0))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    await places.inTurn {
                        inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.all + 1) }
                        for _ in 0..<20 { await Task.yield() }
                        inside.withLock { $0.now -= 1 }
                    }
                }
            }
        }
        let (now, most, all) = inside.withLock { $0 }
        #expect(now == 0)
        #expect((1...3).contains(most))
        #expect(all == 60)
    }

    @Test func `are given back by those who fail`() async throws {
        let places = Places(1)
        for _ in 1...3 { await #expect(throws: Busy.self) { try await places.inTurn { throw Busy() } } }
        #expect(await places.inTurn { 7 } == 7)
    }
}
