extension CaseFile {
    /// Enters a qualified and complete complaint in the register (procedure §5; ).
    ///
    /// - Parameters:
    ///   - number: the next free number of the year, allotted in the same transaction.
    ///   - asItIs: why it is registered although something is missing; empty when nothing is.
    public func register(
        as number: RegisterNumber,
        rule: Completeness,
        asItIs: String = "",
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.register, signature)
        guard let qualification, qualification.nature == .complaint else { throw .notQualified }
        let missing = rule.missing(from: completed)
        if !missing.isEmpty {
            guard !asItIs.isBlank else { throw .lacking(missing) }
            try demand(reason: asItIs)
        }
        return .registered(Complaints.Registration(number: number, asItIs: missing.isEmpty ? "" : asItIs.trimmed))
    }
}
