import Complaints
import Storage

/// What is done to an account, as the journal of accesses names it (S-62).
public enum AccountAct: String, Sendable, CaseIterable {
    case added = "compte-ajoute"
    /// Its owner was given a link.
    case invited = "compte-invite"
    case renamed = "compte-renomme"
    /// With all the roles held from then on.
    case rolesChanged = "compte-roles"
    /// With the last day, or `sans`.
    case termChanged = "compte-echeance"
    /// Another password was put down, by a command.
    case passwordChanged = "compte-mot-de-passe"
    case disabled = "compte-desactive"
    case enabled = "compte-reactive"
    /// Password and second factor were forgotten.
    case reset = "compte-remis"
    case sessionsEnded = "compte-sessions"
}

/// Who administers accounts.
public enum AccountHand: Sendable, Hashable {
    /// Somebody signed in: the account's identifier.
    case officer(String)
    /// Whoever has the machine.
    case command

    /// As the journal of accesses names it.
    var name: String {
        switch self {
        case .officer(let id): id
        case .command: "commande"
        }
    }
}

/// What the lines of the journal about one change need, drawn before its transaction, whose body may run again.
struct AccountDraws: Sendable {
    let instant: Instant
    private let rows: [AccountAct: String]

    init(from world: World) {
        instant = world.now()
        rows = Dictionary(uniqueKeysWithValues: AccountAct.allCases.map { ($0, world.identifier()) })
    }

    var today: CivilDate { instant.civilDate }

    /// The identifier of the line about an act.
    func row(of act: AccountAct) -> String { rows[act] ?? "" }
}

extension Accounts {
    /// Records what was done to an account, by whom and when: never a name, an address or a secret (S-62).
    ///
    /// - Parameters:
    ///   - value: what it was set to, in codes.
    ///   - isAlone: whether it takes two people, and was done by one since there is nobody else.
    func record(
        _ act: AccountAct,
        of id: String,
        _ value: String? = nil,
        isAlone: Bool = false,
        by hand: AccountHand,
        _ draws: AccountDraws,
        in connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO access (organisation, id, account, action, case_file, at, on_account, set_to, alone)
            VALUES (\(organisation), \(draws.row(of: act)), \(hand.name), \(act.rawValue), '',
                \(draws.instant.description), \(id), \(value), \(isAlone ? 1 : 0))
            """
        )
    }
}
