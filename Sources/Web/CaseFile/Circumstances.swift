import Complaints
import Registry

/// What an act is decided with, besides its form and the file.
struct Circumstances: Sendable {
    /// The version of the procedure that the case was received under: its delays and its rule of completeness stay.
    let procedure: Procedure
    /// The version of today: its mediator is the one whom an answer names (docs/decisions/0015).
    let inForce: Procedure
    /// The accounts that can sign in.
    let staff: [Officer]
    /// Those whom a complaint may name: also somebody who was invited and has not come yet.
    let nameable: [Officer]

    /// The accounts that may decide a contest.
    var deciders: Set<String> {
        Set(staff.filter { !$0.roles.isDisjoint(with: Act.decideContest.roles) }.map(\.id))
    }
}

extension StaffHand {
    /// What an act on a case file is decided with.
    func circumstances(of id: CaseFile.ID) async throws -> Circumstances {
        let open = try await accounts.open()
        return Circumstances(
            procedure: try await register.procedure(of: id),
            inForce: try await register.currentProcedure(),
            staff: open.filter(\.hasPassword).map(\.officer),
            nameable: open.map(\.officer)
        )
    }
}
