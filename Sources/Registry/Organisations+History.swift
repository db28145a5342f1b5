public import Complaints
import FoundationEssentials
import Storage

/// A change of an organisation's settings, as their history tells it: dated, by whose hand, why, and what it was
/// before.
public struct SettingsChange: Sendable {
    /// A setting that is in no version of the procedure.
    public struct Besides: Sendable, Hashable {
        public let setting: OrganisationSetting
        /// Empty where it was not set.
        public let former: String
        public let present: String
    }

    /// The author where it was a command.
    public static let command = "commande"
    /// The author of what an organisation begins with, where it was one.
    public static let installation = "installation"

    public let at: Instant
    /// The identifier of an account, or one of the two words above.
    public let author: String
    public let reason: String
    /// The version of the procedure that it published; nil where it published none.
    public let procedure: Procedure?
    /// The version before; nil for the first one.
    public let former: Procedure?
    /// What changed besides.
    public var besides: [Besides]
}

/// When, by whose hand and why settings change.
struct SettingSignature: Sendable, Hashable {
    let at: Instant
    let author: String
    let reason: String
}

extension Organisations {
    /// Every change of an organisation's settings, the newest first. It is made of the versions of the procedure, and
    /// of what was noted beside them.
    public func history(of id: String) async throws -> [SettingsChange] {
        try await database.read { connection in
            let versions = try Self.versions(of: id, in: connection)
            let noted = try Self.noted(of: id, in: connection)
            var changes = zip(versions, [nil] + versions.map(\.procedure)).map { version, former in
                SettingsChange(
                    at: version.signed.at,
                    author: version.signed.author,
                    reason: version.signed.reason,
                    procedure: version.procedure,
                    former: former,
                    besides: noted[version.signed] ?? []
                )
            }
            let told = Set(versions.map(\.signed))
            changes += noted.filter { !told.contains($0.key) }.map { signed, besides in
                SettingsChange(
                    at: signed.at,
                    author: signed.author,
                    reason: signed.reason,
                    procedure: nil,
                    former: nil,
                    besides: besides
                )
            }
            return changes.enumerated().sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(
                \.element
            )
        }
    }

    /// Notes what changes besides the procedure, within the transaction that changes it.
    ///
    /// - Parameter rows: an identifier for each setting of `besideProcedure`.
    func enter(
        _ change: OrganisationChange,
        of id: String,
        _ signed: SettingSignature,
        as rows: [(OrganisationSetting, String)],
        in connection: any Connection
    ) throws {
        let row = try connection.run("SELECT host, second_factor FROM organisation WHERE id = \(id)").first
        guard let row else { throw Register.Failure.unknown }
        let former = [OrganisationSetting.host: try row.optionalText(0) ?? "", .secondFactor: try row.text(1)]
        let present = [
            OrganisationSetting.host: change.host, .secondFactor: change.needsSecondFactor.map { $0 ? "on" : "off" },
        ]
        for (setting, row) in rows {
            guard let was = former[setting], let next = present[setting] ?? nil, was != next else { continue }
            try connection.run(
                """
                INSERT INTO setting_change (organisation, id, setting, former, present, author, reason, changed_at)
                VALUES (\(id), \(row), \(setting.rawValue), \(was), \(next), \(signed.author), \(signed.reason),
                    \(signed.at.description))
                """
            )
        }
    }

    private static func versions(
        of id: String,
        in connection: any Connection
    ) throws -> [(signed: SettingSignature, procedure: Procedure)] {
        try connection.run(
            """
            SELECT published_at, author, reason, content FROM procedure_version
            WHERE organisation = \(id) ORDER BY version
            """
        ).map { row in
            let procedure = try JSONDecoder().decode(Procedure.self, from: Data(try row.text(3).utf8))
            return (try SettingSignature(row, from: 0), procedure)
        }
    }

    private static func noted(
        of id: String,
        in connection: any Connection
    ) throws -> [SettingSignature: [SettingsChange.Besides]] {
        let rows = try connection.run(
            """
            SELECT changed_at, author, reason, setting, former, present FROM setting_change
            WHERE organisation = \(id) ORDER BY changed_at, setting, id
            """
        )
        let noted = try rows.map { row in
            guard let setting = OrganisationSetting(rawValue: try row.text(3)) else {
                throw StorageError.failed("a change of settings names none")
            }
            let besides = SettingsChange.Besides(setting: setting, former: try row.text(4), present: try row.text(5))
            return (try SettingSignature(row, from: 0), besides)
        }
        return Dictionary(grouping: noted, by: \.0).mapValues { $0.map(\.1) }
    }
}

extension SettingSignature {
    /// Reads instant, author and reason, in this order.
    fileprivate init(_ row: Row, from first: Int) throws {
        guard let instant = Instant(try row.text(first)) else {
            throw StorageError.failed("a change of settings has no valid instant")
        }
        self.init(at: instant, author: try row.text(first + 1), reason: try row.text(first + 2))
    }
}
