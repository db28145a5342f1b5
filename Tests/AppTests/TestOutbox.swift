import Complaints
import Logging
import Mail
import Post
import Registry
import Storage
import Synchronization
import TestSupport
import Testing

@testable import App

/// Books with letters to bring, over a database that can be made to stumble.
struct TestOutbox {
    let books: TestBooks
    let database: StumblingDatabase
    let organisations: Organisations
    let log = ChoreLog()

    /// Opens the books for the length of `body`.
    static func open(_ engine: Engine, _ body: (TestOutbox) async throws -> Void) async throws {
        let books = try await TestBooks(engine)
        do {
            try await body(TestOutbox(books))
        } catch {
            await books.close()
            throw error
        }
        await books.close()
    }

    private init(_ books: TestBooks) {
        let clock = books.clock
        self.books = books
        database = StumblingDatabase(books.database)
        organisations = Organisations(
            database: database,
            world: World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }),
            keys: SigningKeys(folder: books.keys)
        )
    }

    /// The registers as a server of its own sees them.
    var registers: RegisterDirectory {
        let logger = log.logger
        return RegisterDirectory(
            organisations: organisations,
            tell: { logger.error("organisation out of order", metadata: $0.metadata) },
            compose: { _ in TestBooks.compose }
        )
    }

    /// The chore of one more server.
    func chore(_ office: TestPostOffice) throws -> DeliverLetters {
        let sender = try #require(EmailAddress("lettres@cine-atelier.example"))
        return DeliverLetters(registers: registers, office: office, sender: sender, logger: log.logger)
    }

    /// Receives so many complaints a second apart, and answers with their letters, the oldest first.
    func letters(_ count: Int) async throws -> [LetterRecord] {
        var letters: [LetterRecord] = []
        for _ in 0..<count {
            letters += try await books.register.letters(of: try await books.receive())
            books.clock.advance(seconds: 1)
        }
        return letters
    }

    /// What has become of letters.
    func states(_ letters: [LetterRecord]) async throws -> [LetterState] {
        var states: [LetterState] = []
        for letter in letters { states.append(try await books.register.letter(letter.id).state) }
        return states
    }
}

/// What the chores logged, a line each: level, message, metadata.
final class ChoreLog: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    private struct Handler: LogHandler {
        let log: ChoreLog
        var logLevel: Logger.Level = .trace
        var metadata: Logger.Metadata = [:]

        init(log: ChoreLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let values = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
            log.kept.withLock {
                $0.append(([event.level.rawValue, "\(event.message)"] + values).joined(separator: " "))
            }
        }
    }
}
