import Complaints

/// How one thing stands, in words: what, how it is, since when, what to do, and where.
struct UpkeepRow: Sendable {
    let title: String
    /// For the eye; the condition says the same.
    let sign: String
    let condition: String
    /// The condition's code, by which a style may tell it.
    let mark: String
    let sentence: String
    /// What to do; nil where there is nothing.
    let todo: String?
    /// Where that is done; nil where no page of the reader's does it.
    let path: String?
    let act: String?
    /// Who can do it, where something is to be done and no page of the reader's does it.
    let who: String?

    /// - Parameter officer: who reads; nil for nobody in particular, who is led nowhere.
    init(_ line: UpkeepLine, for officer: Officer?, press: Press) {
        title = press.title(of: line.subject)
        sign = press.words("staff.etat.signe.\(line.condition.rawValue)")
        condition = press.words("staff.etat.condition.\(line.condition.rawValue)")
        mark = line.condition.rawValue
        sentence = press.sentence(line)
        todo = press.todo(line)
        let door = officer.flatMap { UpkeepDoor(line, for: $0) }
        path = door?.path
        act = door.map { press.words("staff.etat.acte.\($0.code)") }
        who = door == nil && line.condition != .fine ? press.who(seesTo: line) : nil
    }

    /// The rows of some lines, the most pressing first.
    static func rows(_ lines: [UpkeepLine], for officer: Officer?, press: Press) -> [UpkeepRow] {
        lines.mostPressingFirst.map { UpkeepRow($0, for: officer, press: press) }
    }
}

/// Where something that is watched over is seen to.
private struct UpkeepDoor {
    let path: String
    /// What its link is called.
    let code: String

    /// Nil where none of the reader's pages sees to it.
    init?(_ line: UpkeepLine, for officer: Officer) {
        guard line.subject != .procedure || line.finding != .good else {
            (path, code) = (Path.procedure, "procedure")
            return
        }
        switch line.hands.first(where: { $0.isOpen(to: officer) }) {
        case .caseFiles:
            let work = Self.work[line.subject].map { "\(Path.dashboard)#\($0.rawValue)" }
            (path, code) = work.map { ($0, "aujourdhui") } ?? (Path.mails, "courriels")
        case .settings:
            guard let group = Self.groups[line.subject] else { return nil }
            (path, code) = (Path.settings(group.rawValue), "reglages")
        case .accounts: (path, code) = (Path.accounts, "comptes")
        case .server, nil: return nil
        }
    }

    /// Where « Aujourd’hui » has the work that waits.
    private static let work: [UpkeepSubject: WorkKind] = [
        .receptions: .qualify, .late: .late, .soon: .soon, .undelivered: .letters, .posting: .posting,
    ]
    private static let groups: [UpkeepSubject: SettingsGroup] = [
        .procedure: .identity, .mediator: .mediation, .factors: .access, .people: .people,
    ]
}

extension [UpkeepLine] {
    /// The most pressing first, otherwise as they are.
    var mostPressingFirst: [UpkeepLine] {
        UpkeepLine.Condition.allCases.sorted(by: >).flatMap { condition in filter { $0.condition == condition } }
    }

    /// Those that call for somebody.
    var pressing: [UpkeepLine] { filter { $0.condition != .fine } }
}

extension Press {
    /// What is watched over, by its name.
    func title(of subject: UpkeepSubject) -> String { words("staff.etat.titre.\(subject.rawValue)") }

    /// Who can see to something.
    fileprivate func who(seesTo line: UpkeepLine) -> String? {
        let isInstalling = [.relay, .mailbox, .address].contains(line.subject)
        return line.hands.first.map { words("staff.etat.qui.\($0.rawValue)", ["chapter": isInstalling ? "1" : "14"]) }
    }

    /// How it stands, and since when.
    func sentence(_ line: UpkeepLine) -> String {
        let key = key(of: line)
        let holes = holes(of: line)
        return has(key) ? words(key, holes) : count(line.count, key, holes)
    }

    /// What to do about it; nil where there is nothing.
    func todo(_ line: UpkeepLine) -> String? {
        let key = "\(key(of: line)).faire"
        return line.condition == .fine || !has(key) ? nil : words(key)
    }

    private func key(of line: UpkeepLine) -> String {
        let read = line.trouble.flatMap { $0.isRead ? $0.rawValue : nil }
        return "staff.etat.\(line.subject.rawValue).\(read ?? line.finding.rawValue)"
    }

    private func holes(of line: UpkeepLine) -> [String: String] {
        [
            "count": FrenchNumbers.whole(line.count), "size": FrenchNumbers.diskSize(line.count),
            "since": line.since.map { FrenchDates.long($0.civilDate) } ?? "",
            "day": line.day.map(FrenchDates.long) ?? "",
            "trouble": line.trouble.flatMap { $0.isRead ? nil : words("staff.boite.\($0.rawValue)") } ?? "",
        ]
    }
}
