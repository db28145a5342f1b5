import Complaints
import Storage

extension Register {
    /// What a reception will write if nothing comes between; nil where that cannot be known.
    func foreseen(_ arrival: Arrival) async throws -> Beginning? {
        if !forecast.knows(arrival.year) { await expectMark(of: arrival.year) }
        return try await forecast.take(arrival.year) { reference, procedure in
            try Beginning(arrival, as: reference, under: procedure, in: self)
        }
    }

    /// Reads once where the marks of a year stand. What cannot be read now, the transaction will read.
    private func expectMark(of year: Int) async {
        let found = try? await database.read { connection in
            let last = try connection.run(
                """
                SELECT last FROM counter
                WHERE organisation = \(organisation.id) AND book = \(Book.intake.rawValue) AND year = \(year)
                """
            )
            return (try last.first?.integer(0) ?? 0, try currentProcedure(in: connection))
        }
        guard let (last, procedure) = found else { return }
        procedures.put(procedure)
        forecast.begin(year, last: last, under: procedure)
    }
}
