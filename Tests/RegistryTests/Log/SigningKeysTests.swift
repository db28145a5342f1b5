import Complaints
import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `The key of a log` {
    private func mode(_ path: String) throws -> Int {
        try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    // Shows: S-81
    @Test(arguments: Engine.available) func `and the note of what it signed last are for the server alone`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.receive()
        try await books.register.keepCheckpoint()
        let names = try FileManager.default.contentsOfDirectory(atPath: books.keys)
        #expect(names.count == 2)
        for name in names { #expect(try mode("\(books.keys)/\(name)") == 0o600, "\(name)") }
        #expect(try mode(books.keys) == 0o700)
        await books.close()
    }

    // Shows: S-83, F-30
    @Test(arguments: Engine.available) func `is refused when it is missing, exposed, another's or no key at all`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let path = "\(books.keys)/\(books.organisation.id).cle"
        let good = try Data(contentsOf: URL(filePath: path))
        let open = { try books.organisations.register(of: books.organisation, compose: TestBooks.compose) }
        _ = try open()
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: SigningKeys.Failure.exposed(path: path)) { try open() }
        for bad in [Data(repeating: 1, count: 32), Data(), good + [0]] {
            try FileManager.default.removeItem(atPath: path)
            try DurableFile.create(Array(bad), at: path)
            #expect(throws: SigningKeys.Failure.wrong(path: path), "\(bad.count) bytes") { try open() }
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: SigningKeys.Failure.missing(path: path)) { try open() }
        try DurableFile.create(Array(good), at: path)
        _ = try open()
        await books.close()
    }

    @Test(arguments: Engine.available) func `signs nothing where its note cannot be read, or is another log's`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.receive()
        let path = "\(books.keys)/\(books.organisation.id).point"
        let other = try await books.organisations.add(name: "Autre", host: nil)
        let stranger = try books.organisations.register(of: other, compose: TestBooks.compose)
        let forged = try await books.register.checkpoint().note.replacing(/\n1\n/, with: "\n2\n")
        for bad in ["", "rien", forged, try await stranger.checkpoint().note] {
            try Data(bad.utf8).write(to: URL(filePath: path))
            await #expect(throws: SigningKeys.Failure.illegible(path: path)) { try await books.register.checkpoint() }
            await #expect(throws: SigningKeys.Failure.illegible(path: path)) {
                try await books.register.keepCheckpoint()
            }
        }
        try FileManager.default.removeItem(atPath: path)
        try await books.register.keepCheckpoint()
        #expect(FileManager.default.fileExists(atPath: path))
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `notes again what it signed when the note is lost, and never an earlier head`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.receive()
        try await books.register.keepCheckpoint()
        let path = "\(books.keys)/\(books.organisation.id).point"
        let first = try String(contentsOfFile: path, encoding: .utf8)
        try FileManager.default.removeItem(atPath: path)
        try await books.register.keepCheckpoint()
        #expect(SignedNote(try String(contentsOfFile: path, encoding: .utf8))?.text == SignedNote(first)?.text)
        let early = try books.register.key.lastSigned()
        try await books.receive()
        try await books.register.keepCheckpoint()
        let late = try String(contentsOfFile: path, encoding: .utf8)
        // Another server, slower, still holds the first head.
        try books.register.key.note(try #require(SignedNote(first)), after: early)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == late)
        await books.close()
    }

    @Test func `does not take the place of another, nor leave half a file where it cannot be written`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.path() + "cle"
            try DurableFile.create([1], at: path)
            #expect(throws: SigningKeys.Failure.unwritable(path: path)) { try DurableFile.create([2], at: path) }
            try DurableFile.replace([3], at: path)
            #expect(try Data(contentsOf: URL(filePath: path)) == Data([3]))
            #expect(throws: SigningKeys.Failure.self) { try DurableFile.replace([4], at: folder.path() + "absent/cle") }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["cle"])
        }
    }
}
