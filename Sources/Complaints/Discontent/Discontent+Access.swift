/// Who opens what was said in confidence, and whom it calls for (R-24, R-87; docs/decisions/0018).
extension Discontent {
    /// Whether an officer may open it. What came of it may close it too: the books ask that of the case.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func opens(to officer: Officer, among staff: [Officer]) -> Bool {
        hearing.restriction?.readers(among: staff).contains(officer.id) ?? true
    }

    /// Whether somebody must know at once that it was said: grave, or in confidence.
    public var callsForSomebody: Bool { hearing.restriction != nil || !hearing.severities.isEmpty }

    /// Who is told of it at once: those who may open it and handle complaints, but for whoever noted it.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func alerted(by author: Author, among staff: [Officer]) -> Set<String> {
        guard callsForSomebody else { return [] }
        var told = Set(staff.filter { $0.mayHandle && opens(to: $0, among: staff) }.map(\.id))
        if case .officer(let officer) = author { told.remove(officer.id) }
        return told
    }
}
