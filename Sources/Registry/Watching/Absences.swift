public import Complaints
import Storage

/// Why an absence is not noted.
public enum AbsenceRefusal: Error, Sendable, Hashable {
    /// It ends before it begins, or before today.
    case endTooEarly
    /// It would last for longer than this many days.
    case tooLong(most: Int)
    /// The stand-in cannot handle cases, cannot sign in, or is the person themself.
    case standInUnable
}

extension Register {
    /// Who is away on a day and has this person for a stand-in.
    public func absences(coveredBy standIn: String, on day: CivilDate) async throws -> [Absence] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT id, absent_from, absent_through, stand_in FROM account
                WHERE organisation = \(organisation.id) AND stand_in = \(standIn)
                    AND absent_from <= \(day.description) AND absent_through >= \(day.description) ORDER BY id
                """
            ).compactMap { try Absence($0) }
        }
    }
}

extension Accounts {
    /// The absence of somebody that is not over; nil where there is none.
    public func absence(of id: String) async throws -> Absence? {
        let today = world.now().civilDate.description
        return try await database.read { connection in
            try connection.run(
                """
                SELECT id, absent_from, absent_through, stand_in FROM account
                WHERE organisation = \(organisation) AND id = \(id) AND absent_through >= \(today)
                """
            ).first.flatMap { try Absence($0) }
        }
    }

    /// Notes that somebody is away, with a line in the journal of accesses (S-62); nil ends it at once.
    ///
    /// - Throws: `AbsenceRefusal`; `AccountRefusal.unknown` where there is no such account.
    public func setAbsence(_ absence: Absence?, of id: String) async throws {
        let today = world.now().civilDate
        try await database.write(scope) { connection in
            guard try find(id: id, in: connection) != nil else { throw AccountRefusal.unknown }
            if let absence { try check(absence, of: id, today, in: connection) }
            let isNew = absence != nil
            let kept: SQL = isNew ? "" : " AND absent_from <> ''"
            let written = try connection.run(
                """
                UPDATE account SET absent_from = \(absence?.from.description ?? ""),
                    absent_through = \(absence?.through.description ?? ""), stand_in = \(absence?.standIn ?? "")
                WHERE organisation = \(organisation) AND id = \(id)\(kept) RETURNING id
                """
            )
            if !written.isEmpty { try note(.absence, of: id, absence?.written ?? "", in: connection) }
        }
    }

    private func check(
        _ absence: Absence,
        of id: String,
        _ today: CivilDate,
        in connection: any Connection
    ) throws {
        guard absence.from <= absence.through, absence.through >= today else { throw AbsenceRefusal.endTooEarly }
        guard absence.from.days(until: absence.through) < Absence.mostDays else {
            throw AbsenceRefusal.tooLong(most: Absence.mostDays)
        }
        let standIn = absence.standIn == id ? nil : try find(id: absence.standIn, in: connection)
        guard let standIn, standIn.canSignIn(on: today), standIn.runsProcedure else {
            throw AbsenceRefusal.standInUnable
        }
    }
}

extension Absence {
    fileprivate init?(_ row: Row) throws {
        guard let from = CivilDate(try row.text(1)), let through = CivilDate(try row.text(2)) else { return nil }
        self.init(account: try row.text(0), from: from, through: through, standIn: try row.text(3))
    }
}
