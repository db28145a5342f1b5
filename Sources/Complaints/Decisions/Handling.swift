extension CaseFile {
    /// Gives the case to a handler who is not named in it. The management may override, with a reason; whoever of it is
    /// itself named needs one for whomever they choose, and takes the case only while nobody else may handle it. A
    /// restricted case is opened to its handler, and no more to whom conflict bars.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func assign(
        to handler: String,
        among staff: [Officer],
        override reason: String = "",
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.assign, signature)
        guard let chosen = staff.first(where: { $0.id == handler && $0.mayHandle }) else { throw .unknownOfficer }
        guard case .officer(let officer) = signature.author else { throw .notAllowed }
        let readers = opens(to: chosen, among: staff) ? nil : readers(among: staff, with: handler)
        guard conflicted.contains(handler) || bars(officer) else {
            return .assigned(Assignment(handler: handler, readers: readers))
        }
        guard mayOverride(officer) else { throw .conflictOfInterest }
        guard !conflicted.contains(handler) || mayLiftConflict(officer, among: staff) else { throw .othersMayHandle }
        guard !reason.isBlank else { throw .conflictOfInterest }
        try demand(reason: reason)
        return .assigned(Assignment(handler: handler, override: reason.trimmed, readers: readers))
    }

    /// Who may open the restricted case once it is given to somebody who may not yet.
    private func readers(among staff: [Officer], with handler: String) -> [String] {
        let known = readers(among: staff)
        return (staff.filter { known.contains($0.id) && !bars($0) }.map(\.id) + [handler]).sorted()
    }

    /// Somebody steps aside.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func recuse(
        _ officer: String,
        among staff: [Officer],
        reason: String,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.recuse, signature)
        let isKnown = staff.contains { $0.id == officer && $0.mayHandle }
        try refuse([isKnown ? nil : .unknownOfficer, shortness(of: reason)])
        return .recused(Recusal(officer: officer, reason: reason.trimmed))
    }

    /// Records an action or a solution with its documents (procedure §5; R-16).
    public func record(_ measure: Measure, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.recordMeasure, signature)
        try refuse([
            measure.text.isBlank ? .textMissing : nil, measure.doneOn <= signature.day ? nil : .dateImpossible,
            measure.doneOn >= startedOn ? nil : .dayBeforeComplaint(startedOn),
        ])
        return .measureRecorded(measure)
    }

    /// Records that no action was needed, and why.
    public func dispenseWithMeasures(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.dispenseWithMeasures, signature)
        try demand(reason: reason)
        return .measuresDispensed(Reason(reason.trimmed))
    }

    /// Gives a new date by a holding reply, later than the present one. On a Saturday, a Sunday or a public
    /// holiday it is the next day that is none of them that the person is given.
    ///
    /// - Parameter zone: whose public holidays count.
    public func extend(_ extra: Extension, zone: Zone, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.extend, signature)
        let isLater = extra.until > due.answer.due && extra.until > signature.day
        try refuse([
            shortness(of: extra.reason), isLater ? nil : .dateNotLater(due.answer.due),
            forbiddenWording(in: [extra.reason]), unfinished(in: [extra.reason]),
        ])
        let due = FrenchCalendar(zone: zone).extended(extra.until)
        return .extended(Extension(reason: extra.reason, until: extra.until, due: due))
    }

    /// Lays an internal note in the file, readable by the person it is about.
    public func note(_ text: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.note, signature)
        guard !text.isBlank else { throw .textMissing }
        return .noted(Reason(text.trimmed))
    }
}
