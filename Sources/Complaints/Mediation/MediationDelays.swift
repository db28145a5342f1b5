/// The delays of a consumer mediation. A computed end has its two dates like any other: a date that a
/// mediator wrote is taken as it stands.
public struct MediationDelays: Sendable, Hashable {
    /// How long the mediator has to tell the person that the request is refused.
    public let notice: Delay
    /// How long the mediator has to end the mediation.
    public let outcome: Delay
    /// How long the provider has to reply, where the law says so rather than the mediator's letter.
    public let reply: Delay?

    /// Three weeks: C. conso. L612-2. Ninety days:
    /// [R612-5](https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006069565/LEGISCTA000032808326/).
    public static let inForce = MediationDelays(reply: nil)

    /// The same with the twenty working days of [Directive (EU) 2025/2647](https://eur-lex.europa.eu/eli/dir/2025/2647/oj)
    /// for the provider's reply, Saturdays not counted (Regulation 1182/71, article 2). Not in force: France must
    /// transpose it by 20 March 2028.
    public static let directive2025 = MediationDelays(reply: Delay(valid: 20, .businessDays))

    private init(reply: Delay?) {
        notice = Delay(valid: 21, .calendarDays)
        outcome = Delay(valid: 90, .calendarDays)
        self.reply = reply
    }

    /// By when the mediator says that the request is refused, counted from the day when the mediator was seized: the law
    /// counts from the reception of the file, a day that the provider does not know.
    public func notice(fromReferralOn day: CivilDate, in zone: Zone) -> Deadline {
        FrenchCalendar(zone: zone).deadline(from: day, after: notice)
    }

    /// By when the mediation ends, counted from the mediator's notice that the file is complete.
    public func outcome(fromNoticeOf day: CivilDate, in zone: Zone) -> Deadline {
        FrenchCalendar(zone: zone).deadline(from: day, after: outcome)
    }

    /// By when to reply to a letter of the mediator's that gives no date; nil while the law gives none either.
    public func reply(toLetterOf day: CivilDate, in zone: Zone) -> CivilDate? {
        reply.map { FrenchCalendar(zone: zone).deadline(from: day, after: $0).due }
    }
}
