import Complaints
import Foundation
import Pages
import Registry
import Storage
import Web

/// `doleances demo`: a year of a film school and of two other providers, made by using the product under a moving clock,
/// then the same server.
///
/// It takes nothing from the machine's own settings: its keys are its own, its letters go nowhere, and only this machine
/// reaches it.
public enum Demo {
    /// The providers; the first is the one whose address is the server's own.
    static let providers = [FilmSchool.provider, LanguageTrainer.provider, SkillsCentre.provider]

    /// Fills a fresh folder and serves it. The folder is removed when the server stops.
    public static func run(port: String?) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/doleances-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var given: [Settings.Name: String] = [.data: folder]
        given[.port] = port
        let settings = try await Settings(given: given, isSheltered: true)
        try settings.tryPort()
        print("» Une école de cinéma et deux autres organismes vivent une année…")
        try await fill(settings)
        guard let origin = SiteOrigin(settings.baseURL) else { throw cannotBegin }
        for provider in providers {
            print("\(provider.procedure.provider.name)\u{A0}: \(origin.url(of: provider.host))/connexion")
            for person in provider.people { print("  \(person.email) · \(DemoPerson.password)") }
        }
        print("  Sans second facteur, pour la démonstration seulement.")
        try await Server.run(settings)
    }

    /// Makes the providers, their people and their year.
    static func fill(_ settings: Settings) async throws {
        let today = World.real.now().civilDate
        let clock = DemoClock(today.adding(days: -366))
        let warehouse = try await Warehouse.open(settings, world: clock.world)
        let house = try await House(warehouse, settings)
        var year = DemoYear(clock: clock, today: today)
        var registers: [Register] = []
        for provider in providers {
            let hand = try await open(provider, in: warehouse, house, clock)
            try year.add(hand)
            registers.append(hand.register)
        }
        try await year.pass { try await DemoPost.collect(from: $0) }
        clock.move(to: today)
        for (provider, register) in zip(providers, registers) {
            for person in provider.people where person.days != nil {
                try await warehouse.open(person, at: register.organisation, on: today)
            }
            try await register.keepCheckpoint()
        }
        await warehouse.database.close()
    }

    /// Opens a provider and the accounts of its people: the hand of whoever handles the complaints there.
    private static func open(
        _ provider: DemoProvider,
        in warehouse: Warehouse,
        _ house: House,
        _ clock: DemoClock
    ) async throws -> DemoHand {
        let organisation = try await warehouse.organisations.add(
            name: provider.procedure.provider.name,
            host: provider.host,
            needsSecondFactor: false,
            procedure: provider.procedure
        )
        var officers: [String: Officer] = [:]
        for person in provider.people where person.days == nil {
            let account = try await warehouse.open(person, at: organisation, on: clock.now.civilDate)
            officers[person.email] = Officer(id: account.id, roles: person.roles)
        }
        let registers = try await house.registers.all(fresh: true)
        guard let register = registers.first(where: { $0.organisation == organisation }),
            let officer = officers[provider.manager.email]
        else { throw cannotBegin }
        // The manager has taken over the templates that come with the product.
        let press = try Press()
        for proposal in TemplateProposal.allCases {
            _ = try await register.makeTemplate(proposal.draft(press), by: officer.id)
        }
        return DemoHand(register: register, provider: provider, officers: officers, officer: officer, clock: clock)
    }

    private static let cannotBegin = Settings.Mistake(description: "La démonstration n’a pas pu commencer.")
}

extension Warehouse {
    /// Opens somebody's account on a day.
    @discardableResult
    fileprivate func open(
        _ person: DemoPerson,
        at organisation: Organisation,
        on day: CivilDate
    ) async throws -> Account {
        try await addAccount(
            to: organisation,
            email: person.email,
            name: person.name,
            roles: person.roles,
            password: DemoPerson.password,
            expiresOn: person.days.map { day.adding(days: $0) }
        )
    }
}
