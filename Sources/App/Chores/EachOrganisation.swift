import Logging
import Registry
import Storage

extension RegisterDirectory {
    /// Does a chore for every organisation that is in order. One with which something goes wrong is looked at anew before
    /// its books are used again, unless it was the database that failed.
    func each(_ chore: String, _ logger: Logger, _ serve: (Register) async throws -> Void) async {
        let doubting = { (register: Register) async throws in
            do {
                try await serve(register)
            } catch  where !(error is StorageError || error is CancellationError) {
                self.doubt(register.organisation)
                throw error
            }
        }
        await each(chore, logger, of: { try await all() }, named: \.organisation, doubting)
    }

    /// Does a chore for every organisation, in order or not.
    func eachOrganisation(_ chore: String, _ logger: Logger, _ serve: (Organisation) async throws -> Void) async {
        await each(chore, logger, of: { try await everyOrganisation() }, named: \.self, serve)
    }

    /// Each by itself: whatever goes wrong with one is logged, without anything of what it holds, and the next is served.
    private func each<T>(
        _ chore: String,
        _ logger: Logger,
        of list: () async throws -> [T],
        named name: (T) -> Organisation,
        _ serve: (T) async throws -> Void
    ) async {
        do {
            for one in try await list() {
                do {
                    try await serve(one)
                } catch is CancellationError {
                    return
                } catch {
                    Self.warn(chore, error, logger, ["organisation": "\(name(one).id)"])
                }
            }
        } catch {
            Self.warn(chore, error, logger, [:])
        }
    }

    private static func warn(_ chore: String, _ error: any Error, _ logger: Logger, _ metadata: Logger.Metadata) {
        let type = String(reflecting: Swift.type(of: error))
        logger.warning("\(chore)", metadata: metadata.merging(["error": "\(type)"]) { own, _ in own })
    }
}
