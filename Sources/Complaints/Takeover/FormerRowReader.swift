/// Reads one line of an older register, and notes all that is wrong with it.
struct FormerRowReader {
    let row: FormerSheet.Row
    let sheet: FormerSheet
    let choices: FormerChoices
    let today: CivilDate
    private(set) var problems: [RowProblem] = []

    init(_ row: FormerSheet.Row, _ sheet: FormerSheet, _ choices: FormerChoices, today: CivilDate) {
        self.row = row
        self.sheet = sheet
        self.choices = choices
        self.today = today
    }

    /// The most that a text may have, in characters: a short one stands on a line.
    private static let (short, long) = (300, 20_000)
    /// How far back a day may be.
    private static let mostYears = 30

    /// The complaint; nil where anything is wrong.
    mutating func read() -> FormerComplaint? {
        readBeyond()
        let receivedOn = day(.receivedOn)
        if receivedOn == nil, cell(.receivedOn).isEmpty { note(.receivedOn, .missing) }
        let days = [FormerColumn.acknowledgedOn, .answeredOn, .closedOn].map { day($0) }
        compare(receivedOn, days)
        let original = original()
        if original.subject.isEmpty, original.text.isEmpty {
            note(choices[.subject] == nil ? .text : .subject, .missing)
        }
        let state = state(days)
        let formerNumber = text(.number, most: Self.short)
        let (measure, outcome) = (text(.measure, most: Self.long), text(.outcome, most: Self.long))
        let (channel, words) = named()
        guard problems.isEmpty, let receivedOn, let state else { return nil }
        return FormerComplaint(
            line: row.line,
            formerNumber: formerNumber,
            receivedOn: receivedOn,
            channel: channel,
            original: original,
            state: state,
            standing: cell(.state),
            acknowledgedOn: days[0],
            answeredOn: days[1],
            closedOn: days[2],
            measure: measure,
            outcome: outcome,
            words: words
        )
    }

    private func cell(_ column: FormerColumn) -> String { row[choices[column]].trimmed }

    private mutating func note(_ column: FormerColumn, _ cause: RowProblem.Cause) {
        let place = choices[column]
        let head = place.flatMap { sheet.heads.indices.contains($0) ? sheet.heads[$0] : nil } ?? ""
        problems.append(RowProblem(line: row.line, column: column, head: head, read: cell(column), cause))
    }

    /// A text, unless it is none that somebody wrote there.
    private mutating func text(_ column: FormerColumn, most: Int) -> String {
        let words = cell(column)
        if words.hasPrefix("=") {
            note(column, .formula)
        } else if Self.isFault(words) {
            note(column, .fault)
        } else if words.count > most {
            note(column, .tooLong)
        }
        return words
    }

    /// `#REF!`, `#N/A`, `#NOM?`, `#####`.
    private static func isFault(_ words: String) -> Bool {
        words.hasPrefix("#") && words.count < 12 && !words.contains(" ")
            && (words.hasSuffix("!") || words.hasSuffix("?") || words == "#N/A" || words.allSatisfy { $0 == "#" })
    }

    private mutating func day(_ column: FormerColumn) -> CivilDate? {
        let words = cell(column)
        guard !words.isEmpty else { return nil }
        let before = problems.count
        _ = text(column, most: Self.short)
        guard problems.count == before else { return nil }
        do throws(FormerDay.Mistake) {
            let day = try FormerDay.read(words)
            let isTooOld = day < today.adding(years: -Self.mostYears)
            guard day > today || isTooOld else { return day }
            note(column, isTooOld ? .dayTooOld : .dayToCome)
            return nil
        } catch {
            switch error {
            case .impossible: note(column, .dayImpossible)
            case .vague: note(column, .dayVague)
            case .unreadable: note(column, .dayUnreadable)
            }
            return nil
        }
    }

    /// Nothing is acknowledged, answered or closed before it has come, nor answered after it was closed.
    private mutating func compare(_ receivedOn: CivilDate?, _ days: [CivilDate?]) {
        if let receivedOn {
            for (column, day) in zip([FormerColumn.acknowledgedOn, .answeredOn, .closedOn], days) {
                if let day, day < receivedOn { note(column, .beforeReception) }
            }
        }
        if let answeredOn = days[1], let closedOn = days[2], closedOn < answeredOn {
            note(.closedOn, .closedBeforeAnswer)
        }
    }

    private mutating func state(_ days: [CivilDate?]) -> Takeover.State? {
        let words = text(.state, most: Self.short)
        guard !words.isEmpty else { return days[2] == nil ? .open : .closed }
        guard let state = choices.states[Takeover.State.key(words)] else {
            note(.state, .stateUnsaid)
            return nil
        }
        switch state {
        case .open: if days[2] != nil { note(.state, .openWithDay) }
        case .closed: if days[1] == nil, days[2] == nil { note(.state, .closedWithoutDay) }
        }
        return state
    }

    private mutating func original() -> Original {
        let person = FormerPerson(text(.person, most: Self.short))
        let email = text(.email, most: 254)
        if !email.isEmpty, !Self.isEmail(email) { note(.email, .email) }
        let last = text(.lastName, most: Self.short)
        let first = text(.firstName, most: Self.short)
        return Original(
            lastName: last.isEmpty ? person.lastName : last,
            firstName: first.isEmpty ? person.firstName : first,
            stakeholder: Stakeholder(written: cell(.stakeholder)),
            email: email.isEmpty ? nil : email,
            telephone: text(.telephone, most: Self.short),
            subject: text(.subject, most: Self.short),
            text: text(.text, most: Self.long),
            trainingAction: text(.training, most: Self.short)
        )
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && text.utf8.allSatisfy { $0 > 32 }
    }

    /// The way that it came, and the words of way and kind of person that are none of ours.
    private mutating func named() -> (Channel, [String: String]) {
        var words: [String: String] = [:]
        let way = text(.channel, most: Self.short)
        let channel = Channel(written: way)
        if channel == nil, !way.isEmpty { words[FormerColumn.channel.rawValue] = way }
        let kind = text(.stakeholder, most: Self.short)
        if !kind.isEmpty, Stakeholder(written: kind) == nil { words[FormerColumn.stakeholder.rawValue] = kind }
        return (channel ?? .other, words)
    }

    /// What stands beyond the last head belongs to no column: most often a cell that was not quoted.
    private mutating func readBeyond() {
        guard let extra = row.cells.dropFirst(sheet.heads.count).first(where: { !$0.isBlank }) else { return }
        problems.append(RowProblem(line: row.line, column: nil, head: "", read: extra, .beyond))
    }
}

/// A surname and a first name that stand in one cell.
struct FormerPerson {
    private(set) var lastName: String
    private(set) var firstName = ""

    /// `DUPONT Jean`, `Jean DUPONT`, `Dupont, Jean`; what cannot be told apart is a surname.
    init(_ text: String) {
        lastName = text
        let halves = text.split(separator: ",").map { String($0).trimmed }
        if halves.count == 2 {
            (lastName, firstName) = (halves[0], halves[1])
            return
        }
        let words = text.split(separator: " ").map(String.init)
        let titles: Set = ["m.", "mr", "mme", "mlle", "m", "monsieur", "madame"]
        let names = words.filter { !titles.contains($0.lowercased()) }
        let capital = names.filter { $0.count > 1 && $0 == $0.uppercased() && $0 != $0.lowercased() }
        guard !capital.isEmpty, capital.count < names.count else { return }
        lastName = capital.joined(separator: " ")
        firstName = names.filter { !capital.contains($0) }.joined(separator: " ")
    }
}

extension Channel {
    /// A way in somebody's own words; nil where it is none of ours.
    fileprivate init?(written words: String) {
        let found = Set(FoldedText.words(words))
        let ways: [(Channel, Set<String>)] = [
            (.registeredLetter, ["lrar", "recommande", "recommandee"]),
            (.email, ["mail", "mails", "email", "courriel", "courriels"]), (.letter, ["courrier", "lettre", "poste"]),
            (.telephone, ["telephone", "tel", "appel"]), (.spoken, ["oral", "oralement", "vive"]),
            (.byHand, ["main", "accueil"]), (.survey, ["questionnaire", "enquete"]),
            (.publicReview, ["avis", "google"]), (.funder, ["financeur", "opco"]), (.other, ["autre", "site", "web"]),
        ]
        guard let way = ways.first(where: { !$0.1.isDisjoint(with: found) }) else { return nil }
        self = way.0
    }
}

extension Stakeholder {
    /// A kind of person in somebody's own words; nil where it is none of the standard ones.
    fileprivate init?(written words: String) {
        let key = Takeover.State.key(words)
        let known = Self.standard.first { kind in
            let name = Takeover.State.key(kind.rawValue)
            return [name, name + "s", name + "e", name + "es"].contains(key)
        }
        guard let known else { return nil }
        self = known
    }
}
