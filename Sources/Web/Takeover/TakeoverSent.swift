import Complaints
import Pages
import Registry

/// What a form says of a file's columns, read beside the file. That walks over all of its lines, so it is done in turn.
struct TakeoverSent: Sendable {
    /// What comes of it.
    enum Outcome: Sendable {
        /// It may be kept. - Parameter isReread: whether a trial was asked for, and the heads were read anew instead.
        case kept(FormerChoices, isReread: Bool)
        case refused(TakeoverPage.Trouble, TakeoverView)
    }

    private let draft: TakeoverDraft
    private let sheet: FormerSheet
    private let choices: FormerChoices
    /// The line of the heads, as it was typed.
    private let headLine: String
    /// The same table with its heads there.
    private let headed: Result<FormerSheet, FormerSheet.Mistake>

    /// What comes of it. - Parameter isTrial: whether a trial is asked for.
    static func outcome(of form: FormData, for draft: TakeoverDraft, isTrial: Bool) async throws -> Outcome {
        try await TakeoverReading.inTurn { try TakeoverSent(form, draft).outcome(isTrial: isTrial) }
    }

    /// What was chosen in a form that was not taken, shown again.
    static func view(of form: FormData, for draft: TakeoverDraft) async throws -> TakeoverView {
        try await TakeoverReading.inTurn { try TakeoverSent(form, draft).shownAgain }
    }

    private init(_ form: FormData, _ draft: TakeoverDraft) throws {
        let said = TakeoverChoices(form)
        self.draft = draft
        sheet = try TakeoverReading.read(draft.content, draft.choices)
        choices = said.choices(for: sheet)
        headLine = said.headLine(of: sheet)
        headed = Self.heads(headLine, of: sheet)
    }

    private static func heads(
        _ typed: String,
        of sheet: FormerSheet
    ) -> Result<FormerSheet, FormerSheet.Mistake> {
        guard let line = Int(typed) else { return .failure(.empty) }
        do throws(FormerSheet.Mistake) {
            return .success(try sheet.headed(at: line))
        } catch {
            return .failure(error)
        }
    }

    /// Where the heads are said to be on another line, they are read anew, and nothing is tried before their columns
    /// were looked at.
    private func outcome(isTrial: Bool) -> Outcome {
        switch headed {
        case .failure(let mistake):
            return .refused(mistake == .empty ? .headLine : .sheet(mistake), view(.heads(mistake)))
        case .success(let headed) where !isTrial || headed.headLine != sheet.headLine:
            var carried = headed.carrying(choices, from: sheet)
            carried.isGuess = true
            return .kept(carried, isReread: isTrial)
        case .success where !choices.missing.isEmpty || !choices.doubled.isEmpty:
            return .refused(.unsaid, view(.columns))
        case .success: return .kept(choices, isReread: false)
        }
    }

    private var shownAgain: TakeoverView {
        switch headed {
        case .failure(let mistake): view(.heads(mistake))
        case .success: view(nil)
        }
    }

    private func view(_ refused: TakeoverView.Refused?) -> TakeoverView {
        .sent(draft.name, draft.digest, sheet, choices, headLine: headLine, refused)
    }
}
