import Logging
import Registry
import ServiceLifecycle

/// Enters the words of the last second's case files in the index that searches use. Until then the files are found all
/// the same, a little slower.
struct IndexWords: Service {
    let registers: RegisterDirectory
    let logger: Logger

    func run() async throws {
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("words", logger) { register in
            // The rest of a long backlog waits for the next start: files are found without it.
            while !Task.isShuttingDownGracefully, try await register.indexWords() {}
        }
    }
}
