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
    /// Whether the choices were sent and are not enough.
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
        self.init(name, digest, trialDigest, sheet, choices, trial, refusedAt: nil)
    }

    /// What was sent and is not enough. - Parameter headLine: the line of the heads, as it was typed.
    public static func refused(
        _ name: String,
        _ digest: String,
        _ sheet: FormerSheet,
        _ choices: FormerChoices,
        headLine: String
    ) -> TakeoverView {
        TakeoverView(name, digest, "", sheet, choices, nil, refusedAt: headLine)
    }

    private init(
        _ name: String,
        _ digest: String,
        _ trialDigest: String,
        _ sheet: FormerSheet,
        _ choices: FormerChoices,
        _ trial: TakeoverTrial?,
        refusedAt typed: String?
    ) {
        self.name = name
        self.digest = digest
        self.trialDigest = trialDigest
        self.sheet = sheet
        self.choices = choices
        self.trial = trial
        isRefused = typed != nil
        headLine = typed ?? String(sheet.headLine)
        let found = sheet.states(by: choices)
        blanks = found.blanks
        states = found.words.prefix(FormerSheet.mostStates).map { ($0, choices.states[FormerState.key($0)]) }
    }

    /// Whether there are heads on the line that was typed.
    var hasHeads: Bool { Int(headLine).flatMap { sheet.headed(at: $0) } != nil }

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
}
