import Logging
import Registry
import Storage
import Web

extension RegisterDirectory {
    /// Does a chore for every organisation that is in order, each by itself: whatever goes wrong with one is logged,
    /// without anything of what it holds, and the next is served. Its books are looked at anew before their next use,
    /// unless it was the database that failed.
    func each(_ chore: String, _ logger: Logger, _ serve: (Register) async throws -> Void) async {
        do {
            for register in try await all() {
                do {
                    try await serve(register)
                } catch is CancellationError {
                    return
                } catch {
                    Self.warn(chore, error, logger, ["organisation": "\(register.organisation.id)"])
                    if !(error is StorageError) { doubt(register.organisation) }
                }
            }
        } catch {
            Self.warn(chore, error, logger, [:])
        }
    }

    private static func warn(_ chore: String, _ error: any Error, _ logger: Logger, _ metadata: Logger.Metadata) {
        logger.warning("\(chore)", metadata: metadata.merging(["error": .kind(of: error)]) { own, _ in own })
    }
}
