public import Complaints

/// What the form of an absence may have wrong, field by field.
public enum AbsenceMistake: Sendable, Hashable {
    /// It is no day.
    case date
    /// It ends before it begins, or before today.
    case endTooEarly
    /// It lasts for longer than this many days.
    case tooLong(most: Int)
    /// Nobody is chosen, or somebody who can handle no case.
    case standIn

    func words(_ press: Press) -> String {
        switch self {
        case .date: press.words("staff.absence.mistake.date")
        case .endTooEarly: press.words("staff.absence.mistake.end")
        case .tooLong(let most): press.words("staff.absence.mistake.long", ["most": FrenchDates.days(most)])
        case .standIn: press.words("staff.absence.mistake.stand-in")
        }
    }
}

/// Whether somebody is away, who could stand in, and what was typed of an absence that was not noted.
public struct AbsenceDraft: Sendable {
    let absence: Absence?
    /// The name of whoever stands in.
    let standInName: String?
    let colleagues: [(id: String, name: String)]
    let values: [String: [String]]?
    let mistakes: [String: AbsenceMistake]

    /// - Parameters:
    ///   - absence: the one that is noted; nil for none.
    ///   - standInName: the name of whoever stands in, who may be no choice any more.
    ///   - colleagues: who could stand in, by identifier and name.
    ///   - values: what was typed, by field name; nil for a fresh form.
    ///   - mistakes: what is wrong with it, by field name.
    public init(
        absence: Absence?,
        standInName: String? = nil,
        colleagues: [(id: String, name: String)],
        values: [String: [String]]? = nil,
        mistakes: [String: AbsenceMistake] = [:]
    ) {
        self.absence = absence
        self.standInName = standInName
        self.colleagues = colleagues
        self.values = values
        self.mistakes = mistakes
    }
}

/// The same on a page: in words, and as a form.
struct AbsencePart: Sendable {
    let said: String?
    let isAway: Bool
    let fields: AccountFields
    let hasColleagues: Bool
    let send: String

    init(_ draft: AbsenceDraft, _ press: Press) {
        said = draft.absence.map { absence in
            press.words(
                "staff.absence.words",
                [
                    "from": FrenchDates.short(absence.from), "through": FrenchDates.short(absence.through),
                    "name": draft.standInName ?? absence.standIn,
                ]
            )
        }.map { press.words("staff.absence.said", ["words": $0]) }
        isAway = draft.absence != nil
        hasColleagues = !draft.colleagues.isEmpty
        let pen = FormPen(
            press: press,
            noun: "absence",
            values: draft.values,
            mistakes: draft.mistakes.mapValues { $0.words(press) }
        )
        fields = AccountFields([
            pen.line("du", type: "date", value: draft.absence?.from.description ?? ""),
            pen.line("au", type: "date", value: draft.absence?.through.description ?? ""),
            pen.menu(
                "remplace_par",
                draft.colleagues.map { (value: $0.id, label: $0.name) },
                value: draft.absence?.standIn ?? ""
            ),
        ])
        send = press.words(draft.absence == nil ? "staff.absence.send" : "staff.absence.change")
    }
}
