import Complaints

/// What was done on a file since the version that the writer of a form had before them, said above the form that comes
/// back for it. Nobody's form comes back for what the server did by itself, so that is not told.
struct Meanwhile: Sendable {
    /// Whether it was oneself, and what to do now.
    let words: String
    /// That the form now has what the file had ticked and chosen, where it lacked some of it.
    let joined: String?
    /// One line an act, as the history says it, with its day and hand; empty where the form does not say from which version
    /// it was made.
    let lines: [String]
}

extension Meanwhile {
    /// Nil where the draft comes back for another reason.
    ///
    /// - Parameter history: the file's, one line for each of its entries.
    init?(_ draft: ActDraft?, on file: CaseFile, _ history: [HistoryLine], for reader: Officer, press: Press) {
        guard let draft, draft.trouble == .overtaken else { return nil }
        let told = zip(file.entries, history).filter { entry, _ in !entry.isBySystem }
        let version = draft.overtaken.flatMap { $0 >= 1 ? $0 : nil } ?? told.count
        let since = told.dropFirst(version)
        let mine = since.count { entry, _ in entry.officer == reader.id }
        let key = "staff.fault.overtaken"
        if !since.isEmpty, mine == since.count {
            words = press.words("\(key).oneself")
        } else {
            // Where both wrote, or where the version is not known, it is nobody in particular.
            words = press.words(since.isEmpty || mine > 0 ? key : "\(key).others")
        }
        let isJoined = draft.joined(with: file.qualification).values != draft.values
        joined = isJoined ? press.words("\(key).joined") : nil
        lines = since.map { _, line in line.sentence }
    }
}

extension HistoryLine {
    /// The whole in one line, without the text that was given with it.
    fileprivate var sentence: String { ([at, by, what] + notes).joined(separator: " – ") }
}
