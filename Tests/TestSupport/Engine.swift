public import Storage

/// The engines that every test of storage and register runs on: both, always.
public enum Engine: String, Sendable, CaseIterable {
    case sqlite
    case postgres

    /// Both. A machine without PostgreSQL fails loudly rather than testing half.
    public static var available: [Engine] { allCases }

    /// A fresh database, without any table of ours.
    public func emptyDatabase() async throws -> any Database {
        switch self {
        case .sqlite:
            return try await SQLiteDatabase.open(Scratch.newPath("base"))
        case .postgres:
            return try await PostgresDatabase.open(try await PostgresServer.shared.createDatabase(), connections: 4)
        }
    }
}
