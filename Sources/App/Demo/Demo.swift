import Complaints
import Foundation
import Registry
import Storage
import Synchronization

/// `doleances demo`: a film school's first months, made by using the product under a moving clock, then the same server.
///
/// It takes nothing from the machine's own settings: its keys are its own, its letters go nowhere, and only this machine
/// reaches it.
public enum Demo {
    /// Fills a fresh folder and serves it. The folder is removed when the server stops.
    public static func run(port: String?) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/doleances-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var given: [Settings.Name: String] = [.data: folder]
        given[.port] = port
        let settings = try await Settings(given: given, isSheltered: true)
        try settings.tryPort()
        print("» Une école de cinéma vit quelques mois…")
        try await fill(settings)
        print("Connexion : \(settings.baseURL)/connexion")
        for person in [DemoSchool.manager, DemoSchool.director] {
            print("  \(person.email) · \(DemoPerson.password)")
        }
        print("  Sans second facteur, pour la démonstration seulement.")
        try await Server.run(settings)
    }

    /// Makes the school, its people and its complaints.
    static func fill(_ settings: Settings) async throws {
        let clock = MovingClock(Instant(parisDate: World.real.now().civilDate.adding(days: -120), hour: 9))
        let warehouse = try await Warehouse.open(settings, world: clock.world)
        let house = try await House(warehouse, settings)
        let organisation = try await warehouse.organisations.add(
            name: DemoSchool.provider.name,
            host: nil,
            needsSecondFactor: false,
            procedure: DemoSchool.procedure
        )
        let manager = try await open(DemoSchool.manager, in: warehouse, of: organisation)
        let director = try await open(DemoSchool.director, in: warehouse, of: organisation)
        guard
            let register = try await house.registers.all(fresh: true).first(where: { $0.organisation == organisation })
        else {
            throw cannotBegin
        }
        let stories = DemoStories(register: register, clock: clock, manager: manager, director: director)
        try await stories.tell()
        try await register.keepCheckpoint()
        await warehouse.database.close()
    }

    /// Opens somebody's account, and answers with who they are in the register.
    private static func open(
        _ person: DemoPerson,
        in warehouse: Warehouse,
        of organisation: Organisation
    ) async throws -> Officer {
        try await warehouse.addAccount(
            to: organisation,
            email: person.email,
            name: person.name,
            roles: person.roles,
            password: DemoPerson.password
        )
        let accounts = try await warehouse.accounts(of: organisation).all()
        guard let account = accounts.first(where: { $0.email == person.email }) else { throw cannotBegin }
        return Officer(id: account.id, roles: person.roles)
    }

    private static let cannotBegin = Settings.Mistake(description: "La démonstration n’a pas pu commencer.")
}

/// A clock that a story moves.
final class MovingClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    /// The clock with the machine's own chance.
    var world: World { World(now: { self.now }, bytes: World.real.bytes) }

    var now: Instant { instant.withLock { $0 } }

    /// Lets so many days pass, to ten past nine in the morning; never past the real day.
    func advance(days: Int) {
        instant.withLock {
            $0 = min(Instant(parisDate: $0.civilDate.adding(days: days), hour: 9, minute: 10), World.real.now())
        }
    }
}
