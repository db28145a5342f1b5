import Foundation
import Registry

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
        guard settings.place.resolved != live.place.resolved else {
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
    /// The same without detours, so that two can be compared.
    fileprivate var resolved: Settings.Place {
        guard case .folder(let folder) = self else { return self }
        return .folder(URL(filePath: folder).resolvingSymlinksInPath().standardizedFileURL.path)
    }
}
