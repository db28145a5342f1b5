public import Complaints
import FoundationEssentials
import Storage

/// The one door of restricted cases (R-24, R-87; docs/decisions/0018): what the provider's people read goes through books
/// `asSeen` by them, in which a case that is not open to them is a line without content, and nothing else; and what was only
/// said in confidence to others is not there at all.
extension Register {
    /// The same books as somebody of the provider may see them.
    public func asSeen(by officer: Officer) -> Register {
        var seen = self
        seen.reader = officer
        return seen
    }

    /// The same books as the server itself sees them: all of them, to be counted.
    public var asSeenByServer: Register {
        var all = self
        all.reader = nil
        return all
    }

    /// How many open cases their reader may not open.
    public func countHidden() async throws -> Int {
        try await database.read { connection in
            try connection.run(
                """
                SELECT COUNT(*) FROM case_file c WHERE c.organisation = \(organisation.id)
                    AND c.stage IN (\(Stage.whereOpen)) AND \(hidden())
                """
            )[0].integer(0)
        }
    }

    /// - Throws: `Failure.restricted` where a file is not open to the reader. The file itself is asked, not its line.
    func demandOpen(_ file: CaseFile, in connection: any Connection) throws {
        guard reader != nil, file.restriction != nil else { return }
        guard isOpen(file, among: try colleagues(in: connection).map(\.officer)) else { throw Failure.restricted }
    }

    /// Whether a file is open to the reader, the provider's people being these.
    func isOpen(_ file: CaseFile, among staff: [Officer]) -> Bool {
        guard let reader, file.restriction != nil else { return true }
        return file.opens(to: reader, among: staff)
    }

    /// - Throws: `Failure.restricted` where what was said, or the case that came of it, is not open to the reader.
    func demandOpen(_ discontent: Discontent, in connection: any Connection) throws {
        guard let reader else { return }
        if discontent.hearing.restriction != nil {
            let staff = try colleagues(in: connection).map(\.officer)
            guard discontent.opens(to: reader, among: staff) else { throw Failure.restricted }
        }
        guard let file = discontent.ending?.caseFile else { return }
        guard try isOpen(file, in: connection) else { throw Failure.restricted }
    }

    /// Whether the reader may open a case, or what was said, by its line; true where there is no such thing.
    func isOpen(_ id: CaseFile.ID, in connection: any Connection) throws -> Bool {
        guard reader != nil else { return true }
        return try connection.run(
            """
            SELECT 1 FROM case_file c
            WHERE c.organisation = \(organisation.id) AND c.id = \(id.description) AND \(hidden())
            UNION ALL SELECT 1 FROM discontent d
            WHERE d.organisation = \(organisation.id) AND d.id = \(id.description) AND \(withheld())
            """
        ).isEmpty
    }

    /// Whether the reader may open a case, or what was said; true where there is no such thing.
    public func isOpen(_ id: CaseFile.ID) async throws -> Bool {
        try await database.read { try isOpen(id, in: $0) }
    }

    /// Where the line of something says who may open it: whether it is restricted, who is listed, whom conflict bars.
    private struct Lock {
        let restricted, readers, barred: SQL

        static let ofCase = Lock(restricted: "c.restricted", readers: "c.readers", barred: "c.barred")
        /// Nobody is barred from what is no case.
        static let ofDiscontent = Lock(restricted: "d.restricted", readers: "d.readers", barred: "''")
    }

    /// Whether a `case_file c` is closed to the reader, as `Restriction.readers` says it of the file.
    func hidden() -> SQL { closed(.ofCase) }

    /// Whether a `discontent d` is closed to the reader, as `demandOpen` says it: by its own restriction, or by that of the
    /// case that came of it.
    private func withheld() -> SQL {
        """
        (\(closed(.ofDiscontent)) OR EXISTS (SELECT 1 FROM case_file c
            WHERE c.organisation = d.organisation AND c.id = d.case_file AND \(hidden())))
        """
    }

    private func closed(_ lock: Lock) -> SQL {
        guard let reader else { return "1 = 0" }
        let me = "% \(reader.id) %"
        return """
            (\(lock.restricted) <> '' AND \(lock.readers) NOT LIKE \(me) AND NOT (\(inherits(lock, reader, me))))
            """
    }

    /// Leaves out what is closed to the reader, of a `case_file c`: the end of a condition.
    func butHidden() -> SQL { reader == nil ? "" : " AND NOT \(hidden())" }

    /// The same of rows that belong to case files. - Parameter column: which one says to which.
    func butHidden(whose column: SQL) -> SQL {
        guard reader != nil else { return "" }
        return """
             AND NOT EXISTS (SELECT 1 FROM case_file c
                WHERE c.organisation = \(organisation.id) AND c.id = \(column) AND \(hidden()))
            """
    }

    /// Leaves out what is closed to the reader, of a `discontent d`: the end of a condition.
    func butWithheld() -> SQL { reader == nil ? "" : " AND NOT \(withheld())" }

    /// The same of rows that belong to something said. - Parameter column: which one says to which.
    func butWithheld(whose column: SQL) -> SQL {
        guard reader != nil else { return "" }
        return """
             AND NOT EXISTS (SELECT 1 FROM discontent d
                WHERE d.organisation = \(organisation.id) AND d.id = \(column) AND \(withheld()))
            """
    }

    /// Whether something on whose list nobody may handle it has fallen to this reader.
    private func inherits(_ lock: Lock, _ reader: Officer, _ me: String) -> SQL {
        guard reader.mayHandle else { return "1 = 0" }
        let isHead = reader.roles.contains(.management)
        let heads = somebody(with: [isHead ? .management : .complaintsManager])
        let alone: SQL = isHead ? "1 = 1" : "NOT \(somebody(with: [.management]))"
        let listed = somebody(
            with: [.complaintsManager, .management],
            and: "\(lock.readers) LIKE '% ' || a.id || ' %'"
        )
        let free = somebody(
            with: [isHead ? .management : .complaintsManager],
            and: "\(lock.barred) NOT LIKE '% ' || a.id || ' %'"
        )
        return "\(heads) AND \(alone) AND NOT \(listed) AND (\(lock.barred) NOT LIKE \(me) OR NOT \(free))"
    }

    /// Whether there is an account that can sign in, with one of some roles.
    private func somebody(with roles: [Role], and condition: SQL = "1 = 1") -> SQL {
        let held = roles.map { role -> SQL in "' ' || a.roles || ' ' LIKE \("% \(role.rawValue) %")" }
        let any = held.dropFirst().reduce(held[0]) { "\($0) OR \($1)" }
        return """
            EXISTS (SELECT 1 FROM account a WHERE a.organisation = \(organisation.id)
                AND \(Account.canSignIn(on: world.now().civilDate)) AND (\(any)) AND \(condition))
            """
    }
}

/// Alerts to the provider's people (R-24, R-87).
extension Register {
    /// Somebody of the provider who may sign in, and where mail for them goes.
    struct Colleague {
        let officer: Officer
        let email: String
    }

    /// Keeps a notice for each person who must know at once of what has just happened to a case. It says which case, and
    /// nothing of it.
    func alert(
        about file: CaseFile,
        since before: CaseFile?,
        _ signature: Signature,
        _ draws: Draws,
        in connection: any Connection
    ) throws {
        guard file.callsForSomebody(since: before) else { return }
        try notify(signature, draws.letter, .alert, of: file.reception.reference, in: connection) { staff in
            file.alerted(since: before, by: signature.author, among: staff)
        }
    }

    /// The same of what somebody has just said.
    ///
    /// - Parameter draw: 128 bits of chance, for its notices alone.
    func alert(
        about discontent: Discontent,
        _ signature: Signature,
        _ draw: String,
        in connection: any Connection
    ) throws {
        guard discontent.callsForSomebody else { return }
        let link = discontent.id.description
        try notify(signature, draw, .spokenAlert, of: nil, at: link, in: connection) { staff in
            discontent.alerted(by: signature.author, among: staff)
        }
    }

    /// Keeps a notice for each of those whom `told` picks among the accounts that can sign in.
    ///
    /// - Parameters:
    ///   - draw: 128 bits of chance, of which each notice's identifier is made.
    ///   - reference: the mark of the case file; nil for what was only said.
    ///   - link: what the address of the link ends with, where the reference does not say it.
    private func notify(
        _ signature: Signature,
        _ draw: String,
        _ kind: Notice.Kind,
        of reference: ReceptionReference?,
        at link: String = "",
        in connection: any Connection,
        told: ([Officer]) -> Set<String>
    ) throws {
        let colleagues = try colleagues(in: connection)
        let told = told(colleagues.map(\.officer))
        for one in colleagues where told.contains(one.officer.id) {
            let notice = Notice(
                id: String(digest(of: [Data(draw.utf8), Data(one.officer.id.utf8)]).prefix(32)),
                kind: kind,
                recipient: one.email,
                reference: reference,
                link: link,
                instant: signature.instant
            )
            try keep(notice, for: Self.patience, in: connection)
        }
    }

    /// The accounts that can sign in.
    func colleagues(in connection: any Connection) throws -> [Colleague] {
        try connection.run(
            """
            SELECT a.id, a.roles, a.email FROM account a
            WHERE a.organisation = \(organisation.id) AND \(Account.canSignIn(on: world.now().civilDate)) ORDER BY a.id
            """
        ).map { row in
            let roles = try row.text(1).split(separator: " ").compactMap { Role(rawValue: String($0)) }
            return Colleague(officer: Officer(id: try row.text(0), roles: Set(roles)), email: try row.text(2))
        }
    }
}
