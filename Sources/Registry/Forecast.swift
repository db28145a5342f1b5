import Complaints
import Synchronization

/// The mark that the next reception will get, as far as can be known before its transaction, which alone gives it.
///
/// A forecast saves time and decides nothing: where another server, an undone transaction or a form sent twice proves it
/// wrong, the transaction makes again what was made for the wrong mark.
final class Forecast: Sendable {
    /// The marks of one year.
    private struct Marks {
        /// The highest ordinal known to be given.
        var last: Int
        /// The one to promise next.
        var next: Int
        /// How many have been promised a mark, and have not said yet which they got.
        var outstanding = 0
    }

    private struct State {
        /// The newest that is known of.
        var procedure: KeptProcedure?
        /// Each year by itself: at its turn the last ones of the old year come among the first of the new, and a clock
        /// that was wrong for a moment leaves the true year as it was.
        var years: [Int: Marks] = [:]

        mutating func learn(_ newer: KeptProcedure) {
            let isNews = procedure.map { $0.procedure.version < newer.procedure.version } ?? true
            if isNews { procedure = newer }
        }
    }

    /// How many years are kept: the one that ends, the one that begins, and one more for a clock that is wrong.
    private static let mostYears = 3

    /// Empty at the start: nothing is known.
    private let state = Mutex(State())
    private let turns = Turns()

    /// Whether the marks of that year are known.
    func knows(_ year: Int) -> Bool { state.withLock { $0.years[year] != nil } }

    /// Takes note of the last mark of a year that the database has. Does nothing where that year is known already.
    func begin(_ year: Int, last: Int, under procedure: KeptProcedure) {
        state.withLock { state in
            state.learn(procedure)
            guard state.years[year] == nil else { return }
            if state.years.count >= Self.mostYears,
                let farthest = state.years.keys.max(by: { abs($0 - year) < abs($1 - year) })
            {
                state.years[farthest] = nil
            }
            state.years[year] = Marks(last: last, next: last + 1)
        }
    }

    /// Makes something for the mark that is expected, nil where none is, one after another: what is put in the queue of
    /// writes meanwhile stands there in the order of the marks.
    func take<T: Sendable>(
        _ year: Int,
        _ make: @Sendable (ReceptionReference, KeptProcedure) throws -> T
    ) async throws -> T? {
        try await turns.next {
            guard let (reference, procedure) = promise(year) else { return nil }
            do {
                return try make(reference, procedure)
            } catch {
                settle(reference)
                throw error
            }
        }
    }

    /// What became of a promise.
    ///
    /// - Parameters:
    ///   - promised: the mark that was expected; nil where none was.
    ///   - given: the mark that was given; nil where none was.
    ///   - procedure: the one in force, where the one expected no longer was.
    func settle(
        _ promised: ReceptionReference?,
        _ given: ReceptionReference? = nil,
        under procedure: KeptProcedure? = nil
    ) {
        state.withLock { state in
            if let procedure { state.learn(procedure) }
            guard let year = (promised ?? given)?.year, var marks = state.years[year] else { return }
            if let given { marks.last = max(marks.last, given.ordinal) }
            if promised != nil { marks.outstanding = max(0, marks.outstanding - 1) }
            // As expected: nothing to learn, in whatever order they say so.
            if promised != given { marks.next = marks.last + marks.outstanding + 1 }
            state.years[year] = marks
        }
    }

    private func promise(_ year: Int) -> (ReceptionReference, KeptProcedure)? {
        state.withLock { state in
            guard let procedure = state.procedure, let next = state.years[year]?.next else { return nil }
            state.years[year]?.next += 1
            state.years[year]?.outstanding += 1
            return (ReceptionReference(year: year, ordinal: next), procedure)
        }
    }
}

/// Lets one pass at a time.
private actor Turns {
    func next<T: Sendable>(_ work: @Sendable () throws -> T) rethrows -> T { try work() }
}
