import Complaints
public import Registry
public import Storage

/// The database, opened, migrated and found fit, with the organisations in it.
public struct Warehouse: Sendable {
    /// The engine.
    public let database: any Database
    /// The organisations.
    public let organisations: Organisations
    let world: World

    /// Opens what the settings name, brings its tables up to date (S-83, S-84), hands it over, and closes it.
    public static func use<T>(_ settings: Settings, _ body: (Warehouse) async throws -> T) async throws -> T {
        let warehouse = try await open(settings)
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
    public static func open(_ settings: Settings, world: World = .real) async throws -> Warehouse {
        let database = try await engine(settings.place)
        do {
            try await Migrator().migrate(database, Schema.migrations)
        } catch {
            await database.close()
            throw error
        }
        let keys = SigningKeys(folder: settings.keys)
        let organisations = Organisations(database: database, world: world, keys: keys)
        return Warehouse(database: database, organisations: organisations, world: world)
    }

    /// The organisation that a command means: by name, host or identifier, or the only one.
    public func organisation(named text: String?) async throws -> Organisation {
        let all = try await organisations.all()
        if let text {
            let found = all.filter { $0.id == text || $0.name == text || $0.host == text.lowercased() }
            guard found.count == 1 else { throw Settings.Mistake(description: "Organisme introuvable : \(text).") }
            return found[0]
        }
        guard all.count == 1 else {
            throw Settings.Mistake(
                description: all.isEmpty
                    ? "Aucun organisme encore : doleances organisation add --name « … »."
                    : "Plusieurs organismes : précisez --organisation."
            )
        }
        return all[0]
    }

    private static func engine(_ place: Settings.Place) async throws -> any Database {
        switch place {
        case .folder(let folder): try await SQLiteDatabase.open(folder)
        case .postgres(let url): try await PostgresDatabase.open(url)
        }
    }
}

/// For commands that never write a letter: an act that would need one fails here rather than sending nothing unseen.
public let noLetters: LetterComposer = { request in
    preconditionFailure("A command changes settings, not case files: \(request.kind)")
}
