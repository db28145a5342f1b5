import Complaints
import Storage

extension Register {
    /// Puts a reception among the writes that wait, with all that it will write if nothing comes between, where that can be
    /// known: made and put there in the order of the marks that they will probably get.
    ///
    /// - Returns: the mark that it was promised, and its transaction.
    func enqueue(_ arrival: Arrival) async throws -> (promised: ReceptionReference?, write: PendingWrite<Begun>) {
        if !forecast.knows(arrival.year) { await expectMark(of: arrival.year) }
        let queued = try await forecast.take(arrival.year) { reference, procedure in
            let beginning = try Beginning(arrival, as: reference, under: procedure, in: self)
            return (promised: reference, write: try enqueue(arrival, beginning))
        }
        return try queued ?? (nil, enqueue(arrival, nil))
    }

    private func enqueue(_ arrival: Arrival, _ beginning: Beginning?) throws -> PendingWrite<Begun> {
        try database.enqueue(scope) { connection in try begin(arrival, beginning, in: connection) }
    }

    /// Reads once where the marks of a year stand. What cannot be read now, the transaction will read.
    private func expectMark(of year: Int) async {
        let found = try? await database.read { connection in
            (try last(in: .intake, year: year, connection), try currentProcedure(in: connection))
        }
        guard let (last, procedure) = found else { return }
        procedures.put(procedure)
        forecast.begin(year, last: last, under: procedure)
    }
}
