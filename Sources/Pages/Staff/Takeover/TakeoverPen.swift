import Complaints

/// Writes the menus of what each column holds and of what each state means, and the line of the heads.
struct TakeoverPen {
    private let view: TakeoverView
    private let press: Press
    /// The columns whose menus the missing ones are told beside.
    private let lacking: Set<Int>

    init(_ view: TakeoverView, press: Press) {
        self.view = view
        self.press = press
        lacking = view.lacking
    }

    /// How many heads and cells are shown, to be known by.
    private static let shown = 3

    /// Where the heads stand.
    var heads: TakeoverDraftPart.Folded {
        let mistake = view.headMistake.map { mistake in
            press.words(mistake == .empty ? "staff.reprise.heads.none" : "staff.reprise.sheet.\(mistake.key)")
        }
        var field = field(
            TakeoverPage.headLine,
            label: press.words("staff.reprise.heads.label"),
            help: press.words("staff.reprise.heads.help"),
            mistake: mistake
        )
        field.line = Field.Line(type: "text", value: view.headLine, autocomplete: "off")
        let heads = view.sheet.heads.filter { !$0.isEmpty }.prefix(Self.shown).map(Self.short)
        return TakeoverDraftPart.Folded(
            title: headsTitle,
            meaning: heads.joined(separator: ", ") + "…",
            isOpen: mistake != nil,
            field: field
        )
    }

    private var headsTitle: String {
        let line = view.sheet.headLine
        guard view.sheet.headHeight > 1 else { return press.words("staff.reprise.heads", ["line": String(line)]) }
        return press.words("staff.reprise.heads.two", ["upper": String(line - 1), "line": String(line)])
    }

    /// What a column holds.
    func column(_ place: Int) -> TakeoverDraftPart.Folded {
        let head = view.sheet.heads[place].nonEmpty ?? press.words("staff.reprise.headless")
        let title = "\(Self.letter(place))\u{A0}: \(head)"
        let cells = view.sheet.rows.lazy.map { Self.short($0[place]) }.filter { !$0.isEmpty }.prefix(Self.shown)
        let column = view.choices.columns[place]
        let isDoubled = view.isRefused && column.map(view.choices.doubled.contains) == true
        let menu = menu(
            TakeoverPage.field(place),
            label: title,
            help: [cells.joined(separator: " · ").nonEmpty, column == .person ? personHelp : nil]
                .compactMap(\.self).joined(separator: " ").nonEmpty,
            mistake: isDoubled ? press.words("staff.reprise.column.doubled") : nil,
            besides: lacking.contains(place) ? view.choices.missing.map { missing($0).id } : [],
            none: press.words("staff.reprise.nowhere"),
            FormerColumn.allCases.map { (value: $0.rawValue, label: words($0)) },
            chosen: column?.rawValue
        )
        return folded(title, menu, isOpen: false)
    }

    private var personHelp: String { press.words("staff.reprise.column.personne.help") }

    private func words(_ column: FormerColumn) -> String { press.words("staff.reprise.column.\(column.rawValue)") }

    /// What must be said before anything can be tried.
    func missing(_ column: FormerColumn) -> TakeoverDraftPart.Missing {
        TakeoverDraftPart.Missing(
            id: "reprise-manque-\(column.rawValue)",
            words: press.words("staff.reprise.missing", ["column": words(column)])
        )
    }

    /// What one state means.
    func state(_ index: Int) -> TakeoverDraftPart.Folded {
        let state = view.states[index]
        return self.state(
            TakeoverPage.stateFields(index).meaning,
            press.words("staff.reprise.state", ["words": Self.short(state.words)]),
            state.meaning,
            isOpen: state.meaning == nil
        )
    }

    /// What it means that there is none: shown until somebody has seen it, since it is nobody's word.
    var blankState: TakeoverDraftPart.Folded {
        let key = view.blanks == 1 ? "one" : "many"
        let title = press.words("staff.reprise.state.blank.\(key)", ["count": FrenchNumbers.whole(view.blanks)])
        let meaning = view.choices.states[""]
        let isSeen = view.isRefused || view.trial != nil
        return state(TakeoverPage.blankState, title, meaning, isOpen: meaning == nil || !isSeen)
    }

    private func state(
        _ name: String,
        _ title: String,
        _ meaning: FormerState?,
        isOpen: Bool
    ) -> TakeoverDraftPart.Folded {
        let menu = menu(
            name,
            label: title,
            none: press.words("staff.reprise.unsaid"),
            FormerState.allCases.map { state in
                (value: state.rawValue, label: press.words("staff.reprise.state.\(state.rawValue)"))
            },
            chosen: meaning?.rawValue
        )
        return folded(title, menu, isOpen: isOpen)
    }

    private func folded(_ title: String, _ field: Field, isOpen: Bool) -> TakeoverDraftPart.Folded {
        let meaning = field.menu?.options.first(where: \.isChosen)?.label ?? ""
        return TakeoverDraftPart.Folded(title: title, meaning: meaning, isOpen: isOpen, field: field)
    }

    /// `A`, `B`, … `AA`, as spreadsheets call their columns.
    private static func letter(_ index: Int) -> String {
        let last = Unicode.Scalar(UInt8(65 + index % 26))
        return (index < 26 ? "" : letter(index / 26 - 1)) + String(Character(last))
    }

    private static func short(_ cell: String) -> String {
        let words = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 40 ? words.prefix(40) + "…" : words
    }

    private func menu(
        _ name: String,
        label: String,
        help: String? = nil,
        mistake: String? = nil,
        besides: [String] = [],
        none: String,
        _ options: [(value: String, label: String)],
        chosen: String?
    ) -> Field {
        var field = field(name, label: label, help: help, mistake: mistake, besides: besides)
        let all = [(value: "", label: none)] + options
        field.menu = Field.Menu(
            options: all.enumerated().map { index, option in
                Field.Option(
                    id: "\(field.id)-\(index)",
                    value: option.value,
                    label: option.label,
                    help: nil,
                    isChosen: option.value == chosen ?? ""
                )
            }
        )
        return field
    }

    /// - Parameter besides: what else on the page tells of it, by its identifiers.
    private func field(
        _ name: String,
        label: String,
        help: String?,
        mistake: String?,
        besides: [String] = []
    ) -> Field {
        let id = "reprise-\(name)"
        let own = [help.map { _ in "\(id)-aide" }, mistake.map { _ in "\(id)-erreur" }].compactMap(\.self)
        let told = own + besides
        return Field(
            id: id,
            name: name,
            label: label,
            isOptional: false,
            help: help,
            mistake: mistake,
            describedBy: told.isEmpty ? nil : told.joined(separator: " ")
        )
    }
}
