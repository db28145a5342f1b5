extension CaseFile {
    /// Answers, with a decision and its ground for each grievance, and the recourses that fit the person (R-33 to R-37,
    /// Refused unless everything the law wants in a not wholly favourable answer is there.
    ///
    /// - Parameter procedure: the version in force when the answer is given, for its mediators and its own
    ///   kinds of person. The delays stay those
    ///   of the case's own version: they are in `due` (docs/decisions/0015).
    public func answer(
        _ draft: Answer.Draft,
        procedure: Procedure,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.answer, signature)
        try check(draft)
        let consumer = draft.consumer ?? qualification?.consumer
        var recourses: [Recourse] = []
        if Outcome(of: draft.grievances.map(\.outcome)) != .upheld {
            guard let consumer else { throw .consumerStatusMissing }
            recourses = try Recourse.forAnswer(
                to: procedure.kind(of: stakeholder),
                consumer: consumer,
                theme: qualification?.theme,
                complaintOf: startedOn,
                answeredOn: signature.day,
                procedure: procedure
            )
        }
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

    private func check(_ draft: Answer.Draft) throws(Refusal) {
        guard !draft.grievances.isEmpty else { throw .noGrievance }
        guard !draft.text.isBlank, !draft.signatory.isBlank else { throw .textMissing }
        for (index, grievance) in draft.grievances.enumerated() {
            guard !grievance.claim.isBlank else { throw .textMissing }
            guard grievance.outcome == .upheld || grievance.ground.trimmed.count >= 10 else {
                throw .groundMissing(grievance: index + 1)
            }
        }
        try refuseForbidden([draft.text, draft.signatory])
        try refuseForbidden(draft.grievances.flatMap { [$0.claim, $0.ground, $0.remedy] })
        try refuseForbidden(draft.files.map(\.name))
    }
}
