extension CaseFile {
    /// Opens the case to few, whom it names, instead of to all. Of a restricted case it changes the list.
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

    /// Opens a restricted case to all again.
    public func liftRestriction(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.liftRestriction, signature)
        guard restriction != nil else { throw .notRestricted }
        try demand(reason: reason)
        return .restrictionLifted(Reason(reason.trimmed))
    }
}
