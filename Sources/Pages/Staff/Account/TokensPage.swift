public import Complaints

/// What the form of a token may have wrong, field by field.
public enum TokenMistake: Sendable, Hashable {
    /// There is no name, or one that is too long.
    case name(longest: Int)
    /// It is no day.
    case date
    /// Its last day is over.
    case endIsOver
    /// It would be good for too long: this is the latest day.
    case endTooFar(latest: CivilDate)
    /// It is not said how far it goes.
    case scope

    func words(_ press: Press) -> String {
        switch self {
        case .name(let longest): press.words("staff.tokens.mistake.name", ["longest": String(longest)])
        case .date: press.words("staff.tokens.mistake.date")
        case .endIsOver: press.words("staff.tokens.mistake.end-over")
        case .endTooFar(let latest): press.words("staff.tokens.mistake.end-far", ["latest": FrenchDates.long(latest)])
        case .scope: press.words("staff.tokens.mistake.scope")
        }
    }
}

/// The tokens of one's own programs, and a form for another (docs/decisions/0024).
public struct TokensPage: Page {
    public static let template = "staff/tokens"

    /// What has just been done, or come to nothing.
    public enum Notice: Sendable, Hashable {
        /// One was ended.
        case ended
        /// A form of an earlier session, or open for too long.
        case expired
        /// One has as many as one may.
        case tooMany(most: Int)
    }

    /// One token.
    public struct Line: Sendable {
        let id: String
        let name: String
        let scope: TokenScope
        let made: String
        let ends: String
        let used: String?
        let isOver: Bool

        public init(
            id: String,
            name: String,
            scope: TokenScope,
            madeAt: Instant,
            endsOn: CivilDate,
            usedOn: CivilDate?,
            today: CivilDate
        ) {
            self.id = id
            self.name = name
            self.scope = scope
            made = FrenchDates.short(madeAt.civilDate)
            ends = FrenchDates.short(endsOn)
            used = usedOn.map { FrenchDates.short($0) }
            isOver = endsOn < today
        }
    }

    /// The same as it is shown.
    struct Row: Sendable {
        let id: String
        let name: String
        let scope: String
        let dates: String
        let used: String
        let isOver: Bool
    }

    let frame: StaffFrame
    let token: String
    let accountPath = Path.account
    let path = Path.ownTokens
    let endPath = Path.endOwnToken
    let problemsPath = Path.problems
    let descriptionPath = Path.apiDescription
    let rows: [Row]
    let hasRows: Bool
    let fields: AccountFields
    let done: String?
    let undone: String?

    /// - Parameters:
    ///   - lines: one's tokens, the latest first.
    ///   - values: what was typed for one that was not made, by field name; nil for a fresh form.
    ///   - mistakes: what was wrong with it, by field name.
    ///   - standardEnd: the last day of one for which nothing else is asked.
    public init(
        lines: [Line],
        values: [String: [String]]? = nil,
        mistakes: [String: TokenMistake] = [:],
        standardEnd: CivilDate,
        notice: Notice? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        let wrong = mistakes.mapValues { $0.words(press) }
        let pen = FormPen(press: press, noun: "jeton", values: values, mistakes: wrong)
        let scopes = TokenScope.allCases.map {
            (value: $0.rawValue, label: press.words("staff.tokens.scope.\($0.rawValue)"))
        }
        fields = AccountFields([
            pen.line("nom"), pen.line("jusqu_au", type: "date", value: standardEnd.description),
            pen.radios("portee", scopes, value: TokenScope.read.rawValue),
        ])
        rows = lines.map { Row($0, press) }
        hasRows = !lines.isEmpty
        done = notice == .ended ? press.words("staff.tokens.notice.ended") : nil
        undone = Self.undone(notice, press)
        let title = press.words("staff.tokens.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: fields.hasMistakes || undone != nil),
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
    }

    private static func undone(_ notice: Notice?, _ press: Press) -> String? {
        switch notice {
        case .expired: press.words("staff.tokens.notice.expired")
        case .tooMany(let most): press.words("staff.tokens.notice.many", ["most": String(most)])
        case .ended, nil: nil
        }
    }
}

extension TokensPage.Row {
    fileprivate init(_ line: TokensPage.Line, _ press: Press) {
        id = line.id
        name = line.name
        scope = press.words("staff.tokens.scope.\(line.scope.rawValue)")
        let key = line.isOver ? "staff.tokens.dates.over" : "staff.tokens.dates"
        dates = press.words(key, ["made": line.made, "ends": line.ends])
        used = line.used.map { press.words("staff.tokens.used", ["date": $0]) } ?? press.words("staff.tokens.unused")
        isOver = line.isOver
    }
}
