import Logging
import Registry

extension RegisterDirectory {
    /// Does a chore for every organisation, each by itself: whatever is wrong with the books of one is logged, without
    /// anything of what they hold, and the next is served.
    func each(_ chore: String, _ logger: Logger, _ serve: (Register) async throws -> Void) async {
        do {
            for entry in try await entries() {
                do {
                    try await serve(try entry.register.get())
                } catch is CancellationError {
                    return
                } catch {
                    Self.tell(chore, error, logger, ["organisation": "\(entry.organisation.id)"])
                }
            }
        } catch {
            Self.tell(chore, error, logger, [:])
        }
    }

    private static func tell(_ chore: String, _ error: any Error, _ logger: Logger, _ metadata: Logger.Metadata) {
        let type = String(reflecting: Swift.type(of: error))
        logger.warning("\(chore)", metadata: metadata.merging(["error": "\(type)"]) { own, _ in own })
    }
}
