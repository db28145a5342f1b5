/// A write that has its place among the others of its scope. It may be the one that commits for all of them, so it must be
/// waited for, whatever else becomes of the task.
public struct PendingWrite<Value: Sendable>: Sendable {
    private let finish: @Sendable () async throws -> Value

    init(finish: @escaping @Sendable () async throws -> Value) { self.finish = finish }

    /// Waits, once, until it is durable. - Throws: as `Database.write`.
    public func value() async throws -> Value { try await finish() }
}
