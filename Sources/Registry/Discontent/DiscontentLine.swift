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
    }
}

/// What the list shows of a discontent: a pure function of it, so that `verify` can make it again and compare (S-65).
struct DiscontentRow {
    let values: [Value]

    /// The columns after `organisation`, in the order of `values`.
    static let columns: SQL = """
        id, person, said, heard_on, waits_since, invitations, result, case_file, last_seq, first_seq
        """

    init(_ discontent: Discontent, from first: Int, to last: Int) {
        values = [
            .text(discontent.id.description), .text(discontent.hearing.person), .text(discontent.hearing.said),
            .text(discontent.hearing.on.description), .text(discontent.waitsSince?.description ?? ""),
            .integer(Int64(discontent.invitations.count)), .text(discontent.ending?.result.rawValue ?? ""),
            .text(discontent.ending?.caseFile?.description ?? ""), .integer(Int64(last)), .integer(Int64(first)),
        ]
    }
}
