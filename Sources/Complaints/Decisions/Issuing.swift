extension CaseFile {
    /// Records that a letter left our hands. The day that somebody says is not in the future, nor before the letter was
    /// written; a registered letter's number is one that the post gives.
    public func issue(_ issue: LetterIssue, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.issueLetter, signature)
        guard let letter = letters.first(where: { $0.id == issue.letter }), letter.kind == issue.kind,
            issued[issue.letter] == nil
        else { throw .unknownLetter }
        try refuse(
            [objection(to: issue.on, of: letter, signature), issue.hasPossibleNumber ? nil : .postalNumberImpossible]
        )
        return .letterIssued(issue)
    }

    /// Records that the slip of a registered letter came back, and so that it was delivered.
    public func deliver(_ delivery: LetterDelivery, _ signature: Signature) throws(Refusal) -> Event {
        try demandPosted(delivery.letter, delivery.kind, by: [.registeredPost], on: delivery.on, signature)
        return .letterDelivered(delivery)
    }

    /// Records that the post brought a letter back: it has not arrived.
    public func bringBack(_ back: LetterReturn, _ signature: Signature) throws(Refusal) -> Event {
        try demandPosted(back.letter, back.kind, by: [.post, .registeredPost], on: back.on, signature)
        return .letterReturned(back)
    }

    /// Refuses what the post cannot have said of a letter.
    private func demandPosted(
        _ letter: String,
        _ kind: LetterKind,
        by ways: [LetterIssue.Way],
        on day: CivilDate?,
        _ signature: Signature
    ) throws(Refusal) {
        try permit(.issueLetter, signature)
        guard let issue = issued[letter], issue.kind == kind, ways.contains(issue.way), delivered[letter] == nil
        else { throw .letterNotPosted }
        guard let day else { return }
        guard day <= signature.day else { throw .dateImpossible }
        if let left = issue.on, day < left { throw .letterLeftLater(left) }
    }

    private func objection(to day: CivilDate?, of letter: LetterSummary, _ signature: Signature) -> Refusal? {
        guard let day else { return nil }
        guard day <= signature.day else { return .dateImpossible }
        guard let writtenOn = writtenOn(letter), day < writtenOn else { return nil }
        return .letterWrittenLater(writtenOn)
    }

    private func writtenOn(_ letter: LetterSummary) -> CivilDate? {
        entries.first { $0.letters.contains(letter) }?.at.civilDate
    }
}
