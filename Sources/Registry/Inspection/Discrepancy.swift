public import Complaints

/// The first thing that `verify` finds wrong.
public enum Discrepancy: Error, Sendable, Equatable {
    /// A line of the log (its position) and what is wrong with it.
    case log(LogFault)
    /// The head of the log says something else than its lines.
    case head
    /// A node of the tree differs from what its leaves make: `level`, `position`.
    case node(level: Int, position: Int)
    /// An opening belongs to no line, or to another case file than its payload says: its position.
    case opening(seq: Int)
    /// What lists show of a case file differs from its history: the case file's mark.
    case list(reference: String)
    /// The words that a case file is found by differ from its history.
    case words(reference: String)
    /// A letter is gone, changed or not of this case: the case file's mark and the letter.
    case letter(reference: String, id: String)
    /// An attachment is gone, changed or not of this case: the case file's mark and the attachment.
    case attachment(reference: String, id: String)
    /// A counter does not stand at its book's last number: book and year.
    case counter(book: String, year: Int)
    /// A row of a list, a letter or an attachment has no history behind it.
    case orphan(table: String)
}

/// What `verify` looked at and found right.
public struct InspectionReport: Sendable, Equatable {
    /// What the log holds.
    public internal(set) var log: LogReport
    /// Case files compared with their history.
    public internal(set) var cases = 0
    /// Letters compared with the log.
    public internal(set) var letters = 0
    /// Words in the index, of the case files that are there.
    var words = 0
    /// Attachments read whole and compared with the log.
    public internal(set) var attachments = 0
}
