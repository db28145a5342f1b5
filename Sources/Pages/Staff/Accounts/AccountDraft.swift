public import Complaints

/// What a form about an account may have wrong, field by field.
public enum AccountMistake: Sendable, Hashable {
    /// There is no name, or one that is too long.
    case name
    /// It is no address that mail can be sent to.
    case email
    /// The address has an account already.
    case taken
    /// No role is ticked.
    case roles
    /// It is no day.
    case date
    /// An auditor's account has an end, at most so many days ahead.
    case endMissing(days: Int)
    /// The end is before today.
    case endIsOver
    /// An auditor's account would be good for too long: this is the latest day.
    case endTooFar(latest: CivilDate)

    func words(_ press: Press) -> String {
        let said = { (key: String, holes: [String: String]) in press.words("staff.accounts.mistake.\(key)", holes) }
        return switch self {
        case .name: said("name", [:])
        case .email: said("email", [:])
        case .taken: said("taken", [:])
        case .roles: said("roles", [:])
        case .date: said("date", [:])
        case .endMissing(let days): said("end-missing", ["days": FrenchDates.days(days)])
        case .endIsOver: said("end-over", [:])
        case .endTooFar(let latest): said("end-far", ["latest": FrenchDates.long(latest)])
        }
    }
}

/// A form about an account as it was sent, to be shown again.
public struct AccountDraft: Sendable {
    let values: [String: [String]]
    let mistakes: [String: AccountMistake]

    /// - Parameters:
    ///   - values: what was typed, by field name.
    ///   - mistakes: what is wrong, by field name.
    public init(values: [String: [String]], mistakes: [String: AccountMistake]) {
        self.values = values
        self.mistakes = mistakes
    }
}

/// The fields of such a form, and the links to those that have something wrong.
struct AccountFields: Sendable {
    /// A link to a field, with what is wrong there.
    struct Mistake: Sendable {
        let target: String
        let words: String
    }

    let fields: [Field]
    let mistakes: [Mistake]
    let hasMistakes: Bool

    /// - Parameter line: the account as it stands; nil for one that is to be.
    init(of line: AccountLine?, draft: AccountDraft?, press: Press) {
        let wrong = (draft?.mistakes ?? [:]).mapValues { $0.words(press) }
        let pen = FormPen(press: press, noun: "compte", values: draft?.values, mistakes: wrong)
        let roles = Role.allCases.map { (value: $0.rawValue, label: press.words("role.\($0.rawValue)")) }
        let held = (line?.roles ?? []).map(\.rawValue)
        self.init(
            [
                pen.line("nom", value: line?.name ?? ""),
                line == nil ? pen.line("courriel", type: "email") : nil,
                pen.ticks("roles", roles, values: held, optional: false),
                pen.line("echeance", type: "date", value: line?.expiresOn?.description ?? "", optional: true),
            ].compactMap(\.self)
        )
    }

    init(_ fields: [Field]) {
        self.fields = fields
        mistakes = fields.compactMap { field in field.mistake.map { Mistake(target: field.focus, words: $0) } }
        hasMistakes = !mistakes.isEmpty
    }
}
