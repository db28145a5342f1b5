/// A day by which something must happen to a case, as calendars name it: what, and when, and nothing of the case.
public struct CaseDue: Sendable, Hashable {
    /// What.
    public enum Step: String, Sendable, CaseIterable {
        case acknowledgement = "accuse"
        case answer = "reponse"
        /// The day that a third party gave.
        case thirdParty = "tiers"
        /// The provider's reply to the mediator.
        case mediatorReply = "reponse-mediateur"
        /// The mediator's word on whether the request is taken.
        case mediatorNotice = "avis-mediateur"
        /// The end of the mediation.
        case mediatorOutcome = "issue-mediation"
        /// Its complainant, who has not completed it, is to be reminded.
        case reminder = "relance"
        /// The wait for what it lacks is over.
        case abandonment = "abandon"
    }

    /// What.
    public let step: Step
    /// The last day on which it is in time.
    public let day: CivilDate

    public init(_ step: Step, on day: CivilDate) {
        self.step = step
        self.day = day
    }
}

extension CaseDue: Comparable {
    /// The earlier first.
    public static func < (one: CaseDue, other: CaseDue) -> Bool {
        (one.day, one.step.rawValue) < (other.day, other.step.rawValue)
    }
}
