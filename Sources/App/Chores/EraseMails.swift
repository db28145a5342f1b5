import Logging
import Registry
import ServiceLifecycle

/// Erases, once a day, what is no longer kept of mails that are part of no case (docs/decisions/0040).
struct EraseMails: Service {
    let registers: RegisterDirectory
    let logger: Logger

    func run() async throws {
        for await _ in Every(seconds: 24 * 3600, firstAfter: 600).cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("mail erasure", logger) { register in
            while !Task.isShuttingDownGracefully {
                let count = try await register.eraseMails()
                guard count > 0 else { return }
                logger.info("mails erased", metadata: ["count": "\(count)"])
            }
        }
    }
}
