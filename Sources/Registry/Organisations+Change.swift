public import Complaints
import FoundationEssentials
import Storage

/// What changes of an organisation; what is nil stays as it is.
public struct OrganisationChange: Sendable {
    /// Its name, in lists and in its procedure alike.
    public var name: String?
    /// The host name that chooses it; an empty one takes it away.
    public var host: String?
    /// Whether its officers need a second factor.
    public var needsSecondFactor: Bool?
    /// Makes the next version of its procedure from the one in force.
    public var procedure: (@Sendable (Procedure) throws -> Procedure)?

    public init() {}
}

/// A version of a procedure, as a list shows it.
public struct ProcedureVersion: Sendable, Hashable {
    /// 1, 2, 3…
    public let number: Int
    /// Since when it is in force.
    public let publishedAt: Instant
    /// Who made it.
    public let author: String
    /// Why.
    public let reason: String
}

extension Organisations {
    /// Changes an organisation, and publishes the next version of its procedure where that changes: all of it, or none.
    /// Case files already received keep theirs (R-25, R-77).
    ///
    /// - Returns: the procedure in force, and whether it is a new one.
    /// - Throws: `Refusal.forbiddenWording`; `SettingMistakes` for a new name by which commands mean another;
    ///   `StorageError.duplicate` where another has the host name; what `procedure` throws. Nothing is changed then.
    public func change(
        _ id: String,
        _ change: OrganisationChange,
        author: String,
        reason: String
    ) async throws -> (procedure: Procedure, isNew: Bool) {
        let signed = SettingSignature(at: world.now(), author: author, reason: reason)
        let rows = OrganisationSetting.besideProcedure.map { ($0, world.identifier()) }
        return try await database.write(.organisation(id)) { connection in
            try enter(change, of: id, signed, as: rows, in: connection)
            if let name = change.name {
                try Self.refuseTaken(name, for: id, in: connection)
                try connection.run("UPDATE organisation SET name = \(name) WHERE id = \(id)")
            }
            if let host = change.host {
                let written = host.isEmpty ? nil : host
                try connection.run("UPDATE organisation SET host = \(written) WHERE id = \(id)")
            }
            if let isNeeded = change.needsSecondFactor {
                if isNeeded { try Self.endSessionsWithoutFactor(of: id, signed, in: connection) }
                try connection.run(
                    "UPDATE organisation SET second_factor = \(isNeeded ? "on" : "off") WHERE id = \(id)"
                )
            }
            let present = try Self.procedure(of: id, in: connection)
            var next = try change.procedure?(present) ?? present
            next.provider.name = change.name ?? next.provider.name
            next.version = present.version
            guard next != present else { return (present, false) }
            try next.refuseForbiddenWording()
            next.version += 1
            try insert(next, id, signed.at, author: author, reason: reason, in: connection)
            return (next, true)
        }
    }

    /// The procedure of an organisation: the one in force, or an earlier version; nil where there is no such version.
    public func procedure(of id: String, version: Int? = nil) async throws -> Procedure? {
        try await database.read { connection in
            guard let version else { return try Self.procedure(of: id, in: connection) }
            return try Self.read(
                connection.run(
                    "SELECT content FROM procedure_version WHERE organisation = \(id) AND version = \(version)"
                )
            )
        }
    }

    /// Every version of an organisation's procedure, the first one first (R-77).
    public func versions(of id: String) async throws -> [ProcedureVersion] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT version, published_at, author, reason FROM procedure_version
                WHERE organisation = \(id) ORDER BY version
                """
            ).map { row in
                guard let instant = Instant(try row.text(1)) else {
                    throw StorageError.failed("a version has no valid instant")
                }
                return ProcedureVersion(
                    number: try row.integer(0),
                    publishedAt: instant,
                    author: try row.text(2),
                    reason: try row.text(3)
                )
            }
        }
    }

    private static func procedure(of id: String, in connection: any Connection) throws -> Procedure {
        let rows = try connection.run(
            "SELECT content FROM procedure_version WHERE organisation = \(id) ORDER BY version DESC LIMIT 1"
        )
        guard let procedure = try read(rows) else { throw Register.Failure.unknown }
        return procedure
    }

    private static func read(_ rows: [Row]) throws -> Procedure? {
        try rows.first.map { try JSONDecoder().decode(Procedure.self, from: Data(try $0.text(0).utf8)) }
    }

    /// Whoever sets an organisation must not take from another what commands mean it by: they would mean either.
    private static func refuseTaken(_ name: String, for id: String, in connection: any Connection) throws {
        let all = try all(in: connection)
        guard all.first(where: { $0.id == id })?.name != name,
            all.contains(where: { $0.id != id && $0.isMeant(by: name) }),
            let mistakes = SettingMistakes([SettingMistake(.name, name, .taken)])
        else { return }
        throw mistakes
    }

    /// Ends what a password alone began, where it was enough until now, and says so in the journal of accesses (S-62).
    private static func endSessionsWithoutFactor(
        of id: String,
        _ signed: SettingSignature,
        in connection: any Connection
    ) throws {
        let sufficed = try connection.run("SELECT 1 FROM organisation WHERE id = \(id) AND second_factor = 'off'")
        guard !sufficed.isEmpty else { return }
        let hand = signed.author == SettingsChange.command ? AccessEntry.server : signed.author
        try AccessJournal(organisation: id)
            .end("s.organisation = \(id)", as: .sessionEnded, by: hand, at: signed.at, in: connection)
        try connection.run("DELETE FROM pending_sign_in WHERE organisation = \(id)")
    }
}
