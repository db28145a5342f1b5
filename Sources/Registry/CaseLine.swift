public import Complaints
import Storage

/// One line of the intake log or of the register.
public struct CaseLine: Sendable, Equatable {
    public let id: CaseFile.ID
    public let reference: ReceptionReference
    public let number: RegisterNumber?
    public let stage: Stage
    public let channel: Channel
    public let stakeholder: Stakeholder?
    public let person: String
    public let subject: String
    public let theme: Theme?
    /// The handler's account.
    public let handler: String?
    public let receivedAt: Instant
    /// The day that the delays are counted from; nil where only the file knows it, which has not changed since lists
    /// say it.
    public let startedOn: CivilDate?
    public let answerTarget: CivilDate
    public let answerDue: CivilDate
    /// From the day after which the acknowledgement is late.
    public let acknowledgementDue: CivilDate
    public let acknowledgedAt: Instant?
    public let answeredAt: Instant?
    /// Whether the letter of the latest answer has left our hands; false where there is none.
    public let answerHasLeft: Bool
    /// Whether it has been judged to be a complaint or not.
    public let isQualified: Bool
    /// What its mediation waits for, the most pressing first.
    public let mediation: [MediationDue]
    /// The account of whoever entered it; nil where it came by the form.
    public let enteredBy: String?
    /// Why it is open to few; nil where it is open to all, or closed to the reader.
    public let restriction: Restriction.Ground?
    /// Whether its reader may not open it: then all that tells of its content is missing here.
    public let isHidden: Bool
    /// What the file is called: its number, or before it has one its reference.
    public var identifier: String { number?.description ?? reference.description }
    /// What makes it grave, as far as the lists know.
    public let severities: [Severity]
    /// Through what kind of third party it came; nil where it came from its author.
    public let origin: ThirdParty.Origin?
    /// Whoever passed it on, with their reference and the day that they gave.
    public let thirdParty: ThirdParty?
    /// When its complainant was last asked to complete it, while that is awaited; nil too where only the file knows it.
    public let askedOn: CivilDate?
}

/// Which lines are wanted, and from where on.
public struct CaseFilter: Sendable, Equatable {
    /// Only these stages; empty means all.
    public var stages: [Stage] = []
    public var theme: Theme?
    public var stakeholder: Stakeholder?
    /// Only what came through a third party: any, or one of a kind.
    public var origin: OriginFilter?
    /// Only files of this kind of work.
    public var work: WaitingWork?
    /// The year of the number, or of the reference in the intake log.
    public var year: Int?
    /// Only files that reached us on this day of Paris or later.
    public var receivedFrom: CivilDate?
    /// Only files that reached us on this day of Paris or before.
    public var receivedThrough: CivilDate?
    /// Words, each matched at the beginning of a word of the file.
    public var search = ""
    /// In which order.
    public var order = LedgerOrder.latestFirst
    /// The next lines come after this place, which is one of that order.
    public var before: LedgerPlace?
    /// How many lines at most.
    public var limit = 50
    /// How many files are too many to take from an index one by one for a list, which needs all of them to find the
    /// latest. Measured: there, the two ways of `CaseSearch` cost the same in a register of 100,000 cases.
    var few = 2_000
    /// The same for a count, which stops at a thousand, whereas walking the list to that point is long.
    var fewToCount: Int { few * 12 }
    /// What is asked for is mostly of late, and so near the beginning of the latest first; any other order may be walked to
    /// its end for it.
    var fewToList: Int { order == .latestFirst ? few : fewToCount }

    public init() {}

    /// Whether which files it lets through tells of their content.
    var tellsContent: Bool {
        let judged: [WaitingWork] = [.toQualify, .toRegister, .toAssign]
        return theme != nil || stakeholder != nil || origin != nil || judged.contains { $0 == work }
            || search.contains { $0.isLetter || $0.isNumber }
    }

    /// Whether nothing is left out but other years.
    var isWholeBook: Bool {
        stages.isEmpty && theme == nil && stakeholder == nil && origin == nil && work == nil && before == nil
            && receivedFrom == nil && receivedThrough == nil && !search.contains { $0.isLetter || $0.isNumber }
    }
}

extension CaseLine {
    init(_ row: Row) throws { try self.init(row, isHidden: try row.integer(25) == 1) }

    /// - Parameter isHidden: whether its reader may not open it, whatever the row says.
    init(_ row: Row, isHidden: Bool) throws {
        guard let id = CaseFile.ID(try row.text(0)), let stage = Stage(rawValue: try row.text(5)),
            let channel = Channel(rawValue: try row.text(6)), let receivedAt = Instant(try row.text(12)),
            let target = CivilDate(try row.text(13)), let due = CivilDate(try row.text(14)),
            let acknowledgementDue = CivilDate(try row.text(21))
        else { throw StorageError.failed("a case file's row cannot be read") }
        let number = try row.optionalInteger(3)
        let stakeholder = try row.text(7)
        let handler = try row.text(11)
        let told = { (text: String) in isHidden ? "" : text }
        let enteredBy = told(try row.text(24))
        self.init(
            id: id,
            reference: ReceptionReference(year: try row.integer(1), ordinal: try row.integer(2)),
            number: try number.map { RegisterNumber(year: $0, ordinal: try row.integer(4)) },
            stage: stage,
            channel: isHidden ? .other : channel,
            stakeholder: told(stakeholder).isEmpty ? nil : Stakeholder(rawValue: stakeholder),
            person: told(try row.text(8)),
            subject: told(try row.text(9)),
            theme: Theme(rawValue: told(try row.text(10))),
            handler: told(handler).isEmpty ? nil : handler,
            receivedAt: receivedAt,
            startedOn: try row.optionalText(22).flatMap { CivilDate($0) },
            answerTarget: target,
            answerDue: due,
            acknowledgementDue: acknowledgementDue,
            acknowledgedAt: Instant(try row.text(15)),
            answeredAt: Instant(try row.text(16)),
            answerHasLeft: try row.text(23) == LetterState.issued.rawValue,
            isQualified: !(try row.text(17).isEmpty),
            mediation: isHidden ? [] : try Self.mediation(reply: row.text(18), step: row.text(19), due: row.text(20)),
            enteredBy: enteredBy.isEmpty ? nil : enteredBy,
            restriction: Restriction.Ground(rawValue: told(try row.text(26))),
            isHidden: isHidden,
            severities: told(try row.optionalText(27) ?? "").split(separator: " ").compactMap {
                Severity(rawValue: String($0))
            },
            origin: ThirdParty.Origin(rawValue: told(try row.optionalText(28) ?? "")),
            thirdParty: isHidden ? nil : try Self.thirdParty(row),
            askedOn: try row.optionalText(32).flatMap { CivilDate($0) }
        )
    }

    private static func thirdParty(_ row: Row) throws -> ThirdParty? {
        guard let name = try row.optionalText(29), !name.isEmpty else { return nil }
        return ThirdParty(
            name: name,
            reference: try row.optionalText(30) ?? "",
            due: try row.optionalText(31).flatMap { CivilDate($0) }
        )
    }

    private static func mediation(reply: String, step: String, due: String) -> [MediationDue] {
        let ours = CivilDate(reply).map { MediationDue(step: .reply, due: $0) }
        let theirs = MediationDue.Step(rawValue: step).flatMap { step in
            CivilDate(due).map { MediationDue(step: step, due: $0) }
        }
        return [ours, theirs].compactMap(\.self).sorted()
    }
}
