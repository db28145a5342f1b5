public import Complaints
import Storage

extension Register {
    /// Records what somebody did with a case file, or was refused: who, what and when, never what it says (S-62; peers §3
    /// row 22).
    ///
    /// - Throws: `Failure.restricted` where the case is not open to its reader, but of a refusal: nothing is recorded then;
    ///   `StorageError`.
    /// - Parameters:
    ///   - id: which case file; nil for none.
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

    /// The journal's lines, the latest first; without those about cases that are closed to the reader, for who looks at such
    /// a case tells who handles it.
    public func accesses(_ filter: AccessFilter) async throws -> [AccessEntry] {
        try await database.read { try accesses.lines(filter, butHidden(whose: "a.case_file"), in: $0) }
    }

    /// How many lines a filter lets through, counted as far as anybody wants to know.
    public func countAccesses(_ filter: AccessFilter) async throws -> Tally {
        let count = try await database.read { connection in
            try accesses.count(
                filter,
                butHidden(whose: "a.case_file"),
                upTo: Self.mostAccessesCounted + 1,
                in: connection
            )
        }
        return count > Self.mostAccessesCounted ? .moreThan(Self.mostAccessesCounted) : .exactly(count)
    }

    /// How far lines are counted.
    private static let mostAccessesCounted = 1_000

    var accesses: AccessJournal { AccessJournal(organisation: organisation.id) }
}
