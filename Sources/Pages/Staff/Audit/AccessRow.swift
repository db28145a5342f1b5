import Complaints

/// One line of the journal of accesses.
struct AccessRow: Sendable {
    let at: String
    let universal: String
    let who: String
    let what: String
    /// The case file, or what was said; nil for none.
    let path: String?
    let identifier: String
    let outcome: String
    /// The class that the outcome is marked with.
    let mark: String

    /// - Parameter times: how often in its day, where the line stands for that; nil for a line of the journal itself.
    init(_ entry: AccessEntry, ofDay times: Int? = nil, names: [String: String], press: Press) {
        at = FrenchDates.short(entry.at)
        universal = FrenchDates.universal(entry.at)
        who = press.hand(entry.account, names)
        what = entry.sentence(names, press)
        path = entry.caseFile.map(Path.caseFile) ?? entry.spoken.map { Path.discontent($0.id) }
        let said = entry.spoken.map { press.words("staff.access.spoken", ["day": FrenchDates.short($0.on)]) }
        identifier = entry.caseFile ?? said ?? ""
        let came = press.words("staff.access.outcome.\(entry.outcome.rawValue)")
        let count = times ?? entry.times
        let key = times == nil ? "staff.access.times" : "staff.access.times.day"
        outcome = count > 1 ? press.words(key, ["outcome": came, "count": String(count)]) : came
        mark = entry.outcome == .refused ? "late" : "plain"
    }
}

extension AccessRow {
    /// What makes several lines of the journal one.
    private struct Habit: Hashable {
        let account: String
        let day: CivilDate
        let kind: AccessKind
        let outcome: AccessOutcome
        let detail: String

        init(_ entry: AccessEntry) {
            account = entry.account
            day = entry.at.civilDate
            kind = entry.kind
            outcome = entry.outcome
            detail = entry.detail
        }
    }

    /// One line for each person, day and thing done, with how often, by the latest time of each: whoever opens a page ten
    /// times has one.
    ///
    /// - Parameter entries: the latest first.
    static func byDay(_ entries: [AccessEntry], names: [String: String], press: Press) -> [AccessRow] {
        let times = entries.reduce(into: [Habit: Int]()) { $0[Habit($1), default: 0] += $1.times }
        var seen: Set<Habit> = []
        return entries.filter { seen.insert(Habit($0)).inserted }.map { entry in
            AccessRow(entry, ofDay: times[Habit(entry)], names: names, press: press)
        }
    }
}

extension AccessEntry {
    /// What was done, and what more is known of it.
    fileprivate func sentence(_ names: [String: String], _ press: Press) -> String {
        let kind = press.words("staff.access.kind.\(kind.rawValue)")
        guard let more = more(names, press) else { return kind }
        return press.words("staff.access.more", ["kind": kind, "more": more])
    }

    private func more(_ names: [String: String], _ press: Press) -> String? {
        let program = token.map { press.words("staff.access.by-token", ["token": $0]) }
        return [particulars(names, press), program].compactMap(\.self).joined(separator: ", ").nonEmpty
    }

    private func particulars(_ names: [String: String], _ press: Press) -> String? {
        switch kind {
        case .accountChanged: change(names, press)
        case .refused: word.isEmpty ? nil : press.words("staff.act.\(word)")
        case .signedIn, .confirmed: detail.isEmpty ? nil : press.words("staff.access.start.\(detail)")
        case .sessionEnded:
            detail.isEmpty ? (about == account ? nil : press.hand(about, names)) : press.words("staff.access.of-age")
        case .opened: word.isEmpty ? nil : press.words("staff.access.pseudonymised")
        case .exported: exported(press)
        case .mailsErased: Int(word).map { press.count($0, "staff.access.mails") }
        default: nil
        }
    }

    /// Which book, in which format, and whether it was without persons.
    private func exported(_ press: Press) -> String? {
        let words = word.split(separator: " ").map(String.init)
        guard words.count >= 2, press.has("staff.access.export.\(words[0])") else { return nil }
        let named = press.words("staff.access.export.\(words[0])", ["format": words[1].uppercased()])
        let isCopy = words.last == SitePart.pseudonymised.rawValue
        return isCopy ? "\(named), \(press.words("staff.access.pseudonymised"))" : named
    }

    /// What became of the account, and what it was set to.
    private func change(_ names: [String: String], _ press: Press) -> String? {
        guard let (event, value) = accountEvent else { return nil }
        let key = "staff.access.account.\(event.rawValue)"
        let name = press.hand(about, names)
        // A password may be given by a command, too.
        if account != about, press.has("\(key).given") { return press.words("\(key).given", ["name": name]) }
        guard !value.isEmpty, press.has("\(key).set") else { return press.words(key, ["name": name]) }
        return press.words("\(key).set", ["name": name, "value": press.value(value, of: event, names)])
    }
}

extension Press {
    /// What an account was set to: roles by their names, a day, from when to when its owner is away.
    fileprivate func value(_ codes: String, of event: AccountEvent, _ names: [String: String]) -> String {
        switch event {
        case .term: CivilDate(codes).map(FrenchDates.short) ?? codes
        case .tokenMade, .tokenEnded: codes
        case .absence: absence(codes, names) ?? codes
        default: self.names(of: Set(codes.split(separator: " ").compactMap { Role(rawValue: String($0)) }))
        }
    }

    private func absence(_ codes: String, _ names: [String: String]) -> String? {
        let parts = codes.split(separator: " ").map(String.init)
        guard parts.count == 3, let from = CivilDate(parts[0]), let through = CivilDate(parts[1]) else { return nil }
        let holes = [
            "from": FrenchDates.short(from), "through": FrenchDates.short(through), "name": hand(parts[2], names),
        ]
        return words("staff.absence.words", holes)
    }

    /// Whose hand, by name.
    fileprivate func hand(_ account: String, _ names: [String: String]) -> String {
        if let other = AccessSearch.others.first(where: { $0.hand == account }) {
            return words("staff.access.hand.\(other.word)")
        }
        return names[account] ?? account
    }
}
