/// Reads one line of an older register, and notes all that is wrong with it.
struct FormerRowReader {
    let row: FormerSheet.Row
    let sheet: FormerSheet
    let choices: FormerChoices
    let today: CivilDate
    private let places: [FormerColumn: Int]
    private(set) var problems: [RowProblem] = []

    /// - Parameter places: where the choices have each column, which is the same for every row.
    init(
        _ row: FormerSheet.Row,
        _ sheet: FormerSheet,
        _ choices: FormerChoices,
        _ places: [FormerColumn: Int],
        today: CivilDate
    ) {
        self.row = row
        self.sheet = sheet
        self.choices = choices
        self.today = today
        self.places = places
    }

    /// The most that a text may have, in characters: a short one stands on a line.
    private static let (short, long) = (300, 20_000)

    /// The complaint; nil where anything is wrong.
    mutating func read() -> FormerComplaint? {
        readBeyond()
        let receivedOn = day(.receivedOn)
        if receivedOn == nil, cell(.receivedOn).isEmpty { note(.receivedOn, .missing) }
        let days = [FormerColumn.acknowledgedOn, .answeredOn, .closedOn].map { day($0) }
        compare(receivedOn, days)
        let reach = reach()
        let original = original(reach)
        if original.subject.isEmpty, original.text.isEmpty {
            note(places[.subject] == nil ? .text : .subject, .missing)
        }
        let state = state(days)
        let formerNumber = text(.number, most: Self.short)
        let (measure, outcome) = (text(.measure, most: Self.long), text(.outcome, most: Self.long))
        let (channel, words) = named(reach)
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

    private func cell(_ column: FormerColumn) -> String { row[places[column]].trimmed }

    private mutating func note(_ column: FormerColumn, _ cause: RowProblem.Cause) {
        let place = places[column]
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
            let isTooOld = day < .oldestFormer
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
        let meaning: FormerState? = places[.state] == nil ? .byDays : choices.states[FormerState.key(words)]
        switch meaning {
        case .open:
            if days[2] != nil { note(.state, .openWithDay) }
            return .open
        case .closed:
            if days[1] == nil, days[2] == nil { note(.state, .closedWithoutDay) }
            return .closed
        case .byDays: return days[2] == nil ? .open : .closed
        case nil:
            note(.state, .stateUnsaid)
            return nil
        }
    }

    private mutating func original(_ reach: FormerReach) -> Original {
        let person = FormerPerson(text(.person, most: Self.short))
        let last = text(.lastName, most: Self.short)
        let first = text(.firstName, most: Self.short)
        return Original(
            lastName: last.isEmpty ? person.lastName : last,
            firstName: first.isEmpty ? person.firstName : first,
            stakeholder: Stakeholder(written: cell(.stakeholder)),
            email: reach.email.isEmpty ? nil : reach.email,
            telephone: reach.telephone,
            subject: text(.subject, most: Self.short),
            text: text(.text, most: Self.long),
            trainingAction: text(.training, most: Self.short)
        )
    }

    /// The address and the number.
    private mutating func reach() -> FormerReach {
        let email = text(.email, most: 254)
        if !email.isEmpty, !email.isMadeAsEmail { note(.email, .email) }
        let telephone = text(.telephone, most: Self.short)
        let words = text(.contact, most: Self.short)
        let reach = FormerReach(email: email, telephone: telephone, shared: words)
        let contact = reach.contact
        if !contact.email.isEmpty, !contact.email.isMadeAsEmail {
            note(.contact, .email)
        } else if !words.isEmpty, contact.email.isEmpty, contact.telephone.isEmpty {
            note(.contact, .contact)
        }
        return reach
    }

    /// The way that it came, and the words that are none of ours: of way, of kind of person, and where a cell says more than
    /// the address and the number that are used.
    private mutating func named(_ reach: FormerReach) -> (Channel, [String: String]) {
        var words: [String: String] = [:]
        let way = text(.channel, most: Self.short)
        let channel = Channel(written: way)
        if channel == nil, !way.isEmpty { words[FormerColumn.channel.rawValue] = way }
        let kind = text(.stakeholder, most: Self.short)
        if !kind.isEmpty, Stakeholder(written: kind) == nil { words[FormerColumn.stakeholder.rawValue] = kind }
        if !reach.unused.isEmpty { words[FormerColumn.contact.rawValue] = reach.unused }
        return (channel ?? .other, words)
    }

    /// What stands beyond the last head belongs to no column: most often a cell that was not quoted.
    private mutating func readBeyond() {
        guard let extra = row.cells.dropFirst(sheet.heads.count).first(where: { !$0.isBlank }) else { return }
        problems.append(RowProblem(line: row.line, column: nil, head: "", read: extra, .beyond))
    }
}

extension Channel {
    /// Words that a way is told by, folded, in the order in which ways are looked for: what is told more closely goes first.
    private static let ways: [(Channel, [Set<String>])] = [
        (
            .registeredLetter,
            [["lrar"], ["lr", "ar"], ["lr"], ["rar"], ["courrier", "ar"], ["recommande"], ["recommandee"]]
        ),
        (.paperForm, [["formulaire", "papier"], ["fiche", "papier"]]),
        (.byHand, [["main", "propre"], ["mains", "propres"]]),
        (
            .email,
            [["mail"], ["mails"], ["email"], ["emails"], ["courriel"], ["courriels"], ["courrier", "electronique"]]
        ),
        (.letter, [["courrier"], ["courriers"], ["lettre"], ["poste"]]),
        (.telephone, [["telephone"], ["telephonique"], ["tel"], ["appel"]]),
        (.spoken, [["oral"], ["orale"], ["oralement"], ["vive"]]), (.byHand, [["main"], ["mains"], ["accueil"]]),
        (.survey, [["questionnaire"], ["enquete"]]), (.publicReview, [["avis"], ["google"]]),
        (.funder, [["financeur"], ["opco"]]), (.other, [["autre"], ["site"], ["web"]]),
    ]

    /// A way in somebody's own words; nil where it is none of ours.
    fileprivate init?(written words: String) {
        let found = Set(FoldedText.words(words))
        guard let way = Self.ways.first(where: { $0.1.contains { found.isSuperset(of: $0) } }) else { return nil }
        self = way.0
    }
}

extension Stakeholder {
    /// A kind of person in somebody's own words; nil where it is none of the standard ones.
    fileprivate init?(written words: String) {
        let key = FormerState.key(words)
        let known = Self.standard.first { kind in
            let name = FormerState.key(kind.rawValue)
            return [name, name + "s", name + "e", name + "es"].contains(key)
        }
        guard let known else { return nil }
        self = known
    }
}
