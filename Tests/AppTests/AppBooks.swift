import Complaints
import Foundation
import Storage
import TestSupport

@testable import App
@testable import Registry

/// Books on an engine, with commands over them, and the clock in the test's hands.
struct AppBooks {
    let books: TestBooks
    let warehouse: Warehouse

    init(_ engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let world = World(now: { books.clock.now }, bytes: World.real.bytes)
        self.books = books
        warehouse = Warehouse(
            database: books.database,
            organisations: books.organisations,
            world: world,
            baseURL: "https://reclamations.example"
        )
    }

    /// What a command prints.
    func run(_ errand: Errand) async throws -> [String] { try await warehouse.run(errand) }

    /// `organisation set`.
    @discardableResult func set(_ typed: [OrganisationSetting: String], reason: String? = nil) async throws -> [String]
    {
        try await run(.setOrganisation(named: nil, details: OrganisationDetails(typed), reason: reason))
    }

    /// `user add`.
    func hire(_ email: String, _ roles: Set<Role>) async throws {
        _ = try await warehouse.accounts(of: books.organisation)
            .add(email: email, name: email, roles: Set(roles.map(\.rawValue)))
    }

    /// `organisation show --json`, read.
    func shown() async throws -> [String: String] {
        let json = try await run(.showOrganisation(named: nil, version: nil, asJSON: true)).joined()
        return try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }

    /// The sentence that a command is refused with; nil where it is not.
    func refusal(of errand: Errand) async -> String? {
        do {
            _ = try await run(errand)
            return nil
        } catch {
            return OperatorMessage(error).text
        }
    }

    /// The same, of `organisation set`.
    func refusal(of typed: [OrganisationSetting: String]) async -> String? {
        await refusal(of: .setOrganisation(named: nil, details: OrganisationDetails(typed), reason: nil))
    }
}
