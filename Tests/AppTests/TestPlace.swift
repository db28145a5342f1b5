import Complaints
import Foundation
import Logging
import Registry
import Storage
import TestSupport

@testable import App

/// Books that a command can open, on an engine, with the clock in the test's hands.
struct TestPlace: Sendable {
    let settings: Settings
    let clock = TestClock(Instant("2026-11-23T09:00:00Z") ?? Instant(secondsSince1970: 0))

    /// A place where nothing is yet.
    init(_ engine: Engine, _ further: [Settings.Name: String] = [:]) async throws {
        var given = further
        given[.keys] = Scratch.newPath("cles")
        switch engine {
        case .sqlite: given[.data] = Scratch.newPath("donnees")
        case .postgres: given[.database] = try await PostgresServer.shared.createDatabase()
        }
        settings = try await Settings(given: given)
    }

    /// Opens the books to write in them, and closes them.
    func write<T>(_ body: (Warehouse) async throws -> T) async throws -> T {
        let clock = clock
        return try await Warehouse.use(settings, world: World(now: { clock.now }, bytes: World.real.bytes), body)
    }

    /// What `serve` is made of. Its folder for uploads is not left behind.
    func house(_ warehouse: Warehouse, logger: Logger = Logger(label: "test")) async throws -> House {
        let uploads = "doleances-envois-\(ProcessInfo.processInfo.processIdentifier)"
        defer {
            try? FileManager.default.removeItem(at: FileManager.default.temporaryDirectory.appending(path: uploads))
        }
        return try await House(warehouse, settings, logger: logger)
    }

    /// Adds an organisation with a complaint and a signed head.
    func add(_ name: String, host: String?) async throws -> Organisation {
        try await write { warehouse in
            let organisation = try await warehouse.organisations.add(name: name, host: host, procedure: Story.procedure)
            let register = try warehouse.organisations.register(of: organisation, compose: TestBooks.compose)
            _ = try await register.receive(Register.Intake(channel: .form, original: Story.original))
            try await register.keepCheckpoint()
            return organisation
        }
    }

    /// A file of the key folder.
    func key(of organisation: Organisation) -> String { "\(settings.keys)/\(organisation.id).cle" }

    /// What `verify` answers, and prints.
    func verify(_ organisation: String? = nil, witnesses: [String] = []) async throws -> (isSound: Bool, said: [String])
    {
        var said: [String] = []
        let isSound = try await Inspection.run(settings, organisation: organisation, witnesses: witnesses) {
            said.append($0)
        }
        return (isSound, said)
    }

    /// The signed head of an organisation's log, in a file of its own.
    func witness(_ organisation: Organisation) async throws -> String {
        let note = try await write { warehouse in
            try await warehouse.organisations.register(of: organisation, compose: TestBooks.compose).checkpoint().note
        }
        let path = Scratch.newPath("point")
        try Data(note.utf8).write(to: URL(filePath: path))
        return path
    }
}
