import Logging
import Registry
import ServiceLifecycle
import Storage

/// Signs and keeps the head of each log that has grown, once for all the commits of the last second, and forgets what is
/// only kept for a while.
struct KeepCheckpoints: Service {
    let registers: RegisterDirectory
    let accounts: @Sendable (Organisation) -> Accounts
    let logger: Logger

    func run() async throws {
        var ticks = 0
        for await _ in EverySecond().cancelOnGracefulShutdown() {
            ticks += 1
            await tend(tidying: ticks % 60 == 0)
        }
        await tend(tidying: true)
    }

    /// One round over all organisations. What goes wrong with one keeps it from none of the others.
    func tend(tidying: Bool) async {
        do {
            for register in try await registers.all() {
                do {
                    try await tend(register, tidying: tidying)
                } catch let error as StorageError {
                    warn(error, register.organisation)
                } catch {
                    warn(error, register.organisation)
                    registers.doubt(register.organisation)
                }
            }
        } catch {
            warn(error, nil)
        }
    }

    private func tend(_ register: Register, tidying: Bool) async throws {
        try await register.keepCheckpoint()
        guard tidying else { return }
        try await register.tidy()
        try await accounts(register.organisation).forgetExpired()
    }

    private func warn(_ error: any Error, _ organisation: Organisation?) {
        let type = String(reflecting: type(of: error))
        logger.warning("checkpoint", metadata: ["error": "\(type)", "organisation": "\(organisation?.id ?? "-")"])
    }
}
