extension CaseFile {
    /// Closes a complete dossier: the complaint, the actions or why none, the answer (procedure §5; R-17).
    public func close(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.close, signature)
        guard missingPieces.isEmpty else { throw .fileIncomplete(missingPieces) }
        try demand(reason: reason, atLeast: 3)
        return .closed(Reason(reason.trimmed))
    }

    /// Whether the notice of closing that is being written asks if the handling satisfied: once in the life of a file,
    /// however often it is closed. A mediation or a reopening leads to another notice, not to another question.
    public var asksSatisfaction: Bool { !letters.contains { $0.kind == .closing } }

    /// The day of the first closing, whose notice asks the question; nil for a file that was never closed.
    public var satisfactionAskedOn: CivilDate? {
        entries.first { $0.event.kind == .closed }?.at.civilDate
    }

    /// The day on which that notice left our hands; nil while it is still here, and nobody has been asked.
    public var satisfactionQuestionLeftOn: CivilDate? {
        letters.first { $0.kind == .closing }.flatMap { leftOn($0.id) }
    }

    /// Refuses an answer that may not be given now. Whoever complained is asked by the notice, once it has left; our people
    /// take down what they are told before that too.
    func permitSatisfaction(_ signature: Signature) throws(Refusal) {
        try permit(.recordSatisfaction, signature)
        if signature.author == .complainant, satisfactionQuestionLeftOn == nil { throw .notAllowed }
    }

    /// Records the answer to that question, once: a later one takes its place only as a correction that says why. It
    /// moves nothing else: the file stays closed, its dates stay.
    public func recordSatisfaction(_ answer: Satisfaction, _ signature: Signature) throws(Refusal) -> Event {
        try permitSatisfaction(signature)
        guard answer.on >= (satisfactionAskedOn ?? startedOn), answer.on <= signature.day else {
            throw .dateImpossible
        }
        var recorded = answer
        recorded.correction = satisfaction == nil ? "" : answer.correction.trimmed
        if satisfaction != nil { try demand(reason: recorded.correction) }
        return .satisfactionRecorded(recorded)
    }

    /// Takes a closed or withdrawn case up again. Its due dates stay: the delays run from the complaint, and only a
    /// holding reply gives the person another date.
    public func reopen(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.reopen, signature)
        try demand(reason: reason)
        return .reopened(Reason(reason.trimmed))
    }
}
