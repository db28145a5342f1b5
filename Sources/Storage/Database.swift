/// A place where rows are kept: one SQL text, two engines, one meaning.
///
/// Every body given here is synchronous, so nothing inside a transaction can wait for the network, and it may be run
/// again, so it must only decide and write: no sockets, and nothing decided by a clock or by chance that it asks itself.
/// The instant and the identifier of a line that it writes may be asked for in it, as the journal of accesses does: those
/// of an earlier run are gone with its rows.
public protocol Database: Sendable {
    /// Runs `body` against one consistent view; a statement that writes is refused.
    ///
    /// - Throws: what `body` throws; `CancellationError` where the task was cancelled before `body` began, or, with SQLite,
    ///   while a statement of it ran; `StorageError`.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Begins a `write`: it has its place behind those of the same scope that wait, and whoever calls this in an order has
    /// them run in that order.
    ///
    /// - Throws: `CancellationError` where the task is cancelled; `StorageError` where nothing may be written.
    func enqueue<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) throws -> PendingWrite<T>

    /// What the engine itself finds damaged in its files; empty where it finds nothing, or cannot look.
    func integrityFaults() async throws -> [String]

    /// Sees to it that what was deleted before is in none of its files any more, as far as readers and the engine let it.
    func scrub() async

    /// Finishes what is under way and lets go of files, locks and connections. Later calls throw `.unavailable`.
    func close() async
}

extension Database {
    /// Runs `body` in a transaction that no other write of the same scope overlaps, and answers once it is durable.
    ///
    /// Writes that wait together share one commit: when a body throws, its own changes are undone, its error is rethrown
    /// here, and its neighbours' changes are made all the same, though their bodies may run again for that.
    ///
    /// - Throws: what `body` throws; `StorageError.outcomeUnknown` where the commit was sent and never answered;
    ///   `CancellationError` where the task was cancelled before `body` began.
    @discardableResult
    public func write<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await enqueue(scope, body).value()
    }

    /// `write` over the whole installation: migrations, organisations, keys.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await write(.installation, body)
    }
}

/// What a write has to itself: one organisation's books, or the installation as a whole.
///
/// SQLite has one writer whatever the scope; PostgreSQL takes one advisory transaction lock per scope, so that
/// organisations never wait for one another.
public struct Scope: Sendable, Hashable {
    /// What the lock is derived from: the organisation's identifier, or `*` for the installation.
    public let name: String

    /// The installation as a whole.
    public static let installation = Scope(name: "*")

    /// One organisation's books.
    public static func organisation(_ identifier: String) -> Scope { Scope(name: identifier) }
}

/// A transaction under way. Valid only inside the body that it was handed to.
public protocol Connection {
    /// Runs one statement and returns its rows, if it has any.
    @discardableResult func run(_ sql: SQL) throws -> [Row]

    /// Runs several statements without values: migration scripts only.
    func script(_ text: String) throws
}
