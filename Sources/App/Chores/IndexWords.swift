import Logging
import Registry
import ServiceLifecycle

/// Enters the words of the last second's case files in the index that searches use. Until then the files are found all
/// the same, a little slower.
struct IndexWords: Service {
    let registers: RegisterDirectory
    let logger: Logger

    func run() async throws {
        for await _ in EverySecond().cancelOnGracefulShutdown() {
            for register in await attempt({ try await registers.all() }) ?? [] {
                await attempt { while try await register.indexWords() {} }
            }
        }
    }

    /// What goes wrong with one organisation keeps no other's words out.
    @discardableResult
    private func attempt<T>(_ work: () async throws -> T) async -> T? {
        do {
            return try await work()
        } catch {
            logger.warning("words", metadata: ["error": "\(String(reflecting: type(of: error)))"])
            return nil
        }
    }
}
