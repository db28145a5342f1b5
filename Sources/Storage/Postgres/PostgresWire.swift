import CPostgres
import Foundation

/// One libpq connection, on which no wait is for ever. Belongs to one thread at a time: its link's.
final class PostgresWire {
    let connection: OpaquePointer
    /// The answer did not come in time: whatever comes now belongs to nobody.
    private var isAbandoned = false

    /// - Throws: `StorageError.unavailable` where the server cannot be reached, or is not who it should be.
    init(_ address: PostgresAddress) throws {
        let made = Self.withCStrings(address.parameters.map(\.name)) { names in
            Self.withCStrings(address.parameters.map(\.value)) { PQconnectdbParams(names, $0, 1) }
        }
        guard let made else { throw StorageError.failed("libpq has no memory") }
        connection = made
        guard isOpen else {
            let words = String(cString: PQerrorMessage(connection)).prefix { $0 != "\n" }
            throw StorageError.unavailable(hint: "PostgreSQL ne répond pas : \(words)")
        }
        // Notices would go to standard error, with who knows what in them.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        PQsetnonblocking(connection, 1)
    }

    deinit { PQfinish(connection) }

    /// Whether it stands, as far as we have seen.
    var isOpen: Bool { !isAbandoned && PQstatus(connection) == CONNECTION_OK }

    /// Whether it broke, and not because we gave up waiting.
    var isLost: Bool { !isAbandoned && PQstatus(connection) != CONNECTION_OK }

    /// Looks, without waiting, whether the server has hung up. Its last words come first, so it is asked twice.
    var isStillOpen: Bool { PQconsumeInput(connection) == 1 && PQconsumeInput(connection) == 1 && isOpen }

    /// Where the transaction stands.
    var status: PGTransactionStatusType { PQtransactionStatus(connection) }

    /// Sends a question, and waits for the whole of its answer: the last result, or the error that was the end of it.
    ///
    /// - Throws: `StorageError.timedOut` where it does not come in time. The connection is over then.
    func ask(within limit: Duration?, _ send: (OpaquePointer) -> Int32) throws -> PostgresAnswer {
        let deadline = limit.map { ContinuousClock.now + $0 }
        guard send(connection) == 1 else { throw failureOfSending }
        var answer: PostgresAnswer?
        while let next = try nextResult(before: deadline) { answer = next }
        guard let answer else { throw failureOfSending }
        return answer
    }

    private func nextResult(before deadline: ContinuousClock.Instant?) throws -> PostgresAnswer? {
        var isSent = PQflush(connection) == 0
        while isOpen, !isSent || PQisBusy(connection) == 1 {
            if let deadline, ContinuousClock.now >= deadline {
                isAbandoned = true
                throw StorageError.timedOut
            }
            let events = try wait(for: isSent ? POLLIN : POLLIN | POLLOUT, before: deadline)
            if events & Int16(POLLIN | POLLHUP | POLLERR) != 0, PQconsumeInput(connection) == 0 { break }
            isSent = PQflush(connection) == 0
        }
        return PQgetResult(connection).map(PostgresAnswer.init)
    }

    /// A second at most: TLS may have taken from the socket what has not been read yet.
    private func wait(for events: Int32, before deadline: ContinuousClock.Instant?) throws -> Int16 {
        let left = deadline.map { ($0 - ContinuousClock.now).milliseconds + 1 } ?? 1000
        var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
        let ready = poll(&socket, 1, Int32(min(max(left, 0), 1000)))
        return ready > 0 ? socket.revents : Int16(POLLIN)
    }

    private var failureOfSending: StorageError {
        isOpen ? .failed(String(cString: PQerrorMessage(connection))) : .lostConnection
    }

    /// The C strings of a list, closed by a null as libpq wants it, for as long as `body` runs.
    private static func withCStrings<T>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { UnsafePointer($0) } + [nil])
    }
}

extension StorageError {
    static var lostConnection: StorageError { .unavailable(hint: "La connexion à PostgreSQL est perdue.") }
}
