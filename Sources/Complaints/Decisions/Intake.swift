extension CaseFile {
    /// Judges whether this is a complaint. Judging that it is not needs a reason of ten characters; it is
    /// reversible by judging again.
    public func qualify(_ qualification: Qualification, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.qualify, signature)
        if qualification.nature != .complaint || stage == .requalified { try demand(reason: qualification.reason) }
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
        if let wording = ForbiddenWording.first(in: message) { throw .forbiddenWording(wording) }
        return .completionRequested(CompletionRequest(missing: missing, message: message.trimmed))
    }

    /// Takes in what was asked for. The reception date stays.
    public func complete(_ completion: Completion, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.complete, signature)
        let supplied = completion.fields.values.contains { !$0.isBlank }
        guard !completion.text.isBlank || !completion.files.isEmpty || supplied else { throw .textMissing }
        return .completed(completion)
    }

    /// Lays a correction or an addition beside the original.
    public func amend(_ amendment: Amendment, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.amend, signature)
        guard !amendment.text.isBlank || !amendment.files.isEmpty else { throw .textMissing }
        return .amended(amendment)
    }

    /// Ends an incomplete complaint that nobody completed. A person's decision, never the server's.
    public func abandon(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.abandon, signature)
        try demand(reason: reason)
        return .abandoned(Reason(reason.trimmed))
    }

    /// The complainant takes the complaint back.
    public func withdraw(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.withdraw, signature)
        try demand(reason: reason, atLeast: 3)
        return .withdrawn(Reason(reason.trimmed))
    }
}
