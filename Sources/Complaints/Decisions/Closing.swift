extension CaseFile {
    /// Closes a complete dossier: the complaint, the actions or why none, the answer (procedure §5; R-17).
    public func close(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.close, signature)
        guard missingPieces.isEmpty else { throw .fileIncomplete(missingPieces) }
        try demand(reason: reason, atLeast: 3)
        return .closed(Reason(reason.trimmed))
    }

    /// Takes a closed or withdrawn case up again.
    public func reopen(_ reason: String, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.reopen, signature)
        try demand(reason: reason)
        return .reopened(Reason(reason.trimmed))
    }
}
