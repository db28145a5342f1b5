extension IncomingMail {
    /// Characters of a complaint's text that are kept in its file; the mail itself, which is a piece of the file, has all.
    public static let longestPart = 60_000
    /// How long a mail may be under way, in days, for its date to be believed: mail systems give up after five.
    static let daysUnderWay = 7

    /// What is received of it: its words as they are, under the name that its author goes by. Everything else is for
    /// somebody to ask.
    ///
    /// - Parameter files: the mail itself, and what came with it.
    public func original(with files: [FileSummary]) -> Original {
        Original(
            lastName: sender?.name ?? "",
            firstName: "",
            stakeholder: nil,
            email: sender?.address,
            subject: String(subject.prefix(500)),
            text: String(text.prefix(Self.longestPart)),
            files: files
        )
    }

    /// The day on which it was sent, which the delays then count from; nil where its date can be none, or is the day
    /// on which it reached us.
    public func sentOn(receivedAt instant: Instant) -> CivilDate? {
        guard let day = sentAt?.civilDate else { return nil }
        let today = instant.civilDate
        return day < today && day >= today.adding(days: -Self.daysUnderWay) ? day : nil
    }

    /// What it does to the case that it is about: the answer to what was asked for, or an addition.
    ///
    /// - Parameter files: what came with it.
    /// - Throws: `Refusal` where the case takes nothing more.
    public func event(
        of file: CaseFile,
        with files: [FileSummary],
        _ signature: Signature
    ) throws(Refusal) -> Event {
        let text = String(ownText.prefix(Self.longestPart))
        if file.stage == .incomplete {
            return try file.complete(Completion(text: text, files: files), signature)
        }
        return try file.amend(Amendment(text: text, files: files), signature)
    }
}
