/// A beat a second, for the chores.
struct EverySecond: AsyncSequence, Sendable {
    struct AsyncIterator: AsyncIteratorProtocol {
        mutating func next() async -> Void? {
            do {
                try await Task.sleep(for: .seconds(1))
                return ()
            } catch {
                return nil
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}
