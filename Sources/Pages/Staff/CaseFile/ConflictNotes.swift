import Complaints

/// What the history says of conflicts of interest, of a complaint that came in confidence, and of a restricted case that is
/// given on, entry by entry from the first on.
struct ConflictNotes {
    private let names: [String: String]
    private let press: Press
    private var named: Set<String> = []
    private var recused: Set<String> = []

    init(names: [String: String], press: Press) {
        self.names = names
        self.press = press
    }

    /// What is to be said under an entry: whom a judgement newly names and whom no longer, and that the rule was lifted,
    /// for whom and by whom; and to whom an assignment opens the case.
    mutating func notes(on entry: Entry) -> [String] {
        switch entry.event {
        case .received(let reception):
            return reception.restriction.map { restriction in
                let key = reception.transcription?.partOf == nil ? "confidential" : "part-of.restricted"
                return [press.words("staff.history.\(key)", ["names": restriction.readerWords(names, press)])]
            } ?? []
        case .qualified(let judgement):
            let now = Set(judgement.implicated)
            defer { named = now }
            return [("named", now.subtracting(named)), ("lifted", named.subtracting(now))]
                .filter { !$0.1.isEmpty }
                .map { key, accounts in
                    press.words("staff.history.\(key)", ["names": press.list(accounts.map(name).sorted())])
                }
        case .recused(let recusal):
            recused.insert(recusal.officer)
            return []
        case .assigned(let assignment):
            let opened = assignment.readers.map { readers in
                press.words("staff.history.opened", ["names": press.list(readers.map(name).sorted())])
            }
            return [lifting(assignment, on: entry), opened].compactMap(\.self)
        default: return []
        }
    }

    /// That an assignment lifts the rule; nil for one that does not.
    private func lifting(_ assignment: Assignment, on entry: Entry) -> String? {
        guard !assignment.override.isEmpty else { return nil }
        let handler = assignment.handler
        let key = named.contains(handler) ? "named" : recused.contains(handler) ? "recused" : "chosen"
        return press.words("staff.history.lifting.\(key)", ["by": entry.hand(names, press), "name": name(handler)])
    }

    private func name(_ account: String) -> String { names[account] ?? account }
}
