/// A beat every so many seconds, for the chores.
struct Every: AsyncSequence, Sendable {
    let seconds: Int
    /// Seconds before the first; as long as between two others where nothing is said.
    var firstAfter: Int?

    struct AsyncIterator: AsyncIteratorProtocol {
        let seconds: Int
        var pause: Int

        mutating func next() async -> Void? {
            do {
                try await Task.sleep(for: .seconds(pause))
                pause = seconds
                return ()
            } catch {
                return nil
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(seconds: seconds, pause: firstAfter ?? seconds) }
}
