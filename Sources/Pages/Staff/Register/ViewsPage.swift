public import Complaints

/// What a view's name may have wrong.
public enum ViewMistake: Sendable, Hashable {
    /// There is none, or one that is too long.
    case name(longest: Int)

    func words(_ press: Press) -> String {
        switch self {
        case .name(let longest): press.words("staff.views.mistake.name", ["longest": String(longest)])
        }
    }
}

/// A view that was not kept, to be kept with another name.
public struct ViewDraft: Sendable {
    let book: LedgerBook
    let items: [(name: String, value: String)]
    let values: [String: [String]]
    let mistake: ViewMistake?

    /// - Parameters:
    ///   - items: its filters, by their names in the address.
    ///   - values: what was typed, by field name.
    public init(
        of book: LedgerBook,
        items: [(name: String, value: String)],
        values: [String: [String]],
        mistake: ViewMistake?
    ) {
        self.book = book
        self.items = items
        self.values = values
        self.mistake = mistake
    }
}

/// The views in somebody's list: their own, to be changed, and what others share.
public struct ViewsPage: Page {
    public static let template = "staff/views"
    public static var script: PageScript? { .staff }

    /// What has just been done, or come to nothing.
    public enum Notice: Sendable, Hashable {
        /// One has another name, or is shown to others from now on.
        case changed
        /// One was forgotten.
        case forgotten
        /// A form of an earlier session, or open for too long.
        case expired
        /// One has as many as one may.
        case tooMany(most: Int)
        /// A name that is none.
        case unnamed(longest: Int)
    }

    /// One view as it is shown.
    struct Row: Sendable {
        let id: String
        /// What its fields are called in the page.
        let mark: String
        let path: String
        let name: String
        let book: String
        let isShared: Bool
        let owner: String?
    }

    let frame: StaffFrame
    let token: String
    let own: [Row]
    let hasOwn: Bool
    let others: [Row]
    let hasOthers: Bool
    let changePath = Path.changeView
    let forgetPath = Path.forgetView
    let registerPath = Path.register
    let receptionsPath = Path.receptions
    /// The one that was not kept.
    let keep: ViewForm?
    let done: String?
    let undone: String?

    /// - Parameters:
    ///   - views: all in the reader's list.
    ///   - draft: one that was not kept.
    public init(
        views: [ViewLine],
        draft: ViewDraft? = nil,
        notice: Notice? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        let rows = views.enumerated().map { Row($1, $0 + 1, press) }
        own = rows.filter { $0.owner == nil }
        hasOwn = !own.isEmpty
        others = rows.filter { $0.owner != nil }
        hasOthers = !others.isEmpty
        keep = draft.map { draft in
            ViewForm(
                of: draft.book,
                items: draft.items.map { ($0.name, $0.value) },
                values: draft.values,
                mistake: draft.mistake?.words(press),
                token: signedIn.token,
                press: press
            )
        }
        done = Self.done(notice, press)
        undone = Self.undone(notice, press)
        let title = press.words("staff.views.title")
        let isWrong = undone != nil || draft?.mistake != nil
        frame = StaffFrame(
            title: press.title(title, isWrong: isWrong),
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
    }

    private static func done(_ notice: Notice?, _ press: Press) -> String? {
        switch notice {
        case .changed: press.words("staff.views.notice.changed")
        case .forgotten: press.words("staff.views.notice.forgotten")
        case .expired, .tooMany, .unnamed, nil: nil
        }
    }

    private static func undone(_ notice: Notice?, _ press: Press) -> String? {
        switch notice {
        case .expired: press.words("staff.views.notice.expired")
        case .tooMany(let most): press.words("staff.views.notice.many", ["most": String(most)])
        case .unnamed(let longest): ViewMistake.name(longest: longest).words(press)
        case .changed, .forgotten, nil: nil
        }
    }
}

extension ViewsPage.Row {
    fileprivate init(_ view: ViewLine, _ number: Int, _ press: Press) {
        id = view.id
        mark = "vue-\(number)"
        path = view.path
        name = view.name
        book = press.words(view.book == .register ? "staff.register.title" : "staff.receptions.title")
        isShared = view.isShared
        owner = view.owner
    }
}
