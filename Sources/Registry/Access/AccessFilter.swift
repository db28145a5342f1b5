public import Complaints

/// Which lines of the journal of accesses are wanted, and from where on.
public struct AccessFilter: Sendable, Equatable {
    /// What is about accounts alone, as an administrator may read it.
    public var isOfAccounts = false
    public var kind: AccessKind?
    /// Whose hand: an account, or one of the words of `AccessEntry`.
    public var account: String?
    public var caseFile: CaseFile.ID?
    /// Only lines of this day of Paris or later.
    public var from: CivilDate?
    /// Only lines of this day of Paris or before.
    public var through: CivilDate?
    /// The next lines come after this one, back in time.
    public var before: AccessCursor?
    /// How many lines at most.
    public var limit = 50

    public init() {}
}

/// A place in the journal, as the address of a page carries it.
public struct AccessCursor: Sendable, Equatable, CustomStringConvertible {
    let at: Instant
    let id: String

    /// Just after a line.
    public init(after entry: AccessEntry) {
        at = entry.at
        id = entry.id
    }

    /// Reads what `description` has written; nil for anything else.
    public init?(_ text: String) {
        guard let at = Instant(String(text.prefix(20))), text.dropFirst(20).first == "." else { return nil }
        let id = text.dropFirst(21)
        guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy({ (33...126).contains($0) }) else { return nil }
        self.at = at
        self.id = String(id)
    }

    public var description: String { "\(at).\(id)" }
}
