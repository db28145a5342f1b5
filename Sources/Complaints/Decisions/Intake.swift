extension CaseFile {
    /// Judges whether this is a complaint. Judging that it is not needs a reason of ten characters; it is
    /// reversible by judging again. Whoever is named no longer needs a fresh reason for it.
    ///
    /// - Parameter staff: the open accounts of the provider; nobody else can be named.
    public func qualify(
        _ qualification: Qualification,
        among staff: [Officer] = [],
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.qualify, signature)
        let (reason, isComplaint) = (qualification.reason, qualification.nature == .complaint)
        try refuse(
            [
                isComplaint && stage != .requalified ? nil : shortness(of: reason),
                objection(toNaming: qualification.implicated, reason: reason, among: staff, signature),
                isComplaint ? nil : forbiddenWording(in: [reason]),
                unfinished(in: [reason]),
            ] + objections(to: qualification.sending, signature)
        )
        return .qualified(qualification)
    }

    /// Asks the complainant for what is missing, before registration (procedure §5; R-08). Any number of rounds.
    public func requestCompletion(
        _ message: String,
        rule: Completeness,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.requestCompletion, signature)
        let missing = rule.missing(from: completed)
        guard !(missing.isEmpty && message.isBlank) else { throw .nothingAsked }
        try refuse([forbiddenWording(in: [message]), unfinished(in: [message])])
        return .completionRequested(CompletionRequest(missing: missing, message: message.trimmed))
    }

    /// Takes in what was asked for. The reception date stays.
    public func complete(_ completion: Completion, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.complete, signature)
        let supplied = completion.fields.values.contains { !$0.isBlank }
        guard !completion.text.isBlank || !completion.files.isEmpty || supplied else { throw .textMissing }
        // The person's own words may say anything; these three are printed at the head of every letter.
        try refuseForbidden(["nom", "prenom", "adresse"].compactMap { completion.fields[$0] })
        return .completed(completion)
    }

    /// Lays a correction or an addition beside the original.
    public func amend(_ amendment: Amendment, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.amend, signature)
        let isNothing = amendment.text.isBlank && amendment.files.isEmpty && amendment.sending == nil
        let who = amendment.age?.corrected
        let printed = [amendment.postalAddress, who?.representative, who?.postalAddress].compactMap(\.self)
        try refuse(
            [isNothing ? .textMissing : nil, forbiddenWording(in: printed)]
                + objections(to: amendment.sending, signature)
        )
        return .amended(amendment)
    }

    /// Ends an incomplete complaint that nobody completed. A person's decision, never the server's, and not before
    /// the wait since the latest request is over.
    ///
    /// - Parameter wait: that of the case's own procedure.
    public func abandon(_ reason: String, after wait: CompletionWait, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.abandon, signature)
        let early = abandonable(after: wait).flatMap { $0 > signature.day ? Refusal.stillWaiting(until: $0) : nil }
        try refuse([shortness(of: reason), early])
        return .abandoned(Reason(reason.trimmed))
    }

    /// The day that the complainant was last asked to complete; nil where nothing was asked.
    public var completionAskedOn: CivilDate? { completionAsked?.on }

    /// The latest request to complete, and its day; nil where nothing was asked.
    var completionAsked: (request: CompletionRequest, on: CivilDate)? {
        entries.reversed().lazy.compactMap { entry in
            if case .completionRequested(let request) = entry.event { (request, entry.at.civilDate) } else { nil }
        }.first
    }

    /// From which day the wait for what was last asked for is over; nil where nothing was asked.
    public func abandonable(after wait: CompletionWait) -> CivilDate? {
        completionAskedOn?.adding(days: wait.abandonment)
    }

    /// The complainant takes the complaint back. Whoever records it for them says on whose word; they themselves owe nobody
    /// a reason.
    public func withdraw(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.withdraw, signature)
        if signature.author != .complainant { try demand(reason: reason, atLeast: 3) }
        return .withdrawn(Reason(reason.trimmed))
    }
}
