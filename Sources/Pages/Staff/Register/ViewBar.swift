public import Complaints

/// A view as a list and the page of views show it.
public struct ViewLine: Sendable, Hashable {
    let id: String
    let book: LedgerBook
    let name: String
    let filters: String
    let isShared: Bool
    let owner: String?

    /// - Parameters:
    ///   - filters: what stands behind the question mark of the book's address.
    ///   - owner: the name of whoever made it; nil where that is the reader.
    public init(id: String, book: LedgerBook, name: String, filters: String, isShared: Bool, owner: String?) {
        self.id = id
        self.book = book
        self.name = name
        self.filters = filters
        self.isShared = isShared
        self.owner = owner
    }

    var path: String { QueryString.address(book.path, asked: filters) }
}

extension LedgerBook {
    /// Where it is read.
    public var path: String { self == .register ? Path.register : Path.receptions }

    /// Where it is read without persons.
    public var auditedPath: String { self == .register ? Path.auditedRegister : Path.auditedReceptions }
}

/// A field that a form carries and nobody sees.
struct HiddenField: Sendable {
    let name: String
    let value: String

    /// Those that have a value.
    static func all(_ items: [(String, String)]) -> [HiddenField] {
        items.filter { !$0.1.isEmpty }.map { HiddenField(name: $0.0, value: $0.1) }
    }
}

/// The views above a list, and the form that keeps what is shown as another.
struct ViewBar: Sendable {
    struct Link: Sendable {
        let path: String
        let name: String
        let isCurrent: Bool
    }

    let links: [Link]
    let hasLinks: Bool
    let managePath = Path.views
    let keep: ViewForm
    /// That a view was just kept, for a moment.
    let keptNow: String?

    /// - Parameters:
    ///   - views: all in the reader's list.
    ///   - items: the filters that are on.
    ///   - isSearch: whether words are searched for, which no view keeps.
    ///   - isKept: whether one was kept just now.
    init(
        _ views: [ViewLine],
        of book: LedgerBook,
        items: [(String, String)],
        isSearch: Bool = false,
        isKept: Bool,
        token: String,
        press: Press
    ) {
        keptNow = isKept ? press.words("staff.views.notice.kept") : nil
        let shown = QueryString.text(items)
        links = views.filter { $0.book == book }.map {
            Link(path: $0.path, name: $0.name, isCurrent: $0.filters == shown && !isSearch)
        }
        hasLinks = !links.isEmpty
        keep = ViewForm(of: book, items: items, isSearch: isSearch, token: token, press: press)
    }
}

/// The form that keeps a view.
struct ViewForm: Sendable {
    let path = Path.views
    let token: String
    let hidden: [HiddenField]
    let fields: AccountFields
    /// That the words searched for are not kept.
    let unkept: String?

    /// - Parameters:
    ///   - values: what was typed for one that was not kept; nil for a fresh form.
    ///   - mistake: what was wrong with its name.
    init(
        of book: LedgerBook,
        items: [(String, String)],
        isSearch: Bool = false,
        values: [String: [String]]? = nil,
        mistake: String? = nil,
        token: String,
        press: Press
    ) {
        self.token = token
        hidden = HiddenField.all([("livre", book.rawValue)] + items)
        let pen = FormPen(
            press: press,
            noun: "vue",
            values: values,
            mistakes: mistake.map { ["nom": $0] } ?? [:]
        )
        let shared = (value: "oui", label: press.words("staff.views.share"))
        fields = AccountFields([pen.line("nom"), pen.ticks("partagee", [shared], values: [], optional: false)])
        unkept = isSearch ? press.words("staff.views.unkept") : nil
    }
}
