import Complaints

/// A file that somebody is trying to bring in, as it is placed.
struct TakeoverDraftPart: Sendable {
    /// A column or a state of which enough is known: one line, which opens on what changes it.
    struct Folded: Sendable {
        let title: String
        let meaning: String
        let isOpen: Bool
        let field: Field
    }

    /// What a state is known by, hidden in the form.
    struct StateKey: Sendable {
        let name: String
        let value: String
    }

    /// What must still be said, and what the menus in which it can be call it.
    struct Missing: Sendable {
        let id: String
        let words: String
    }

    let summary: String
    let digest: String
    let trialDigest: String
    /// What must still be said, where that was found out.
    let missing: [Missing]
    let heads: Folded
    let toDecide: [Field]
    let statesToDecide: [Field]
    let hasToDecide: Bool
    let hasStatesToDecide: Bool
    let known: [Folded]
    let hasKnown: Bool
    let hasNoState: Bool
    let stateKeys: [StateKey]
    let trial: TakeoverTrialPart?
    let hasTrial: Bool

    init(_ view: TakeoverView, press: Press) {
        summary = press.words(
            "staff.reprise.read",
            [
                "name": view.name, "rows": FrenchNumbers.whole(view.sheet.rows.count),
                "skipped": FrenchNumbers.whole(view.sheet.skipped),
            ]
        )
        digest = view.digest
        trialDigest = view.trialDigest
        let pen = TakeoverPen(view, press: press)
        missing = view.isRefused ? view.choices.missing.map(pen.missing) : []
        heads = pen.heads
        let places = view.sheet.heads.indices
        let undecided = Set(places.filter(view.isToDecide))
        toDecide = places.filter(undecided.contains).map { pen.column($0).field }
        let states = (view.blanks > 0 ? [pen.blankState] : []) + view.states.indices.map(pen.state)
        statesToDecide = states.filter(\.isOpen).map(\.field)
        (hasToDecide, hasStatesToDecide) = (!toDecide.isEmpty || !statesToDecide.isEmpty, !statesToDecide.isEmpty)
        known = places.filter { !undecided.contains($0) }.map(pen.column) + states.filter { !$0.isOpen }
        hasKnown = !known.isEmpty
        hasNoState = view.choices[.state] == nil
        stateKeys = view.states.enumerated().map { index, state in
            StateKey(name: TakeoverPage.stateFields(index).key, value: FormerState.key(state.words))
        }
        trial = view.trial.map { TakeoverTrialPart($0, press: press) }
        hasTrial = trial != nil
    }
}
