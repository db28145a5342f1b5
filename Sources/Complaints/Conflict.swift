/// Conflict of interest: who may not touch a case, because the complaint names them or because they stepped aside.
extension CaseFile {
    /// Accounts of those whom the latest qualification names as mis en cause.
    public var implicated: Set<String> { Set(qualification?.implicated ?? []) }

    /// Accounts that may not handle the case: named in it, or stepped aside.
    public var conflicted: Set<String> { implicated.union(recused) }

    /// Whether this officer may do nothing but read and note. Not so while they handle the case because the management
    /// passed over the conflict, on record.
    public func bars(_ officer: Officer) -> Bool {
        conflicted.contains(officer.id) && !(isHandledByOverride && handler == officer.id)
    }

    /// Whether this officer may give the case to somebody in spite of a conflict: the management, but for whoever
    /// stepped aside themself. Whoever is named too may do it as `mayLiftConflict` says.
    public func mayOverride(_ officer: Officer) -> Bool {
        officer.roles.contains(.management) && !recused.contains(officer.id)
    }

    /// Those who may handle the case with no rule lifted: neither named in it nor stepped aside.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func handlers(among staff: [Officer]) -> [Officer] {
        staff.filter { $0.mayHandle && !conflicted.contains($0.id) }
    }

    /// Whether this officer may give the case to whoever is named in it or stepped aside: the management, but for its
    /// member who is named too, only while nobody else may handle it.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func mayLiftConflict(_ officer: Officer, among staff: [Officer]) -> Bool {
        mayOverride(officer) && (!conflicted.contains(officer.id) || handlers(among: staff).isEmpty)
    }

    /// What is left to a barred officer: a note; and to the management the override, which is an assignment.
    func remains(_ act: Act, to officer: Officer) -> Bool {
        act == .note || act == .assign && mayOverride(officer)
    }

    /// What is wrong with a judgement that takes back a conflict without a fresh reason, or by the hand of the person
    /// concerned, and with one that names somebody whom nobody knows.
    func objection(
        toNaming named: [String],
        reason: String,
        among staff: [Officer],
        _ signature: Signature
    ) -> Refusal? {
        let lifted = implicated.subtracting(named)
        guard Set(named).subtracting(implicated).isSubset(of: staff.map(\.id)) else { return .unknownOfficer }
        guard !lifted.isEmpty else { return nil }
        if case .officer(let officer) = signature.author, lifted.contains(officer.id) { return .barred }
        if let short = shortness(of: reason) { return short }
        let former = FoldedText.words(qualification?.reason ?? "", limit: .max)
        return FoldedText.words(reason, limit: .max) == former ? .reasonNotFresh : nil
    }

    /// Lays a judgement on the file. Whoever handled the case and is now named loses it.
    mutating func judge(_ judgement: Qualification) {
        qualification = judgement
        guard let handler else { return }
        if !conflicted.contains(handler) {
            isHandledByOverride = false
        } else if !isHandledByOverride {
            self.handler = nil
        }
    }

    /// Lays an assignment on the file.
    mutating func give(_ assignment: Assignment) {
        handler = assignment.handler
        isHandledByOverride = !assignment.override.isEmpty && conflicted.contains(assignment.handler)
        if let readers = assignment.readers { restriction?.readers = readers }
    }

    /// Lays a recusal on the file.
    mutating func exclude(_ recusal: Recusal) {
        recused.insert(recusal.officer)
        guard handler == recusal.officer else { return }
        handler = nil
        isHandledByOverride = false
    }
}
