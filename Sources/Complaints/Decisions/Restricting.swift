extension CaseFile {
    /// Opens the case to few, whom it names, instead of to all. Of a restricted case it changes the list. The
    /// management keeps it open, by one of its members at least, unless it is the management that is complained about.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func restrict(
        _ restriction: Restriction,
        among staff: [Officer],
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.restrict, signature)
        let chosen = staff.filter { restriction.readers.contains($0.id) }
        let areKnown = Set(restriction.readers).isSubset(of: chosen.map(\.id))
        try refuse([
            areKnown ? nil : .unknownOfficer,
            chosen.contains { $0.mayHandle && !bars($0) } ? nil : .noReaderMayHandle,
            shutsOutManagement(restriction, among: staff) ? .managementShutOut : nil,
            restriction.ground == .other ? shortness(of: restriction.words) : nil,
        ])
        return .restricted(
            Restriction(
                ground: restriction.ground,
                words: restriction.words.trimmed,
                readers: Set(restriction.readers).sorted()
            )
        )
    }

    /// Whether nobody of the management could lift a restriction again, though some of it are free of conflict.
    private func shutsOutManagement(_ restriction: Restriction, among staff: [Officer]) -> Bool {
        guard restriction.ground != .implicatesManager else { return false }
        let heads = staff.filter { $0.roles.contains(.management) && !bars($0) }
        return !heads.isEmpty && !heads.contains { restriction.readers.contains($0.id) }
    }

    /// Opens a restricted case to all again.
    public func liftRestriction(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.liftRestriction, signature)
        guard restriction != nil else { throw .notRestricted }
        try demand(reason: reason)
        return .restrictionLifted(Reason(reason.trimmed))
    }
}
