extension FormerSheet {
    /// The states of a register.
    public struct States: Sendable, Equatable {
        /// Each once, in the order in which they come; as many as are told apart and one more.
        public fileprivate(set) var words: [String] = []
        /// How many complaints have none.
        public fileprivate(set) var blanks = 0
    }

    /// How many states are told apart: a column with more of them is another one.
    public static let mostStates = 40

    /// What the columns seem to hold, and what the states seem to mean.
    public var guesses: FormerChoices { guessing(FormerChoices(columns: guessedColumns)) }

    /// The same choices with what the other states of their column seem to mean.
    ///
    /// - Parameters:
    ///   - found: the states of that column, where they were looked for already.
    ///   - said: the states of which something was said, be it nothing.
    public func guessing(
        _ choices: FormerChoices,
        among found: States? = nil,
        besides said: Set<String> = []
    ) -> FormerChoices {
        var choices = choices
        let states = found ?? states(by: choices)
        for words in states.words {
            let key = FormerState.key(words)
            guard !said.contains(key), choices.states[key] == nil else { continue }
            choices.states[key] = FormerState.guess(words)
        }
        if states.blanks > 0, !said.contains(""), choices.states[""] == nil {
            choices.states[""] = blankState(by: choices)
        }
        return choices
    }

    /// The same heads' choices on other heads: what somebody changed stays, what was only guessed is guessed anew.
    public func carrying(_ choices: FormerChoices, from other: FormerSheet) -> FormerChoices {
        let before = other.guessedColumns
        let guessed = Dictionary(before.map { ($0.value, $0.key) }) { first, _ in first }
        let changed = other.heads.indices.filter { choices.columns[$0] != guessed[$0] && heads.indices.contains($0) }
        let said = Set(changed.compactMap { choices.columns[$0] })
        var columns: [Int: FormerColumn] = [:]
        for (column, place) in guessedColumns where !changed.contains(place) && !said.contains(column) {
            columns[place] = column
        }
        for place in changed { columns[place] = choices.columns[place] }
        var carried = guessing(FormerChoices(at: columns, states: choices.states))
        carried.headLine = headLine == likelyHeadLine ? nil : headLine
        return carried
    }

    /// The states that the complaints of the table name.
    public func states(by choices: FormerChoices) -> States {
        var states = States()
        guard let column = choices[.state] else { return states }
        var seen: Set<String> = []
        for row in rows {
            let words = row[column].trimmed
            if words.isEmpty {
                if total(in: row, by: choices) == nil { states.blanks += 1 }
            } else if states.words.count <= Self.mostStates, !seen.contains(FormerState.key(words)),
                total(in: row, by: choices) == nil
            {
                seen.insert(FormerState.key(words))
                states.words.append(words)
            }
        }
        return states
    }

    /// What those that have none seem to mean: as their days say, where some were closed and some were not.
    private func blankState(by choices: FormerChoices) -> FormerState {
        guard let state = choices[.state], let closedOn = choices[.closedOn] else { return .open }
        let blank = rows.filter { $0[state].isBlank && total(in: $0, by: choices) == nil }
        let closed = blank.count { !$0[closedOn].isBlank }
        return closed == 0 ? .open : closed == blank.count ? .closed : .byDays
    }
}
