import Complaints
import Pages

/// What somebody says that the columns and states of an older register mean, as a form brings it.
struct TakeoverChoices: Sendable {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What was said of a table that has these columns. A state that the form does not name, since its column was another
    /// then, means what it seems to.
    func choices(for sheet: FormerSheet) -> FormerChoices {
        var columns: [FormerColumn: Int] = [:]
        for column in FormerColumn.allCases {
            guard let place = Int(form.only(TakeoverPage.field(column))), sheet.heads.indices.contains(place) else {
                continue
            }
            columns[column] = place
        }
        var choices = FormerChoices(columns: columns)
        let said = said
        for words in sheet.states(in: choices[.state]) {
            let key = Takeover.State.key(words)
            choices.states[key] = said.keys.contains(key) ? said[key] ?? nil : Takeover.State.guess(words)
        }
        return choices
    }

    /// The states that the form names; nil for one of which nothing was said.
    private var said: [String: Takeover.State?] {
        var said: [String: Takeover.State?] = [:]
        for index in 0..<FormerSheet.mostStates {
            let (key, meaning) = TakeoverPage.stateFields(index)
            let words = form.only(key)
            if !words.isEmpty { said.updateValue(Takeover.State(rawValue: form.only(meaning)), forKey: words) }
        }
        return said
    }
}
