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
        let said = said
        let known = Set(sheet.states(in: columns[.state]).map(Takeover.State.key))
        let states = said.compactMapValues(\.self).filter { known.contains($0.key) }
        return sheet.guessing(FormerChoices(columns: columns, states: states), besides: Set(said.keys))
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
