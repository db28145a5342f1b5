import Complaints
import TestSupport

@testable import Registry

extension TestBooks {
    /// The provider's accounts, with passwords that cost little.
    func accounts() -> Accounts {
        let clock = clock
        return Accounts(
            of: organisation.id,
            database: database,
            world: World(
                now: { clock.now },
                bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
            ),
            hasher: PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        )
    }

    /// The people of the film school as accounts that can sign in, whose identifiers the rules then know.
    func hire() async throws -> [Officer] {
        let roles: [Set<Role>] = [
            [.complaintsManager], [.management], [.management, .dataProtection], [.receptionDesk], [.internalControl],
        ]
        let accounts = accounts()
        var staff: [Officer] = []
        for (index, held) in roles.enumerated() {
            let account = try await accounts.add(
                email: "agent-\(index)@example.org",
                name: "Agent \(index)",
                roles: Set(held.map(\.rawValue)),
                password: "tournevis marmotte galet"
            )
            staff.append(Officer(id: account.id, roles: held))
        }
        return staff
    }
}
