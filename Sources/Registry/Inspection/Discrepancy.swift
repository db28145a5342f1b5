public import Complaints
public import Storage

/// The first thing that `verify` finds wrong.
public enum Discrepancy: Error, Sendable, Equatable {
    /// A line of the log (its position) and what is wrong with it.
    case log(LogFault)
    /// A witness has lines that were lost when an older copy of the books was gone on from knowingly: the position of the
    /// line that says so, and its day.
    case lost(Witness, since: Int, on: CivilDate)
    /// The log could be read as far as this position and no further, and why.
    case stopped(seq: Int, by: StorageError)
    /// The head of the log says something else than its lines.
    case head
    /// A node of the tree differs from what its leaves make: `level`, `position`.
    case node(level: Int, position: Int)
    /// An opening belongs to no line, or to another case file than its payload says: its position.
    case opening(seq: Int)
    /// An opening's case file is not in the lists: its position.
    case unlisted(seq: Int)
    /// What lists show of a case file, or of what was said and is none, differs from its history: its mark, or its
    /// identifier.
    case list(reference: String)
    /// The words that a case file is found by differ from its history.
    case words(reference: String)
    /// A letter is gone, changed, not of this case or not in the state that the log tells: the case file's mark and the
    /// letter.
    case letter(reference: String, id: String)
    /// An attachment is gone, changed or not of this case: the case file's mark and the attachment.
    case attachment(reference: String, id: String)
    /// The version of the procedure that a case file was received under is gone or changed: the mark and the version.
    case procedure(reference: String, version: Int)
    /// What makes a form count once, or lets its sender follow it, does not lead to the case file: the mark.
    case sender(reference: String)
    /// A counter does not stand at its book's last number: book and year.
    case counter(book: String, year: Int)
    /// A row of a list, a letter or an attachment has no history behind it.
    case orphan(table: String)
}
