import Complaints
import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `A server that starts` {
    // Shows: S-83
    @Test(arguments: Engine.available) func `refuses a clock that is before the newest line, and tells both`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        try await place.write { try await SelfTest.run($0, place.settings) }
        place.clock.advance(seconds: 86_400)
        _ = try await place.add("A", host: "a.example")
        place.clock.advance(seconds: -86_400)
        _ = try await place.add("B", host: "b.example")
        await #expect {
            try await place.write { try await SelfTest.run($0, place.settings) }
        } throws: { error in
            let hint = (error as? SelfTest.Unfit)?.hint ?? ""
            return hint.contains("2026-11-23T09:00:00Z") && hint.contains("2026-11-24T09:00:00Z")
        }
        place.clock.advance(seconds: 86_400 - SelfTest.tolerance - 1)
        await #expect(throws: SelfTest.Unfit.self) {
            try await place.write { try await SelfTest.run($0, place.settings) }
        }
        place.clock.advance(seconds: 1)
        try await place.write { try await SelfTest.run($0, place.settings) }
    }

    // Shows: S-83
    @Test(arguments: Engine.available) func `goes by the newest line's day where its content is gone`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        _ = try await place.add("A", host: nil)
        try await place.write { warehouse in
            try await warehouse.database.write { try $0.run("DELETE FROM log_opening") }
            #expect(try await warehouse.organisations.newestLine() == Instant("2026-11-23T00:00:00Z"))
        }
    }

    // Shows: S-83
    @Test func `refuses a disk that has no room left`() throws {
        try SelfTest.check(free: nil, folder: "/dossier")
        try SelfTest.check(free: SelfTest.leastFree, folder: "/dossier")
        #expect {
            try SelfTest.check(free: SelfTest.leastFree - 1, folder: "/dossier")
        } throws: {
            ($0 as? SelfTest.Unfit)?.hint.contains("/dossier") == true
        }
    }

    // Shows: S-81, S-83, F-30
    @Test(arguments: Engine.available) func `refuses keys that it cannot use where nobody is left to serve`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        let first = try await place.add("A", host: "a.example")
        let second = try await place.add("B", host: "b.example")
        try FileManager.default.removeItem(atPath: place.key(of: first))
        let log = ChoreLog()
        try await place.write { warehouse in
            let house = try await place.house(warehouse, logger: log.logger)
            #expect(try await house.registers.all().map(\.organisation) == [second])
            let broken = try await house.registers.outOfOrder()
            #expect(broken.map(\.organisation) == [first])
            #expect(log.lines.count == 1 && log.lines[0].contains("reference=\(broken[0].reference)"), "\(log.lines)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.key(of: second))
        let none = ChoreLog()
        await #expect {
            try await place.write { _ = try await place.house($0, logger: none.logger) }
        } throws: {
            OperatorMessage($0).text.contains(place.key(of: first))
        }
        // Whoever starts it is told of the first, and once; the log has the others.
        #expect(none.lines.count == 1 && none.lines[0].contains(place.key(of: second)), "\(none.lines)")
    }

    @Test(arguments: Engine.available) func `is told by a command to go on from an older copy, for a reason`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        let organisation = try await place.add("A", host: nil)
        var lost = ""
        try await place.write { warehouse in
            let older = try await OlderCopy(of: warehouse.database)
            let register = try warehouse.organisations.register(of: organisation, compose: TestBooks.compose)
            _ = try await register.receive(Register.Intake(channel: .form, original: Story.original))
            try await register.keepCheckpoint()
            lost = try await register.checkpoint().note
            try await older.putBack(into: warehouse.database)
            let error = await #expect(throws: OutOfOrder.self) { _ = try await place.house(warehouse) }
            let said = error.map { OperatorMessage($0).text } ?? ""
            #expect(said.contains("compte 2 lignes, la base en a 1."))
            let called = "\(ProcessInfo.processInfo.arguments[0]) organisation accept-restore --organisation"
            #expect(said.contains(called), "as the program was called: \(said)")
            await #expect(throws: Settings.Mistake.self) {
                try await warehouse.run(.acceptRestore(named: nil, reason: "perdu", keysLost: false))
            }
            let accept = Errand.acceptRestore(named: nil, reason: "disque perdu le 23", keysLost: false)
            let accepted = try await warehouse.run(accept)
            #expect(accepted.contains { $0.hasPrefix("Au moins 1 ligne perdue :") } && accepted.count == 3)
            _ = try await place.house(warehouse)
            let refusal = await #expect(throws: Settings.Mistake.self) { try await warehouse.run(accept) }
            #expect(refusal?.description.hasPrefix("Rien à accepter pour A :") == true)
        }
        let (isSound, said) = try await place.verify()
        #expect(isSound && said.contains("  Reprises sur une copie plus ancienne : 1"))
        let receipt = Scratch.newPath("point")
        try Data(lost.utf8).write(to: URL(filePath: receipt))
        let (isStillSound, words) = try await place.verify(witnesses: [receipt])
        let fault = "FAUTE, A : \(receipt) : ce témoin porte sur une ligne perdue : le 23/11/2026, à la ligne 1,"
        #expect(!isStillSound && words.contains { $0.hasPrefix(fault) }, "\(words)")
    }
}
