public import Complaints
import Storage

/// How somebody reads a book, kept under a name. What it shows is looked up anew each time, by whoever looks.
public struct SavedView: Sendable, Hashable {
    /// How many one person may have.
    public static let most = 30
    /// Characters of its name at most.
    public static let longestName = 60

    /// Opaque.
    public let id: String
    /// The account that made it, and alone changes it.
    public let account: String
    public let book: LedgerBook
    public let name: String
    /// What stands behind the question mark of the book's address; empty for all of it.
    public let filters: String
    /// Whether everybody who reads the books has it in their list.
    public let isShared: Bool
}

/// Why a view is not kept.
public enum ViewRefusal: Error, Sendable, Hashable {
    /// Its owner has as many as one may.
    case tooMany(most: Int)
}

extension SavedView {
    /// The columns that `init(_:)` reads, of `saved_view v`.
    static let columns: SQL = "v.id, v.account, v.book, v.name, v.filters, v.shared"

    init(_ row: Row) throws {
        guard let book = LedgerBook(rawValue: try row.text(2)) else {
            throw StorageError.failed("a view cannot be read")
        }
        self.init(
            id: try row.text(0),
            account: try row.text(1),
            book: book,
            name: try row.text(3),
            filters: try row.text(4),
            isShared: try row.integer(5) == 1
        )
    }
}
