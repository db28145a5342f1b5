import TestSupport
import Testing

@testable import Storage

@Suite struct `A write put in the queue before it is waited for` {
    @Test(arguments: Engine.available) func `runs in its turn, in whatever order they are waited for`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let ran = Tally()
            let writes = try (1...20).map { turn in
                try database.enqueue(.installation) { _ in
                    (turn, ran.increment())
                }
            }
            try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for write in writes.reversed() { group.addTask { try await write.value() } }
                for try await (turn, place) in group { #expect(turn == place) }
            }
        }
    }

    @Test(arguments: Engine.available) func `leads those that come meanwhile, once it is waited for`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let leader = try database.enqueue(.installation) { try $0.add("a") }
            let begun = Tally()
            async let follower: Void = {
                begun.increment()
                try await database.add("b")
            }()
            try await begun.queue(of: 1)
            #expect(try await database.things.isEmpty)
            try await leader.value()
            try await follower
            #expect(try await database.things == ["a", "b"])
        }
    }

    @Test(arguments: Engine.available) func `leaves the queue where its task is cancelled before that`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let leader = try database.enqueue(.installation) { try $0.add("a") }
            let queued = Tally()
            let follower = Task {
                let write = try database.enqueue(.installation) { try $0.add("b") }
                queued.increment()
                while !Task.isCancelled { await Task.yield() }
                try await write.value()
            }
            try await queued.queue(of: 1)
            follower.cancel()
            await #expect(throws: CancellationError.self) { try await follower.value }
            try await leader.value()
            #expect(try await database.things == ["a"])
        }
    }

    @Test(arguments: Engine.available) func `is made where it leads, though its task is cancelled before that`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let queued = Tally()
            let leader = Task {
                let write = try database.enqueue(.installation) { try $0.add("a") }
                queued.increment()
                while !Task.isCancelled { await Task.yield() }
                try await write.value()
            }
            try await queued.queue(of: 1)
            leader.cancel()
            try await leader.value
            try await database.add("b")
            #expect(try await database.things == ["a", "b"])
        }
    }
}
