import Foundation
import Registry
import Storage

/// Books put back from a backup, apart from those that are served, to see whether the backup is worth anything.
public struct RestoredCopy: Sendable {
    /// Where it is, and its keys.
    public let settings: Settings

    /// - Parameters:
    ///   - place: a folder, or a PostgreSQL database by URL.
    ///   - keys: the folder of its keys; nil for the one in the folder, or else the keys of the books themselves.
    ///   - live: the books that are served.
    /// - Throws: `Settings.Mistake` where it is no copy but these books.
    public init(_ place: String, keys: String?, beside live: Settings) async throws {
        let isAddress = place.hasPrefix("postgres://") || place.hasPrefix("postgresql://")
        var given: [Settings.Name: String] = [isAddress ? .database : .data: place]
        given[.keys] = keys ?? (isAddress ? live.keys : nil)
        settings = try await Settings(given: given, isSheltered: true)
        guard try await !settings.place.isSame(as: live.place) else {
            throw Settings.Mistake(
                description: "--restored : ce sont les livres eux-mêmes. Donnez la copie, rétablie à part.",
                code: .value
            )
        }
    }

    /// The identifiers of the organisations in it, or of the one that is meant.
    public func organisations(named name: String?) async throws -> [String] {
        try await Warehouse.use(settings, .reading) { warehouse in
            if let name { return [try await warehouse.organisation(named: name).id] }
            return try await warehouse.organisations.all().map(\.id)
        }
    }
}

extension Settings.Place {
    /// Whether two names lead to the same books. - Throws: `StorageError` where a database cannot be asked.
    fileprivate func isSame(as other: Settings.Place) async throws -> Bool {
        switch (self, other) {
        case (.folder(let one), .folder(let two)): Self.resolved(one) == Self.resolved(two)
        case (.postgres(let one), .postgres(let two)): try await Self.standing(one) == Self.standing(two)
        case (.folder, .postgres), (.postgres, .folder): false
        }
    }

    /// A folder without detours.
    private static func resolved(_ folder: String) -> String {
        URL(filePath: folder).resolvingSymlinksInPath().standardizedFileURL.path
    }

    /// A URL can be written in many ways: the server says which database it is.
    private static func standing(_ url: String) async throws -> String {
        let database = try await PostgresDatabase.openReading(url)
        do {
            let standing = try await database.standing()
            await database.close()
            return standing
        } catch {
            await database.close()
            throw error
        }
    }
}
