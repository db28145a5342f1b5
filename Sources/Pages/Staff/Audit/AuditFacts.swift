import Complaints

/// A list of terms and values of an audited case; what is not known has no line.
struct AuditFacts: Sendable {
    let facts: [CaseHeading.Fact]

    private init(_ told: [(term: String, value: String?)], _ press: Press) {
        facts = told.compactMap { term, value in
            value.map { CaseHeading.Fact(term: press.words("staff.\(term)"), value: $0) }
        }
    }
}

extension AuditFacts {
    static func about(_ audited: AuditedCase, _ press: Press) -> AuditFacts {
        AuditFacts(
            [
                ("audit.fact.person", press.words("staff.audit.complainant")),
                ("fact.stakeholder", press.words(audited.stakeholder)),
                ("audit.fact.nature", audited.nature.map { press.words("nature.\($0.rawValue)") }),
                ("fact.theme", audited.theme.map { press.words("theme.\($0.rawValue)") }),
                ("fact.severity", listed(audited.severities.map { press.words("severity.\($0.rawValue)") }, press)),
                ("fact.consumer", audited.consumer.map { press.words("consumer.\($0.rawValue)") }),
                ("fact.channel", press.words("channel.\(audited.channel.rawValue)")),
                ("fact.received", audited.arrival),
                ("fact.reference", audited.number == nil ? nil : audited.reference.description),
                ("fact.procedure", String(audited.procedure)),
                ("fact.implicated", counted(audited.implicated)), ("audit.fact.recused", counted(audited.recused)),
                ("audit.fact.documents", counted(audited.documents)),
            ],
            press
        )
    }

    static func delays(_ audited: AuditedCase, _ press: Press) -> AuditFacts {
        let kept = { (day: CivilDate?, due: CivilDate) -> String in
            day.map { delay($0, due, audited, press) } ?? press.words("staff.audit.undone")
        }
        return AuditFacts(
            [
                ("audit.fact.started", FrenchDates.short(audited.startedOn)),
                ("audit.fact.acknowledgement.due", FrenchDates.short(audited.acknowledgementDue)),
                ("fact.acknowledged", kept(audited.acknowledgedOn, audited.acknowledgementDue)),
                ("audit.fact.extended", listed(audited.extensions.map(FrenchDates.short), press)),
                ("audit.fact.answer.due", FrenchDates.short(audited.answerDue)),
                ("audit.fact.answered", kept(audited.answeredOn, audited.answerDue)),
                ("audit.fact.ended", audited.endedOn.map(FrenchDates.short)),
            ],
            press
        )
    }

    static func decisions(_ audited: AuditedCase, _ press: Press) -> AuditFacts {
        let measures =
            audited.isDispensedWithMeasures
            ? press.words("staff.history.sans-action") : listed(audited.measures.map(FrenchDates.short), press)
        let undone = press.words(audited.isTakenOver ? "staff.audit.elsewhere" : "staff.audit.undone")
        return AuditFacts(
            [
                ("audit.fact.measures", measures ?? undone),
                (
                    "audit.fact.outcome",
                    audited.outcome.map { press.words("outcome.\($0.rawValue)") } ?? undone
                ),
                (
                    "audit.fact.grievances",
                    audited.grievances.count < 2
                        ? nil : listed(audited.grievances.map { press.words("outcome.\($0.rawValue)") }, press)
                ),
                ("fact.satisfaction", audited.satisfaction.map { press.words("satisfaction.\($0.rawValue)") }),
            ],
            press
        )
    }

    /// « 23/11/2026, après 12 jours », and how late that was.
    private static func delay(_ day: CivilDate, _ due: CivilDate, _ audited: AuditedCase, _ press: Press) -> String {
        let late = due.days(until: day)
        return press.words(
            late > 0 ? "staff.audit.after.late" : "staff.audit.after",
            [
                "date": FrenchDates.short(day), "delay": press.days(max(0, audited.startedOn.days(until: day))),
                "late": press.days(late),
            ]
        )
    }

    private static func listed(_ words: [String], _ press: Press) -> String? {
        words.isEmpty ? nil : press.list(words)
    }

    private static func counted(_ number: Int) -> String? { number == 0 ? nil : FrenchNumbers.whole(number) }
}

extension AuditedCase {
    /// When it came, to the minute where that is known.
    fileprivate var arrival: String {
        isTimed ? FrenchDates.short(receivedAt) : FrenchDates.short(receivedAt.civilDate)
    }
}
