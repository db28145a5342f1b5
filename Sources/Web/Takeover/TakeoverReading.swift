import Complaints
import Dispatch
import Pages
import Registry

/// An older register as it is read and tried, on a thread of its own and one at a time: a large one takes a second or two,
/// and the pages go on meanwhile.
struct TakeoverReading: Sendable {
    let draft: TakeoverDraft
    let sheet: FormerSheet
    let choices: FormerChoices
    let trial: TakeoverTrial

    private static let queue = DispatchQueue(label: "doleances.takeover")

    /// Nil where there is no file, or where nobody has said what its columns hold.
    init?(_ draft: TakeoverDraft?, _ site: Site, _ register: Register) async throws {
        guard let draft, let choices = draft.choices, !choices.isGuess else { return nil }
        let today = site.today
        let (sheet, tried, marks) = try await Self.inTurn {
            let sheet = try Self.read(draft.content, choices)
            let tried = TakeoverTrial(sheet, choices, today: today)
            return (sheet, tried, tried.complaints.map(\.mark))
        }
        let known = try await register.takenOver(among: marks)
        let trial = try await Self.inTurn {
            var trial = tried
            trial.putAside(known: known)
            return trial
        }
        (self.draft, self.sheet, self.choices, self.trial) = (draft, sheet, choices, trial)
    }

    /// A file as a table. - Throws: `FormerSheet.Mistake`.
    static func sheet(_ content: [UInt8]) async throws -> FormerSheet {
        try await inTurn { try FormerSheet(content) }
    }

    /// A file as a table, its heads where they are said to be; to be called in turn. - Throws: `FormerSheet.Mistake`.
    static func read(_ content: [UInt8], _ choices: FormerChoices?) throws -> FormerSheet {
        headed(try FormerSheet(content), choices)
    }

    /// A line of heads that was said of another file may be none in this one: the likely one stays then.
    private static func headed(_ sheet: FormerSheet, _ choices: FormerChoices?) -> FormerSheet {
        guard let line = choices?.headLine else { return sheet }
        return (try? sheet.headed(at: line)) ?? sheet
    }

    /// What was said of the file before, where this one has the same columns: whoever mends a line says nothing again.
    /// What rows without a state mean is never guessed behind what was said: that is asked.
    static func choices(of draft: TakeoverDraft?, for sheet: FormerSheet) async throws -> FormerChoices? {
        guard let draft, let choices = draft.choices else { return nil }
        return try await inTurn {
            let now = headed(sheet, choices)
            guard try read(draft.content, choices).heads == now.heads else { return nil }
            return now.guessing(choices, besides: choices.isGuess ? [] : [""])
        }
    }

    /// What a page needs to know of a file, tried or not.
    static func view(of draft: TakeoverDraft, _ site: Site, _ register: Register) async throws -> TakeoverView {
        if let tried = try await TakeoverReading(draft, site, register) { return try await tried.view() }
        return try await inTurn {
            let sheet = try read(draft.content, draft.choices)
            return TakeoverView(
                name: draft.name,
                digest: draft.digest,
                sheet: sheet,
                choices: draft.choices ?? sheet.guesses,
                trial: nil
            )
        }
    }

    /// What a page needs to know of it.
    func view() async throws -> TakeoverView {
        try await Self.inTurn {
            TakeoverView(
                name: draft.name,
                digest: draft.digest,
                trialDigest: draft.trialDigest,
                sheet: sheet,
                choices: choices,
                trial: trial
            )
        }
    }

    /// What walks over all lines of a file.
    static func inTurn<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
