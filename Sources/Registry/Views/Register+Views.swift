public import Complaints
import Storage

/// The views that the provider's people keep (docs/decisions/0026).
extension Register {
    /// Those in somebody's list, by name: their own, and what others share, as long as the account of whoever made it is open.
    public func views(of account: String) async throws -> [SavedView] {
        let today = world.now().civilDate
        return try await database.read { connection in
            try connection.run(
                """
                SELECT \(SavedView.columns) FROM saved_view v
                JOIN account a ON a.organisation = v.organisation AND a.id = v.account
                WHERE v.organisation = \(organisation.id)
                    AND (v.account = \(account) OR (v.shared = 1 AND \(Account.isOpen(on: today))))
                ORDER BY v.name, v.id
                """
            ).map { try SavedView($0) }
        }
    }

    /// Keeps one. - Throws: `ViewRefusal`.
    ///
    /// - Parameters:
    ///   - name: one line of words.
    ///   - filters: as `SavedView.filters`.
    @discardableResult
    public func keepView(
        of book: LedgerBook,
        named name: String,
        filters: String,
        isShared: Bool,
        by account: String
    ) async throws -> String {
        let (id, now) = (world.identifier(), world.now())
        try await database.write(scope) { connection in
            let held = try connection.run(
                "SELECT COUNT(*) FROM saved_view WHERE organisation = \(organisation.id) AND account = \(account)"
            )[0].integer(0)
            guard held < SavedView.most else { throw ViewRefusal.tooMany(most: SavedView.most) }
            try connection.run(
                """
                INSERT INTO saved_view (organisation, id, account, book, name, filters, shared, made_at)
                VALUES (\(organisation.id), \(id), \(account), \(book.rawValue), \(name), \(filters),
                    \(isShared ? 1 : 0), \(now.description))
                """
            )
        }
        return id
    }

    /// Gives one of an account's another name, and says who sees it; another's is not touched.
    public func changeView(_ id: String, of account: String, name: String, isShared: Bool) async throws {
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE saved_view SET name = \(name), shared = \(isShared ? 1 : 0)
                WHERE organisation = \(organisation.id) AND id = \(id) AND account = \(account)
                """
            )
        }
    }

    /// Forgets one of an account's; another's is not touched.
    public func forgetView(_ id: String, of account: String) async throws {
        try await database.write(scope) { connection in
            try connection.run(
                """
                DELETE FROM saved_view
                WHERE organisation = \(organisation.id) AND id = \(id) AND account = \(account)
                """
            )
        }
    }
}
