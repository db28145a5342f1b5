/// How long each thing may take before we stop waiting for it: nothing hangs for ever.
struct Patience: Sendable {
    /// A connection to be made, each address of the server's; libpq counts whole seconds, two at least.
    var connecting = Duration.seconds(10)
    /// A connection of the pool to come free.
    var queueing = Duration.seconds(20)
    /// Another write of the same scope, in another process, to end.
    var locking = Duration.seconds(20)
    /// Another program to let go of the file, on SQLite.
    var busy = Duration.seconds(5)
    /// One statement. Migration scripts may take longer.
    var statement = Duration.seconds(30)
    /// The answer of a server that should have given up by itself, beyond the time that its statement had.
    var answer = Duration.seconds(10)
}

extension Duration {
    /// Whole milliseconds, as PostgreSQL's settings count.
    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
