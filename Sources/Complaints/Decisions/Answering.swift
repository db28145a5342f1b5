extension CaseFile {
    /// Answers, with a decision and its ground for each grievance, and the recourses that fit the person (R-33 to R-37,
    /// Refused unless everything the law wants in a not wholly favourable answer is there.
    ///
    /// - Parameter procedure: the version in force when the answer is given, for its mediators and its own kinds of person.
    ///   The delays stay those of the case's own version: they are in `due` (docs/decisions/0015).
    public func answer(
        _ draft: Answer.Draft,
        procedure: Procedure,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.answer, signature)
        let consumer = draft.consumer ?? qualification?.consumer
        var recourses: [Recourse] = []
        var found = objections(to: draft)
        do throws(Refusal) {
            recourses = try self.recourses(for: draft, consumer, procedure, signature)
        } catch {
            found.append(error)
        }
        try refuse(found)
        return .answered(
            Answer(
                grievances: draft.grievances,
                text: draft.text,
                signatory: draft.signatory.trimmed,
                consumer: consumer,
                recourses: recourses,
                files: draft.files
            )
        )
    }

    /// Where the person may turn next, unless everything is upheld.
    private func recourses(
        for draft: Answer.Draft,
        _ consumer: ConsumerStatus?,
        _ procedure: Procedure,
        _ signature: Signature
    ) throws(Refusal) -> [Recourse] {
        let outcomes = draft.grievances.map(\.outcome)
        guard !outcomes.isEmpty, Outcome(of: outcomes) != .upheld else { return [] }
        guard let consumer else { throw .consumerStatusMissing }
        return try Recourse.forAnswer(
            to: procedure.kind(of: stakeholder),
            consumer: consumer,
            theme: qualification?.theme,
            complaintOf: startedOn,
            answeredOn: signature.day,
            procedure: procedure
        )
    }

    /// What is wrong with the draft by itself.
    private func objections(to draft: Answer.Draft) -> [Refusal?] {
        let claims = draft.grievances
        let groundless = claims.indices.filter { claims[$0].outcome != .upheld && claims[$0].ground.trimmed.count < 10 }
        let isUnsaid = ([draft.text, draft.signatory] + claims.map(\.claim)).contains { $0.isBlank }
        let texts = claims.flatMap { [$0.claim, $0.ground, $0.remedy] } + draft.files.map(\.name)
        return [claims.isEmpty ? .noGrievance : nil, isUnsaid ? .textMissing : nil]
            + groundless.map { .groundMissing(grievance: $0 + 1) }
            + [
                forbiddenWording(in: [draft.text, draft.signatory] + texts),
                unfinished(in: [draft.text, draft.signatory] + claims.flatMap { [$0.claim, $0.ground, $0.remedy] }),
            ]
    }
}
