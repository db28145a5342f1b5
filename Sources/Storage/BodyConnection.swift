/// How many values a statement may have: SQLite's own limit where nobody has raised it, half of PostgreSQL's.
private let mostValues = 32_766

/// A connection as a body sees it: the first statement that fails is the end of the body.
///
/// PostgreSQL has given up the transaction by then, whereas SQLite would go on, so a body that swallows the error would
/// commit on one engine and not on the other. Here it does on neither.
private final class BodyConnection: Connection {
    private let connection: any Connection
    private(set) var failure: (any Error)?

    init(_ connection: any Connection) { self.connection = connection }

    func run(_ sql: SQL) throws -> [Row] {
        try unlessFailed {
            // Both drivers hand text over as C does, up to the first zero: words would be lost without a word.
            if sql.values.contains(where: \.holdsZero) { throw StorageError.failed("a text holds U+0000") }
            guard sql.values.count <= mostValues else {
                throw StorageError.failed("a statement has \(sql.values.count) values")
            }
            return try connection.run(sql)
        }
    }

    func script(_ text: String) throws { try unlessFailed { try connection.script(text) } }

    private func unlessFailed<T>(_ work: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}

extension Connection {
    /// Runs a body to its end, which comes with the first statement that fails, whatever the body makes of it.
    func runBody<T>(_ body: (any Connection) throws -> T) throws -> T {
        let connection = BodyConnection(self)
        let value = try body(connection)
        if let failure = connection.failure { throw failure }
        return value
    }
}

extension Value {
    fileprivate var holdsZero: Bool {
        guard case .text(let text) = self else { return false }
        return text.utf8.contains(0)
    }
}
