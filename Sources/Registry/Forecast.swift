import Complaints
import Synchronization

/// The mark that the next reception will get, as far as can be known before its transaction, which alone gives it.
///
/// A forecast saves time and decides nothing: where another server, an undone transaction or a form sent twice proves it
/// wrong, the transaction makes again what was made for the wrong mark.
final class Forecast: Sendable {
    private struct State {
        var procedure: KeptProcedure
        let year: Int
        /// The highest ordinal known to be given.
        var last: Int
        /// The one to promise next.
        var next: Int
        /// How many have been promised a mark, and have not said yet which they got.
        var outstanding = 0
    }

    /// Empty at the start: nothing is known.
    private let state = Mutex<State?>(nil)
    private let turns = Turns()

    /// Whether marks of that year, or of a later one, are known.
    func knows(_ year: Int) -> Bool { state.withLock { $0.map { $0.year >= year } ?? false } }

    /// Takes note of the last mark of a year that the database has. Does nothing where that year is known already.
    func begin(_ year: Int, last: Int, under procedure: KeptProcedure) {
        state.withLock { state in
            if let known = state, known.year >= year { return }
            state = State(procedure: procedure, year: year, last: last, next: last + 1)
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
            guard let known = state else { return }
            if let newer = procedure, newer.procedure.version > known.procedure.procedure.version {
                state?.procedure = newer
            }
            let year = known.year
            if given?.year == year, let given { state?.last = max(known.last, given.ordinal) }
            if promised?.year == year { state?.outstanding -= 1 }
            // As expected: nothing to learn, in whatever order they say so.
            guard promised != given, promised?.year == year || given?.year == year else { return }
            state.map { state?.next = $0.last + $0.outstanding + 1 }
        }
    }

    private func promise(_ year: Int) -> (ReceptionReference, KeptProcedure)? {
        state.withLock { state in
            guard let known = state, known.year == year else { return nil }
            state?.next += 1
            state?.outstanding += 1
            return (ReceptionReference(year: year, ordinal: known.next), known.procedure)
        }
    }
}

/// Lets one pass at a time.
private actor Turns {
    func next<T: Sendable>(_ work: @Sendable () throws -> T) rethrows -> T { try work() }
}
