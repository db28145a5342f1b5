public import Complaints
import Storage

/// One line of the list of what was said.
public struct DiscontentLine: Sendable, Equatable {
    public let id: Discontent.ID
    /// Who said it, as far as known.
    public let person: String
    /// What was said, in short.
    public let said: String
    public let heardOn: CivilDate
    /// The day of our latest sign to the person; nil once it has ended.
    public let waitsSince: CivilDate?
    /// How often the person was invited to write.
    public let invitations: Int
    /// What came of it; nil while that is open.
    public let result: DiscontentEnding.Result?
    /// Whether it was said in confidence.
    public let isConfidential: Bool
    /// What makes it grave.
    public let severities: [Severity]

    /// What it is read from.
    static let columns: SQL = """
        d.id, d.person, d.said, d.heard_on, d.waits_since, d.invitations, d.result, d.restricted, d.alert
        """

    init(_ row: Row) throws {
        guard let id = Discontent.ID(try row.text(0)), let heardOn = CivilDate(try row.text(3)) else {
            throw StorageError.failed("a discontent's row cannot be read")
        }
        self.id = id
        self.heardOn = heardOn
        person = try row.text(1)
        said = try row.text(2)
        waitsSince = CivilDate(try row.text(4))
        invitations = try row.integer(5)
        result = DiscontentEnding.Result(rawValue: try row.text(6))
        isConfidential = try !row.text(7).isEmpty
        severities = try row.text(8).split(separator: " ").compactMap { Severity(rawValue: String($0)) }
    }
}

/// What the list shows of a discontent: a pure function of it, so that `verify` can make it again and compare (S-65).
struct DiscontentRow {
    let values: [Value]

    /// The columns after `organisation`, in the order of `values`.
    static let columns: SQL = """
        id, person, said, heard_on, waits_since, invitations, result, case_file, restricted, readers, alert, last_seq,
        first_seq
        """

    init(_ discontent: Discontent, from first: Int, to last: Int) {
        values =
            [
                .text(discontent.id.description), .text(discontent.hearing.person), .text(discontent.hearing.said),
                .text(discontent.hearing.on.description), .text(discontent.waitsSince?.description ?? ""),
                .integer(Int64(discontent.invitations.count)), .text(discontent.ending?.result.rawValue ?? ""),
                .text(discontent.ending?.caseFile?.description ?? ""),
            ] + Self.access(to: discontent.hearing) + [.integer(Int64(last)), .integer(Int64(first))]
    }

    /// Why it is restricted, who is listed, and what calls for somebody at once.
    private static func access(to hearing: Hearing) -> [Value] {
        let ground = hearing.restriction.map(\.ground.rawValue)
        let severities = hearing.severities.map(\.rawValue)
        let why = severities.isEmpty ? [ground].compactMap(\.self) : severities
        return [
            .text(ground ?? ""), .text(CaseRow.listed(Set(hearing.restriction?.readers ?? []))),
            .text(why.joined(separator: " ")),
        ]
    }
}
