public import Complaints

/// What `verify` looked at and found right.
public struct InspectionReport: Sendable, Equatable {
    /// What the log holds.
    public internal(set) var log: LogReport
    /// Case files compared with their history.
    public internal(set) var cases = 0
    /// Letters compared with the log.
    public internal(set) var letters = 0
    /// Case files that were taken over from an older register.
    var takeovers = 0
    /// Words in the index, of the case files that are there.
    var words = 0
    /// Attachments read whole and compared with the log.
    public internal(set) var attachments = 0
    /// Checkpoints kept in the database.
    var checkpoints = 0
    /// The last number of each year's intake log.
    var receptions: [Int: Int] = [:]
    /// Digests of the versions of the procedure, as they are kept; nil where there is none.
    var procedures: [Int: String?] = [:]

    init(log: LogReport) { self.log = log }
}
