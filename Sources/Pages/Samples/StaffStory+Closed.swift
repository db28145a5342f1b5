import Complaints

/// The story as it ends without a mediation: answered, closed, and both letters gone.
extension StaffStory {
    /// - Parameter consumer: what is known of Noé.
    static func closed(_ consumer: ConsumerStatus, then events: [Event] = []) -> CaseFile {
        var file = Self.file(.acted)
        guard var answer = Self.file(.answered).answer, let mediator = procedure.consumerMediator else { return file }
        answer.consumer = consumer
        answer.recourses = [
            .consumerMediator(mediator, until: day("2027-09-14")), .apprenticeshipMediator(mediator), .certifier,
        ]
        for (event, kind) in [(Event.answered(answer), LetterKind.answer), (.closed(Reason("Accord")), .closing)] {
            let id = "lettre-\(kind.rawValue)"
            let at = "2026-11-22T17:00:00Z"
            file.apply(entry(event, at).carrying(LetterSummary(id: id, kind: kind, digest: "00")))
            let left = LetterIssue(letter: id, kind: kind, way: .email, trace: "250 2.0.0 Ok")
            file.apply(entry(.letterIssued(left), at, by: .system))
        }
        for event in events { file.apply(entry(event, "2026-11-23T07:00:00Z", by: .complainant)) }
        return file
    }
}
