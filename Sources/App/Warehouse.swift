import Complaints
public import Registry
public import Storage
import Web

/// The database, opened, migrated and found fit, with the organisations in it.
public struct Warehouse: Sendable {
    /// The engine.
    public let database: any Database
    /// The organisations.
    public let organisations: Organisations
    let world: World
    /// What links begin with, unless an organisation has a host of its own.
    let baseURL: String

    /// What the books are opened for.
    public enum Purpose: Sendable {
        /// To serve and to write: alone, their tables brought up to date (S-83, S-84).
        case serving
        /// To read, beside whoever serves them. Nothing is made, changed or locked.
        case reading
    }

    /// Opens what the settings name, hands it over, and closes it.
    public static func use<T>(
        _ settings: Settings,
        _ purpose: Purpose = .serving,
        world: World = .real,
        _ body: (Warehouse) async throws -> T
    ) async throws -> T {
        let warehouse = try await open(settings, purpose, world: world)
        do {
            let outcome = try await body(warehouse)
            await warehouse.database.close()
            return outcome
        } catch {
            await warehouse.database.close()
            throw error
        }
    }

    /// Opens what the settings name. The caller closes the database.
    public static func open(
        _ settings: Settings,
        _ purpose: Purpose = .serving,
        world: World = .real
    ) async throws -> Warehouse {
        if purpose == .reading { try settings.demandBooks() }
        let database = try await engine(settings.place, purpose)
        do {
            switch purpose {
            case .serving: try await Migrator().migrate(database, Schema.migrations)
            case .reading: try await Migrator().check(database, Schema.migrations)
            }
        } catch {
            await database.close()
            throw error
        }
        let keys = SigningKeys(folder: settings.keys)
        let organisations = Organisations(database: database, world: world, keys: keys)
        return Warehouse(database: database, organisations: organisations, world: world, baseURL: settings.baseURL)
    }

    /// Where people find an organisation's pages.
    func address(of organisation: Organisation) -> String {
        SiteOrigin(baseURL)?.url(of: organisation.host) ?? baseURL
    }

    /// The organisation that a command means: by identifier, before all, by name or host; or the only one.
    public func organisation(named text: String?) async throws -> Organisation {
        let all = try await organisations.all()
        if let text {
            if let own = all.first(where: { $0.id == text }) { return own }
            let found = all.filter { $0.isMeant(by: text) }
            guard found.count == 1 else {
                throw Settings.Mistake(
                    description: found.isEmpty
                        ? "Organisme introuvable : \(text). La commande \(Program.name) organisation list montre ceux qu’il y a."
                        : "Plusieurs organismes répondent à \(text) : désignez-le par son identifiant, que montre "
                            + "\(Program.name) organisation list.",
                    code: .organisation
                )
            }
            return found[0]
        }
        guard all.count == 1 else {
            throw Settings.Mistake(
                description: all.isEmpty
                    ? "Aucun organisme encore : ouvrez le lien du premier démarrage, que \(Program.name) serve imprime, ou "
                        + "donnez un nom à \(Program.name) organisation add --name."
                    : "Plusieurs organismes : précisez --organisation.",
                code: .organisation
            )
        }
        return all[0]
    }

    private static func engine(_ place: Settings.Place, _ purpose: Purpose) async throws -> any Database {
        switch (place, purpose) {
        case (.folder(let folder), .serving): try await SQLiteDatabase.open(folder)
        case (.folder(let folder), .reading): try SQLiteDatabase.openReading(folder)
        case (.postgres(let url), .serving): try await PostgresDatabase.open(url)
        case (.postgres(let url), .reading): try await PostgresDatabase.openReading(url)
        }
    }
}

/// For commands that never write a letter: an act that would need one fails here rather than sending nothing unseen.
public let noLetters: LetterComposer = { request in
    preconditionFailure("A command changes settings, not case files: \(request.kind)")
}
