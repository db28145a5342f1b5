public import Complaints
import Storage

/// A line's place in an order of a book, as the address of a page carries it: the next lines come after it, whatever came in
/// meanwhile.
public struct LedgerPlace: Sendable, Hashable, CustomStringConvertible {
    let book: LedgerBook
    let order: LedgerOrder
    /// What the order is by; empty where the mark alone is.
    let value: String
    /// Those of the register number where the register is in the order of its numbers, and of the reference otherwise.
    let year: Int
    let ordinal: Int

    /// Just after a line.
    public init(after line: CaseLine, in book: LedgerBook, _ order: LedgerOrder = .latestFirst) {
        self.book = book
        self.order = order
        value =
            switch order.column {
            case .mark: ""
            case .received: line.receivedAt.description
            case .due: order.key(due: line.answerDue, at: line.stage)
            }
        let number = order.column == .mark && book == .register ? line.number : nil
        year = number?.year ?? line.reference.year
        ordinal = number?.ordinal ?? line.reference.ordinal
    }

    /// Reads what `description` has written; nil for anything else, and for a place in another order.
    public init?(_ text: String, in book: LedgerBook, _ order: LedgerOrder = .latestFirst) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == (order.column == .mark ? 1 : 2), let mark = parts.last else { return nil }
        self.book = book
        self.order = order
        value = parts.count == 2 ? parts[0] : ""
        switch order.column {
        case .mark: break
        case .received: guard Instant(value) != nil else { return nil }
        case .due: guard order.isKey(value) else { return nil }
        }
        if order.column == .mark, book == .register {
            guard let number = RegisterNumber(mark) else { return nil }
            (year, ordinal) = (number.year, number.ordinal)
        } else {
            guard let reference = ReceptionReference(mark) else { return nil }
            (year, ordinal) = (reference.year, reference.ordinal)
        }
    }

    /// `REC-2026-0012` or `2026-R-0012`; behind a day or a moment in another order: `2026-12-01.2026-R-0012`.
    public var description: String {
        let isNumber = order.column == .mark && book == .register
        let mark =
            isNumber
            ? RegisterNumber(year: year, ordinal: ordinal).description
            : ReceptionReference(year: year, ordinal: ordinal).description
        return value.isEmpty ? mark : "\(value).\(mark)"
    }

    /// That a `case_file c` comes after it.
    var condition: SQL {
        let (mark, sign): (LedgerBook.Mark, SQL) = (book.mark(in: order), order.isDescending ? "<" : ">")
        guard let leading = order.leading else {
            return "(\(mark.year), \(mark.ordinal)) \(sign) (\(year), \(ordinal))"
        }
        // SQLite finds its place in the index of an expression by the first condition alone.
        return """
            \(leading) \(sign)= \(value)
            AND (\(leading), \(mark.year), \(mark.ordinal)) \(sign) (\(value), \(year), \(ordinal))
            """
    }
}

extension LedgerBook {
    /// The columns of a mark, of a `case_file c`.
    struct Mark {
        let year, ordinal: SQL

        static let number = Mark(year: "c.number_year", ordinal: "c.number_ordinal")
        static let reference = Mark(year: "c.reference_year", ordinal: "c.reference_ordinal")
    }

    /// The book's own.
    var mark: Mark { self == .register ? .number : .reference }

    /// The one that puts lines in order, or breaks a tie: the indexes of the other orders have the reference.
    func mark(in order: LedgerOrder) -> Mark { order.column == .mark ? mark : .reference }

    /// Which rows of `case_file c` are in it.
    var condition: SQL { self == .register ? "c.number_year IS NOT NULL" : "1 = 1" }
}

extension LedgerOrder {
    /// What stands before the mark, of a `case_file c`, as the index has it; nil where the mark alone is.
    fileprivate var leading: SQL? {
        switch column {
        case .mark: nil
        case .received: "(c.received_at || '')"
        case .due where isDescending: "\(Self.awaiting) '0' END || c.answer_due)"
        case .due: "\(Self.awaiting) '9' END || c.answer_due)"
        }
    }

    /// The beginning of `key(due:at:)` as the indexes have it, word for word: no value is bound in it.
    private static let awaiting: SQL = """
        (CASE c.stage WHEN 'recue' THEN '' WHEN 'a-completer' THEN '' WHEN 'enregistree' THEN '' \
        WHEN 'en-instruction' THEN '' WHEN 'contestee' THEN '' ELSE
        """

    /// What stands after `ORDER BY`.
    func sorting(of book: LedgerBook) -> SQL {
        let (mark, direction): (LedgerBook.Mark, SQL) = (book.mark(in: self), isDescending ? "DESC" : "ASC")
        let marks: SQL = "\(mark.year) \(direction), \(mark.ordinal) \(direction)"
        guard let leading else { return marks }
        return "\(leading) \(direction), \(marks)"
    }
}
