import Complaints
import Storage

/// What lists show of a case file, as the row of `case_file` holds it. A pure function of the file, so that `verify` can
/// make it again and compare (S-65).
struct CaseRow: Equatable {
    private(set) var values: [Value]
    let words: [String]

    /// The columns after `organisation`, in the order of `values`.
    static let columns: SQL = """
        id, reference_year, reference_ordinal, number_year, number_ordinal, stage, channel, stakeholder, person,
        subject, theme, handler, received_at, acknowledgement_due, acknowledged_at, answer_target, answer_due,
        answered_at, ended_at, outcome, nature, reply_due, mediator_step, mediator_due, satisfaction, satisfaction_on,
        started_on, entered_by, restricted, readers, barred, alert, origin, third_party, third_reference, third_due,
        asked_on, last_seq, first_seq
        """

    /// How many columns that is.
    static let columnCount = 39

    /// Which of them a row of an older book does not have yet: `started_on`, `alert` and what follows it.
    private static let laterOnes: Set = [26, 31, 32, 33, 34, 35, 36]

    /// How many words a case file is found by at most: more than any complaint has that a person wrote.
    private static let mostWords = 2_000

    /// - Parameters:
    ///   - first: where the history begins in the log.
    ///   - last: where it ends.
    init(_ file: CaseFile, from first: Int, to last: Int) {
        let original = file.completed
        let dues = file.mediationDues
        let reply = dues.first { $0.step == .reply }
        let mediator = dues.first { $0.step != .reply }
        let person = original.fullName.trimmed
        values =
            [
                .text(file.id.description), .integer(Int64(file.reception.reference.year)),
                .integer(Int64(file.reception.reference.ordinal)),
                file.number.map { .integer(Int64($0.year)) } ?? .null,
                file.number.map { .integer(Int64($0.ordinal)) } ?? .null,
                .text(file.stage.rawValue), .text(file.reception.channel.rawValue),
                .text(file.stakeholder?.rawValue ?? ""), .text(person), .text(original.subject),
                .text(file.qualification?.theme?.rawValue ?? ""), .text(file.handler ?? ""),
                .text(file.receivedAt.description), .text(file.due.acknowledgement.due.description),
                .text(file.acknowledgedAt?.description ?? ""), .text(file.due.answer.target.description),
                .text(file.due.answer.due.description), .text(file.answeredAt?.description ?? ""),
                .text(file.endedAt?.description ?? ""), .text(file.answer?.outcome.rawValue ?? ""),
                .text(file.qualification?.nature.rawValue ?? ""), .text(reply?.due.description ?? ""),
                .text(mediator?.step.rawValue ?? ""), .text(mediator?.due.description ?? ""),
                file.satisfaction.map { .integer(Int64($0.mark.rawValue)) } ?? .null,
                .text(file.satisfaction?.on.description ?? ""), .text(file.startedOn.description),
                .text(file.entered?.by ?? ""),
            ] + Self.access(to: file) + Self.waiting(of: file) + [.integer(Int64(last)), .integer(Int64(first))]
        words = FoldedText.words(
            [
                person, original.subject, original.email ?? "", original.trainingAction,
                original.minor?.representative ?? "",
                file.reception.reference.description, file.number?.description ?? "",
                file.reception.takeover?.formerNumber ?? "", file.thirdParty?.reference ?? "", original.text,
            ].joined(separator: " "),
            limit: Self.mostWords
        )
    }

    /// Why it is restricted, who may open it, whom conflict shuts out, and what calls for somebody at once.
    private static func access(to file: CaseFile) -> [Value] {
        let alert = file.severities.map(\.rawValue)
        let waiting = file.awaitsInConfidence ? [Restriction.Ground.implicatesManager.rawValue] : []
        let why = Value.text((alert.isEmpty ? waiting : alert).joined(separator: " "))
        guard let restriction = file.restriction else { return [.text(""), .text(""), .text(""), why] }
        let barred = file.conflicted.filter { file.bars(Officer(id: $0, roles: [])) }
        let readers = Set(restriction.readers).subtracting(barred)
        return [.text(restriction.ground.rawValue), .text(listed(readers)), .text(listed(barred)), why]
    }

    /// Through whom it came, with what they gave it, and since when its complainant is waited for.
    private static func waiting(of file: CaseFile) -> [Value] {
        let (third, asked) = (file.thirdParty, file.stage == .incomplete ? file.completionAskedOn : nil)
        return [
            .text(file.origin?.rawValue ?? ""), .text(third?.name ?? ""), .text(third?.reference ?? ""),
            .text(third?.due?.description ?? ""), .text(asked?.description ?? ""),
        ]
    }

    /// Accounts between blanks, so that each is found whole; nothing where there are none.
    static func listed(_ accounts: Set<String>) -> String {
        accounts.isEmpty ? "" : " \(accounts.sorted().joined(separator: " ")) "
    }

    /// Whether the database says the same. What is missing there misleads nobody: it is then read from the file.
    func isKept(as row: Row) -> Bool {
        values.indices.allSatisfy { row[$0] == values[$0] || Self.laterOnes.contains($0) && row[$0] == .null }
    }

    /// The same row, of a history that stands there in the log.
    func placed(from first: Int, to last: Int) -> CaseRow {
        var row = self
        row.values.replaceSubrange(
            (Self.columnCount - 2)...,
            with: [.integer(Int64(last)), .integer(Int64(first))]
        )
        return row
    }

    /// Where the history begins in the log.
    fileprivate var first: Value { values[Self.columnCount - 1] }
}

extension Register {
    /// Writes the row of a case file that has just begun, and the words that it is found by.
    func addRow(_ row: CaseRow, in connection: any Connection) throws {
        try connection.run(
            "INSERT INTO case_file (organisation, \(CaseRow.columns)) VALUES (\(organisation.id), \(list: row.values))"
        )
        try connection.run(
            """
            INSERT INTO case_text (organisation, first_seq, words)
            VALUES (\(organisation.id), \(row.first), \(Self.text(of: row.words)))
            """
        )
    }

    /// Writes the projection of a case file as it now stands, after its first entry.
    func project(_ file: CaseFile, from first: Int, to last: Int, in connection: any Connection) throws {
        let row = CaseRow(file, from: first, to: last)
        try update(row, file, in: connection)
        if file.entries.last?.event.changesWords == true { try keep(row.words, of: first, in: connection) }
    }

    private func update(_ row: CaseRow, _ file: CaseFile, in connection: any Connection) throws {
        try connection.run(
            """
            UPDATE case_file SET number_year = \(row.values[3]), number_ordinal = \(row.values[4]),
                stage = \(row.values[5]), stakeholder = \(row.values[7]), person = \(row.values[8]),
                subject = \(row.values[9]), theme = \(row.values[10]), handler = \(row.values[11]),
                acknowledgement_due = \(row.values[13]), acknowledged_at = \(row.values[14]),
                answer_target = \(row.values[15]), answer_due = \(row.values[16]),
                answered_at = \(row.values[17]), ended_at = \(row.values[18]), outcome = \(row.values[19]),
                nature = \(row.values[20]), reply_due = \(row.values[21]), mediator_step = \(row.values[22]),
                mediator_due = \(row.values[23]), satisfaction = \(row.values[24]),
                satisfaction_on = \(row.values[25]), started_on = \(row.values[26]), restricted = \(row.values[28]),
                readers = \(row.values[29]), barred = \(row.values[30]), alert = \(row.values[31]),
                origin = \(row.values[32]), third_party = \(row.values[33]), third_reference = \(row.values[34]),
                third_due = \(row.values[35]), asked_on = \(row.values[36]), last_seq = \(row.values[37])
            WHERE organisation = \(organisation.id) AND id = \(file.id.description)
            """
        )
    }
}

extension Event {
    /// Whether it may add words that a case file is found by.
    var changesWords: Bool {
        switch self {
        case .received, .takenOver, .completed, .registered, .amended: true
        default: false
        }
    }
}
