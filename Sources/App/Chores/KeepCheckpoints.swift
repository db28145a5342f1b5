import Logging
import Registry
import ServiceLifecycle

/// Signs and keeps the head of each log that has grown, once for all the commits of the last second, and forgets what is
/// only kept for a while.
struct KeepCheckpoints: Service {
    let registers: RegisterDirectory
    let accounts: @Sendable (Organisation) -> Accounts
    let logger: Logger

    func run() async throws {
        var ticks = 0
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() {
            ticks += 1
            await tend(tidying: ticks % 60 == 0)
        }
        await tend(tidying: true)
    }

    /// One round over all organisations. What is only kept for a while is forgotten even where nothing can be signed.
    func tend(tidying: Bool) async {
        await registers.each("checkpoint", logger) { try await $0.keepCheckpoint() }
        guard tidying else { return }
        await registers.eachOrganisation("tidying", logger) { organisation in
            try await registers.tidy(organisation)
            try await accounts(organisation).forgetExpired()
        }
    }
}
