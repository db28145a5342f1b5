public import Complaints
import Storage

extension Register {
    /// Records what somebody did with a case file, or was refused: who, what and when, never what it says (S-62; peers §3
    /// row 22).
    ///
    /// - Throws: `Failure.restricted` where it is not open to its reader, but of a refusal: nothing is recorded then;
    ///   `StorageError`.
    /// - Parameters:
    ///   - id: which case file, or what was said; nil for none.
    ///   - detail: one word more, such as the act that was refused.
    ///   - handles: whether it is somebody who handles complaints: what the complainant wrote is read then, unless it was
    ///     the copy without persons that was shown, which has no word of it.
    public func recordAccess(
        _ kind: AccessKind,
        _ outcome: AccessOutcome = .done,
        of id: CaseFile.ID?,
        by account: String,
        detail: String = "",
        handles: Bool = false
    ) async throws {
        let row = world.identifier()
        let at = world.now()
        try await database.write(scope) { connection in
            if kind != .refused, let id, try !isOpen(id, in: connection) { throw Failure.restricted }
            try accesses.record(kind, outcome, by: account, of: id, detail: detail, as: row, at: at, in: connection)
            let isCopy = detail == SitePart.pseudonymised.rawValue
            if handles, kind == .opened, !isCopy, let id { try markRead(id, in: connection) }
        }
    }

    /// The same of what one page shows of many case files, in one transaction; nothing of one that is not open to its reader.
    public func recordAccesses(
        _ kind: AccessKind,
        of ids: [CaseFile.ID],
        by account: String,
        detail: String = ""
    ) async throws {
        let lines = ids.map { (id: $0, row: world.identifier()) }
        let at = world.now()
        try await database.write(scope) { connection in
            for (id, row) in lines where try isOpen(id, in: connection) {
                try accesses.record(kind, by: account, of: id, detail: detail, as: row, at: at, in: connection)
            }
        }
    }

    /// The journal's lines, the latest first; without those about what is closed to the reader, for who looks at such a case,
    /// or at what was said in confidence, tells who handles it (R-24).
    public func accesses(_ filter: AccessFilter) async throws -> [AccessEntry] {
        let shown = ofOpenOnes
        return try await database.read { connection in
            try accesses.lines(filter, shown, in: connection)
        }
    }

    /// The end of a condition on `access a` that leaves out what is closed to the reader.
    private var ofOpenOnes: SQL { "\(butHidden(whose: "a.case_file"))\(butWithheld(whose: "a.case_file"))" }

    /// How many lines a filter lets through, counted as far as anybody wants to know.
    public func countAccesses(_ filter: AccessFilter) async throws -> Tally {
        let open = ofOpenOnes
        let count = try await database.read { connection in
            try accesses.count(filter, open, upTo: Self.mostAccessesCounted + 1, in: connection)
        }
        return count > Self.mostAccessesCounted ? .moreThan(Self.mostAccessesCounted) : .exactly(count)
    }

    /// How far lines are counted.
    private static let mostAccessesCounted = 1_000

    var accesses: AccessJournal { AccessJournal(organisation: organisation.id) }
}
