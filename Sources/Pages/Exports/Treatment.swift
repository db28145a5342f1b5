public import Complaints

/// How a case was dealt with, as the « Tableau de suivi » says it: what was decided, when it ended, what was done so that it
/// does not happen again. The file alone knows it.
public struct Treatment: Sendable {
    /// What the answer decides as a whole; nil where none has been given.
    public let outcome: Outcome?
    /// What came of it, in the words of an older register; empty where there are none.
    public let formerOutcome: String
    /// When it was closed, withdrawn or abandoned.
    public let endedAt: Instant?
    /// Actions and solutions.
    public let measures: [Measure]
    /// What was done, in the words of an older register; empty where there are none.
    public let formerMeasure: String
    /// Why no action was needed; empty where that was not said, or where there were some.
    public let dispensed: String
    /// Whether the file could not be read: then nothing of it is here, and that is said.
    public let isUnreadable: Bool

    /// Of a case whose file is damaged.
    public static let unreadable = Treatment()

    private init() {
        (outcome, endedAt, measures) = (nil, nil, [])
        (formerOutcome, formerMeasure, dispensed) = ("", "", "")
        isUnreadable = true
    }

    public init(_ file: CaseFile) {
        outcome = file.givenAnswer?.outcome
        endedAt = file.endedAt
        measures = file.measures
        dispensed = file.reasonForNoMeasure ?? ""
        let takeover = file.reception.takeover
        formerOutcome = takeover?.outcome ?? ""
        formerMeasure = takeover?.measure ?? ""
        isUnreadable = false
    }
}

extension Treatment {
    /// What was decided, in words; or that nobody can tell.
    func decision(_ press: Press) -> String {
        if isUnreadable { return press.words("export.unreadable") }
        return outcome.map { press.words("outcome.\($0.rawValue)") } ?? formerOutcome
    }

    /// What was done, one line each; or why nothing was.
    func actions(_ press: Press) -> String {
        let done = measures.map { measure in
            press.words("export.measure", ["day": FrenchDates.short(measure.doneOn), "text": measure.text])
        }
        let none = dispensed.isEmpty ? "" : press.words("export.measure.none", ["reason": dispensed])
        return ([formerMeasure] + done + [none]).filter { !$0.isBlank }.joined(separator: "\n")
    }
}
