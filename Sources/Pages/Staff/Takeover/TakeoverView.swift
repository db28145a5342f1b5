public import Complaints

/// A file that somebody is trying to bring in, as its page needs to know it.
public struct TakeoverView: Sendable {
    let name: String
    let digest: String
    let trialDigest: String
    let sheet: FormerSheet
    let choices: FormerChoices
    /// What the states of the file are called, each with what it is said to mean.
    let states: [(words: String, meaning: FormerState?)]
    /// How many complaints have no state.
    let blanks: Int
    /// The line of the heads, as it was typed.
    let headLine: String
    /// What is wrong with that line.
    let headMistake: FormerSheet.Mistake?
    /// Whether the choices were sent, and are not enough: what was guessed was seen then.
    let isRefused: Bool
    let trial: TakeoverTrial?

    /// - Parameters:
    ///   - name: what the file is called.
    ///   - digest: SHA-256 of it, lower case hexadecimal.
    ///   - trialDigest: the same of the file and of what its columns were said to hold; empty where nothing is tried.
    ///   - choices: what its columns hold, as it was said or guessed.
    ///   - trial: what came of trying it; nil before.
    public init(
        name: String,
        digest: String,
        trialDigest: String = "",
        sheet: FormerSheet,
        choices: FormerChoices,
        trial: TakeoverTrial?
    ) {
        self.init(name, digest, trialDigest, sheet, choices, trial, headLine: nil, nil)
    }

    /// What of a form was refused.
    public enum Refused: Sendable, Equatable {
        /// The line of the heads.
        case heads(FormerSheet.Mistake)
        /// What the columns hold: something is missing, or said twice.
        case columns
    }

    /// What was sent and is not kept.
    ///
    /// - Parameters:
    ///   - headLine: the line of the heads, as it was typed.
    ///   - refused: what is wrong with it; nil where that was not looked at.
    public static func sent(
        _ name: String,
        _ digest: String,
        _ sheet: FormerSheet,
        _ choices: FormerChoices,
        headLine: String,
        _ refused: Refused?
    ) -> TakeoverView {
        TakeoverView(name, digest, "", sheet, choices, nil, headLine: headLine, refused)
    }

    private init(
        _ name: String,
        _ digest: String,
        _ trialDigest: String,
        _ sheet: FormerSheet,
        _ choices: FormerChoices,
        _ trial: TakeoverTrial?,
        headLine typed: String?,
        _ refused: Refused?
    ) {
        self.name = name
        self.digest = digest
        self.trialDigest = trialDigest
        self.sheet = sheet
        self.choices = choices
        self.trial = trial
        headMistake = if case .heads(let mistake) = refused { mistake } else { nil }
        isRefused = refused == .columns
        headLine = typed ?? String(sheet.headLine)
        let found = sheet.states(by: choices)
        blanks = found.blanks
        states = found.words.prefix(FormerSheet.mostStates).map { ($0, choices.states[FormerState.key($0)]) }
    }

    /// Whether somebody still has to say what a column holds: nothing could be guessed, the guess is not sure, or what was
    /// said of it is not enough.
    func isToDecide(_ place: Int) -> Bool {
        guard let column = choices.columns[place] else {
            let isBare = sheet.heads[place].isEmpty && sheet.rows.allSatisfy { $0[place].isBlank }
            return trial == nil && !isBare && (!isRefused || !choices.missing.isEmpty)
        }
        if isRefused { return choices.doubled.contains(column) }
        return trial == nil && !sheet.isSure(column, at: place)
    }

    /// The columns in which what is missing can be said: those of which nothing is, or all where there is none.
    var lacking: Set<Int> {
        guard isRefused, !choices.missing.isEmpty else { return [] }
        let free = sheet.heads.indices.filter { choices.columns[$0] == nil && isToDecide($0) }
        return Set(free.isEmpty ? Array(sheet.heads.indices) : free)
    }
}
