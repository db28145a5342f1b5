import Complaints
import TestSupport

@testable import Registry

extension TestBooks {
    /// The people of the film school as accounts, whose identifiers the rules then know.
    func hire() async throws -> [Officer] {
        let roles: [Set<Role>] = [
            [.complaintsManager], [.management], [.management, .dataProtection], [.receptionDesk], [.internalControl],
        ]
        let clock = clock
        let accounts = Accounts(
            of: organisation.id,
            database: database,
            world: World(
                now: { clock.now },
                bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
            ),
            hasher: PasswordHasher(cost: .current)
        )
        var staff: [Officer] = []
        for (index, held) in roles.enumerated() {
            let account = try await accounts.add(
                email: "agent-\(index)@example.org",
                name: "Agent \(index)",
                roles: Set(held.map(\.rawValue))
            )
            staff.append(Officer(id: account.id, roles: held))
        }
        return staff
    }
}
