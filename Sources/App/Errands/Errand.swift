public import Complaints
public import Registry
import Web

/// What a command has done to the books: by its own process where nobody has them open, and by the running server where
/// one has, so that nobody need stop it (S-84).
public enum Errand: Codable, Sendable, Equatable {
    /// `organisation add`.
    case addOrganisation(OrganisationDetails)
    /// `organisation set`; what is not said stays as it is.
    case setOrganisation(named: String?, details: OrganisationDetails, reason: String?)
    /// `organisation show`; nil is the version in force.
    case showOrganisation(named: String?, version: Int?, asJSON: Bool)
    /// `organisation history`.
    case listVersions(organisation: String?)
    /// `organisation accept-restore`; `keysLost` where the keys came from the copy too, so that nothing shows what is missing.
    case acceptRestore(named: String?, reason: String, keysLost: Bool)
    /// `organisation list`.
    case listOrganisations
    /// `user add`.
    case addAccount(NewAccount)
    /// `user set`; what is not said stays as it is.
    case setAccount(AccountDetails)
    /// `user reset`; `forgets` says whether password and second factor are forgotten at once.
    case resetAccount(email: String, organisation: String?, forgets: Bool)
    /// `user list`.
    case listAccounts(organisation: String?, asJSON: Bool)
    /// `user disable`.
    case disableAccount(email: String, organisation: String?)
    /// `user enable`.
    case enableAccount(email: String, organisation: String?)
    /// `mail ingest`: the mail stands in a file.
    case keepMail(file: String, organisation: String?)
    /// What `verify` found in order, of organisations by identifier, name or host; of all where none is named.
    case noteCheck(UpkeepRecord, of: [String])

    /// Has it done.
    ///
    /// - Returns: what the command prints, line by line.
    /// - Throws: what `OperatorMessage` knows how to say.
    public func run(_ settings: Settings) async throws -> [String] {
        if case .folder(let folder) = settings.place,
            let outcome = try await ErrandCall(folder: folder).ask(self)
        {
            return try outcome.lines
        }
        guard case .addOrganisation(let details) = self else {
            try settings.demandBooks()
            return try await Warehouse.use(settings) { try await $0.run(self) }
        }
        // Books are made for an organisation that will do, and for no other.
        _ = try details.settings().founding(today: World.real.now().civilDate)
        try settings.demandKeysFolder()
        let newBooks = settings.newBooks.map { [$0] } ?? []
        return try await Warehouse.use(settings) { try await $0.run(self) } + newBooks
    }
}

extension Errand {
    /// Has it done where that opens nothing anew: by the server over a folder, where one runs, and in PostgreSQL’s books.
    /// Where it cannot be, nothing is said: it goes with something else that was asked for.
    public func runBesideServer(_ settings: Settings) async {
        switch settings.place {
        case .folder(let folder): _ = try? await ErrandCall(folder: folder).ask(self)
        case .postgres: _ = try? await run(settings)
        }
    }
}

/// An account to be made.
public struct NewAccount: Codable, Sendable, Equatable {
    /// The organisation by name, host or identifier; nil where there is only one.
    public let organisation: String?
    public let email: String
    /// As shown.
    public let name: String
    public let roles: Set<Role>
    /// Nil for somebody who is to choose their own by a link.
    public let password: String?
    /// The last day on which it is good, in Paris; nil for one without an end.
    public let expiresOn: CivilDate?

    public init(
        organisation: String?,
        email: String,
        name: String,
        roles: Set<Role>,
        password: String?,
        expiresOn: CivilDate? = nil
    ) {
        self.organisation = organisation
        self.email = email
        self.name = name
        self.roles = roles
        self.password = password
        self.expiresOn = expiresOn
    }
}

/// How an errand ended, as the server tells the command.
enum ErrandOutcome: Codable, Sendable, Equatable {
    /// With these lines to print.
    case done([String])
    /// With this sentence for the operator.
    case refused(String)

    /// What to print. - Throws: the refusal.
    var lines: [String] {
        get throws {
            switch self {
            case .done(let lines): return lines
            case .refused(let sentence): throw ErrandRefused(text: sentence)
            }
        }
    }
}

/// The server's refusal of an errand, as `OperatorMessage` worded it there.
struct ErrandRefused: Error {
    let text: String
}
