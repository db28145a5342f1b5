import Complaints
import Pages

/// What somebody says that the columns and states of an older register mean, as a form brings it.
struct TakeoverChoices: Sendable {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What was said of a table that has these columns. A state that the form does not name, since its column was another
    /// then, means what it seems to; rows without one are asked about.
    func choices(for sheet: FormerSheet) -> FormerChoices {
        var choices = FormerChoices()
        for place in sheet.heads.indices {
            choices.columns[place] = FormerColumn(rawValue: form.only(TakeoverPage.field(place)))
        }
        let said = said
        let found = sheet.states(by: choices)
        let known = Set([""] + found.words.map(FormerState.key))
        choices.states = said.compactMapValues(\.self).filter { known.contains($0.key) }
        choices.headLine = sheet.headLine == sheet.likelyHeadLine ? nil : sheet.headLine
        return sheet.guessing(choices, among: found, besides: Set(said.keys).union([""]))
    }

    /// The line of the heads as it was typed; that of the table where nothing was.
    func headLine(of sheet: FormerSheet) -> String {
        let typed = form.only(TakeoverPage.headLine).trimmed
        return typed.isEmpty ? String(sheet.headLine) : typed
    }

    /// The states that the form names; nil for one of which nothing was said.
    private var said: [String: FormerState?] {
        var said: [String: FormerState?] = [:]
        for index in 0..<FormerSheet.mostStates {
            let (key, meaning) = TakeoverPage.stateFields(index)
            let words = form.only(key)
            if !words.isEmpty { said.updateValue(FormerState(rawValue: form.only(meaning)), forKey: words) }
        }
        if let blank = form.values(TakeoverPage.blankState).first {
            said.updateValue(FormerState(rawValue: blank), forKey: "")
        }
        return said
    }
}
