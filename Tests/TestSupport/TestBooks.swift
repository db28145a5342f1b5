public import Complaints
import Foundation
public import Registry
public import Storage
import Synchronization

/// One organisation's books on an engine, with the clock and the chance in the test's hands.
public final class TestBooks: Sendable {
    /// The engine's database, migrated.
    public let database: any Database
    /// Where organisations are added.
    public let organisations: Organisations
    /// The film school.
    public let organisation: Organisation
    /// Its register.
    public let register: Register
    /// The clock.
    public let clock: TestClock
    /// The folder of signing keys.
    public let keys: String

    /// Opens books for one test. `close` them at its end.
    ///
    /// - Parameter needsSecondFactor: most tests sign in by the password alone.
    public init(
        _ engine: Engine,
        at start: String = "2026-11-23T09:00:00Z",
        needsSecondFactor: Bool = false
    ) async throws {
        clock = TestClock(Instant(start) ?? Instant(secondsSince1970: 0))
        keys = Scratch.newPath("cles")
        database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Schema.migrations)
        let clock = clock
        let world = World(now: { clock.now }, bytes: Self.chance)
        organisations = Organisations(database: database, world: world, keys: SigningKeys(folder: keys))
        organisation = try await organisations.add(
            name: "Ciné-Atelier",
            host: nil,
            needsSecondFactor: needsSecondFactor,
            procedure: Story.procedure
        )
        register = try organisations.register(of: organisation, compose: Self.compose)
    }

    /// Lets go of everything.
    public func close() async {
        await database.close()
        try? FileManager.default.removeItem(atPath: keys)
    }

    /// Receives a complaint and answers with its case file.
    @discardableResult
    public func receive(_ original: Original = Story.original, form: [UInt8]? = nil) async throws -> CaseFile.ID {
        let intake = Register.Intake(
            channel: .form,
            original: original,
            submission: form.map(Submission.init),
            secret: form == nil ? nil : TrackingSecret(random: Self.chance(17))
        )
        return try await register.receive(intake).caseFile
    }

    /// Publishes the next version of the procedure, as `organisation set` does.
    @discardableResult public func publish(
        _ procedure: Procedure,
        author: String = "test",
        reason: String = "essai"
    ) async throws -> Procedure {
        var change = OrganisationChange()
        change.procedure = { _ in procedure }
        return try await organisations.change(organisation.id, change, author: author, reason: reason).procedure
    }

    /// Forgets what is kept for a while only, as the server does every minute.
    public func tidy() async throws {
        let directory = RegisterDirectory(organisations: organisations) { _ in Self.compose }
        try await directory.tidy(organisation)
    }

    /// Spoils the head of the log, as somebody would who has the database and not the key.
    public func forgeHead() async throws {
        let id = organisation.id
        try await database.write { connection in
            try connection.run(
                "UPDATE log_head SET seal = \([UInt8](repeating: 0, count: 32)) WHERE organisation = \(id)"
            )
        }
    }

    /// Leads a case file to an answer by the manager's hand.
    public func answer(_ id: CaseFile.ID) async throws {
        let manager = Author.officer(Story.manager)
        let day = clock.now.civilDate
        try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await register.enter(id, by: manager)
        try await register.change(id, by: manager) { try $0.record(Measure(text: "Appel", doneOn: day), $1) }
        try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
    }

    private static func chance(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// Letters of one line: the words of the real ones are Pages' affair.
    @Sendable public static func compose(_ request: LetterRequest) -> ComposedLetter {
        let text = "\(request.kind.rawValue) \(request.caseFile.reception.reference)"
        let recipient = request.caseFile.email
        return ComposedLetter(
            recipient: recipient,
            subject: request.kind.rawValue,
            text: text,
            message: recipient == nil ? [] : Array("Subject: \(text)\r\n\r\n\(text)\r\n".utf8)
        )
    }
}

/// A clock that only the test moves.
public final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    public init(_ start: Instant) { instant = Mutex(start) }

    /// The time it shows.
    public var now: Instant { instant.withLock { $0 } }

    /// Moves it, forwards or backwards.
    public func advance(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}
