extension FollowUp {
    /// A mediator to whom somebody may still turn after closing, as the answer that they have names it.
    public struct Mediation: Sendable, Hashable {
        /// In what setting.
        public let kind: MediationKind
        /// The mediator.
        public let mediator: Mediator
        /// The last day, where there is one.
        public let until: CivilDate?
        /// Whether it is open only to whoever acted outside any professional activity, which is not known of this person.
        public let isConditional: Bool

        /// Nil for what is no mediator, and for one to whom nobody can be sent any more.
        private init?(_ recourse: Recourse, of answer: Answer, on day: CivilDate) {
            switch recourse {
            case .consumerMediator(let mediator, let until) where until >= day:
                if case .expired = MediatorStanding(of: mediator, on: day) { return nil }
                kind = .consumer
                self.mediator = mediator
                self.until = until
                isConditional = answer.consumer != .consumer
            case .apprenticeshipMediator(let mediator?):
                kind = .apprenticeship
                self.mediator = mediator
                until = nil
                isConditional = false
            default: return nil
            }
        }

        /// Those of a closed case; none once a mediator was seized.
        static func all(of file: CaseFile, on day: CivilDate) -> [Mediation] {
            guard file.stage == .closed, file.referral == nil, let answer = file.givenAnswer else { return [] }
            return answer.recourses.compactMap { Mediation($0, of: answer, on: day) }
        }
    }
}
