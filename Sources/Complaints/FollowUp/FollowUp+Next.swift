extension FollowUp {
    /// What happens next.
    public enum Next: Sendable, Hashable {
        /// The provider waits for the person: what is missing, in the words of its latest request.
        case completion(CompletionRequest)
        /// The provider must acknowledge by that day, which may be past.
        case acknowledgement(by: CivilDate, isLate: Bool)
        /// The provider must answer by that day, which may be past.
        case answer(by: CivilDate, isLate: Bool)
        /// A contest is to be decided, by somebody else where there is one.
        case decision

        init?(of file: CaseFile, on day: CivilDate) {
            if file.stage == .contested {
                self = .decision
            } else if file.stage == .incomplete, let request = file.completionAsked?.request {
                self = .completion(request)
            } else if !file.stage.awaitsAnswer {
                return nil
            } else if file.acknowledgedAt == nil, file.due.acknowledgement.due >= day {
                self = .acknowledgement(by: file.due.acknowledgement.due, isLate: false)
            } else {
                let due = file.due.answer.due
                self = .answer(by: due, isLate: due < day)
            }
        }
    }
}
