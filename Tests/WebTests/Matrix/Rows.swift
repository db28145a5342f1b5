import Complaints
import Storage
import TestSupport

@testable import Registry
@testable import Web

extension TestBooks {
    /// Every row of an organisation's, by table, its own among them.
    func rows(of organisation: Organisation) async throws -> [String: [String]] {
        let id = organisation.id
        let owned = try await rows(Self.tables(with: "organisation")) {
            "SELECT * FROM \($0) WHERE organisation = \(id)"
        }
        let own = try await rows(["organisation"]) { "SELECT * FROM \($0) WHERE id = \(id)" }
        return owned.merging(own) { $1 }
    }

    /// The sessions of these accounts.
    func sessions(of accounts: [Account]) async throws -> [String] {
        let ids = accounts.map { Value.text($0.id) }
        let organisation = organisation.id
        return try await rows(["staff_session"]) {
            "SELECT * FROM \($0) WHERE organisation = \(organisation) AND account IN (\(list: ids))"
        }["staff_session"] ?? []
    }

    /// Every row that a case file owns, by table.
    func rows(of id: CaseFile.ID) async throws -> [String: [String]] {
        let id = id.description
        var rows = try await rows(Self.tables(with: "case_file")) { "SELECT * FROM \($0) WHERE case_file = \(id)" }
        rows.merge(try await self.rows(["case_file"]) { "SELECT * FROM \($0) WHERE id = \(id)" }) { $1 }
        return rows
    }

    private func rows(
        _ tables: [String],
        _ statement: @escaping @Sendable (SQL) -> SQL
    ) async throws -> [String: [String]] {
        try await database.read { connection in
            var rows: [String: [String]] = [:]
            for table in tables {
                rows[table] = try connection.run(statement(SQL(stringLiteral: table))).map { "\($0)" }.sorted()
            }
            return rows
        }
    }

    /// The tables that have a column of that name, as the migrations declare them.
    private static func tables(with column: String) -> [String] {
        declared.filter { $0.columns.contains("\n    \(column) TEXT") }.map(\.name)
    }

    /// Every table and what the migrations say of its columns, read once.
    private static let declared: [(name: String, columns: String)] = Schema.migrations.flatMap { migration in
        migration.script.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\);/)
            .map { (name: String($0.output.1), columns: String($0.output.2)) }
    }
}

extension TestSite {
    /// What nobody changes who is kept out: a case file with all that it owns, what was said, every account, the sessions of
    /// the officer and of the colleague, and the settings, the templates among them; and how much has come in. The journal of accesses is left out: a reader who looks at the page of a refusal is in it.
    func standing(of holdings: Holdings) async throws -> [String: [String]] {
        var rows = try await books.rows(of: holdings.caseFile)
        rows["access"] = nil
        rows["said"] = try await books.rows(of: holdings.discontent)["log_opening"]
        rows["account"] = try await site.accounts(books.organisation).standings().map(Self.told)
        rows["session"] = try await books.sessions(of: [holdings.officer, holdings.colleague])
        let settings = try await books.organisations.history(of: books.organisation.id)
        rows["settings"] = settings.map { "\($0.at) \($0.author)" }
        rows["templates"] = try await books.register.templates().map { "\($0.id) \($0.version)" }
        let told = try await books.register.subscriberChanges()
        rows["told"] = told.map { "\($0.at) \($0.author) \($0.name) \($0.setting) \($0.present)" }
        rows["announced"] = try await books.register.announcements(to: holdings.subscriber).map { "\($0)" }
        rows["received"] = ["\(try await books.register.countReceptions(CaseFilter()))"]
        rows["heard"] = try await books.register.discontents(limit: 1_000).map(\.id.description)
        return rows
    }

    /// Everything of an account, its roles in an order of their own: a set has none.
    private static func told(_ standing: AccountStanding) -> String {
        let account = standing.account
        return """
            \(account.id) \(account.email) \(account.name) \(account.roles.sorted()) \(account.disabledAt as Any) \
            \(account.expiresOn as Any) \(account.passwordDigest as Any) \(standing.lastSignIn as Any) \
            \(standing.hasSecondFactor) \(standing.isInvited)
            """
    }
}
