public import Complaints

/// A file that somebody is trying to bring in, as its page needs to know it.
public struct TakeoverView: Sendable {
    let name: String
    let digest: String
    let trialDigest: String
    let sheet: FormerSheet
    let choices: FormerChoices
    /// What the states of the file are called, each with what it is said to mean.
    let states: [(words: String, meaning: Takeover.State?)]
    /// Whether the choices were sent and are not enough.
    let isRefused: Bool
    let trial: TakeoverTrial?

    /// - Parameters:
    ///   - name: what the file is called.
    ///   - digest: SHA-256 of it, lower case hexadecimal.
    ///   - trialDigest: the same of the file and of what its columns were said to hold; empty where nothing is tried.
    ///   - choices: what its columns hold, as it was said or guessed.
    ///   - isRefused: whether that was sent and is not enough.
    ///   - trial: what came of trying it; nil before.
    public init(
        name: String,
        digest: String,
        trialDigest: String = "",
        sheet: FormerSheet,
        choices: FormerChoices,
        isRefused: Bool = false,
        trial: TakeoverTrial?
    ) {
        self.name = name
        self.digest = digest
        self.trialDigest = trialDigest
        self.sheet = sheet
        self.choices = choices
        self.isRefused = isRefused
        self.trial = trial
        states = sheet.states(in: choices[.state]).prefix(FormerSheet.mostStates).map { words in
            (words, choices.states[Takeover.State.key(words)])
        }
    }
}

/// The same as it is placed.
struct TakeoverDraftPart: Sendable {
    /// A column of the file, with what stands in its first lines.
    struct Column: Sendable {
        let letter: String
        let head: String
        let cells: String
    }

    /// What a state is known by, hidden in the form.
    struct StateKey: Sendable {
        let name: String
        let value: String
    }

    let summary: String
    let digest: String
    let trialDigest: String
    let columns: [Column]
    let fields: [Field]
    let states: [Field]
    let hasStates: Bool
    let stateKeys: [StateKey]
    let trial: TakeoverTrialPart?
    let hasTrial: Bool

    init(_ view: TakeoverView, press: Press) {
        summary = press.words(
            "staff.reprise.read",
            [
                "name": view.name, "rows": FrenchNumbers.whole(view.sheet.rows.count),
                "line": String(view.sheet.headLine), "skipped": FrenchNumbers.whole(view.sheet.skipped),
            ]
        )
        digest = view.digest
        trialDigest = view.trialDigest
        columns = view.sheet.heads.indices.map { index in
            Column(
                letter: Self.letter(index),
                head: view.sheet.heads[index].nonEmpty ?? press.words("staff.reprise.headless"),
                cells: view.sheet.rows.prefix(3).map { Self.short($0[index]) }.filter { !$0.isEmpty }
                    .joined(separator: " · ")
            )
        }
        let pen = TakeoverPen(view, columns: columns, press: press)
        fields = FormerColumn.allCases.map(pen.menu)
        states = view.states.indices.map(pen.state)
        hasStates = !states.isEmpty
        stateKeys = view.states.enumerated().map { index, state in
            StateKey(name: TakeoverPage.stateFields(index).key, value: Takeover.State.key(state.words))
        }
        trial = view.trial.map { TakeoverTrialPart($0, press: press) }
        hasTrial = trial != nil
    }

    /// `A`, `B`, … `AA`, as spreadsheets call their columns.
    static func letter(_ index: Int) -> String {
        let last = Unicode.Scalar(UInt8(65 + index % 26))
        return (index < 26 ? "" : letter(index / 26 - 1)) + String(Character(last))
    }

    private static func short(_ cell: String) -> String {
        let words = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 40 ? words.prefix(40) + "…" : words
    }
}

/// Writes the menus of what each column holds and of what each state means.
struct TakeoverPen {
    private let view: TakeoverView
    private let columns: [TakeoverDraftPart.Column]
    private let press: Press

    init(_ view: TakeoverView, columns: [TakeoverDraftPart.Column], press: Press) {
        self.view = view
        self.columns = columns
        self.press = press
    }

    /// The menu of the columns for one meaning.
    func menu(_ column: FormerColumn) -> Field {
        let name = TakeoverPage.field(column)
        let options = columns.enumerated().map { index, one in
            (value: String(index), label: "\(one.letter)\u{A0}: \(one.head)")
        }
        let isNeeded = [.receivedOn, .subject].contains(column)
        return field(
            name,
            label: press.words("staff.reprise.column.\(column.rawValue)"),
            isOptional: !isNeeded,
            help: column == .person ? press.words("staff.reprise.column.personne.help") : nil,
            mistake: mistake(column),
            options,
            chosen: view.choices[column].map(String.init) ?? ""
        )
    }

    /// The menu of what one state means.
    func state(_ index: Int) -> Field {
        let state = view.states[index]
        let options = Takeover.State.allCases.map {
            (value: $0.rawValue, label: press.words("staff.reprise.state.\($0.rawValue)"))
        }
        return field(
            TakeoverPage.stateFields(index).meaning,
            label: press.words("staff.reprise.state", ["words": state.words]),
            isOptional: false,
            help: nil,
            mistake: nil,
            options,
            chosen: state.meaning?.rawValue ?? ""
        )
    }

    private func mistake(_ column: FormerColumn) -> String? {
        guard view.isRefused else { return nil }
        if view.choices.missing.contains(column) { return press.words("staff.reprise.column.missing") }
        return view.choices.doubled.contains(column) ? press.words("staff.reprise.column.doubled") : nil
    }

    private func field(
        _ name: String,
        label: String,
        isOptional: Bool,
        help: String?,
        mistake: String?,
        _ options: [(value: String, label: String)],
        chosen: String
    ) -> Field {
        let id = "reprise-\(name)"
        let told = [help.map { _ in "\(id)-aide" }, mistake.map { _ in "\(id)-erreur" }].compactMap(\.self)
        var field = Field(
            id: id,
            name: name,
            label: label,
            isOptional: isOptional,
            help: help,
            mistake: mistake,
            describedBy: told.isEmpty ? nil : told.joined(separator: " ")
        )
        let all = [(value: "", label: press.words("staff.reprise.nowhere"))] + options
        field.menu = Field.Menu(
            options: all.enumerated().map { index, option in
                Field.Option(
                    id: "\(id)-\(index)",
                    value: option.value,
                    label: option.label,
                    help: nil,
                    isChosen: option.value == chosen
                )
            }
        )
        return field
    }
}
