extension CaseFile {
    /// Records that a letter left our hands. The day that somebody says is not in the future, nor before the letter was
    /// written or, where it goes once more, came back; a registered letter's number is one that the post gives.
    public func issue(_ issue: LetterIssue, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.issueLetter, signature)
        guard let letter = letters.first(where: { $0.id == issue.letter }), letter.kind == issue.kind,
            issued[issue.letter] == nil
        else { throw .unknownLetter }
        let back = cameBackOn(letter.id)
        let wrong = objection(
            to: issue.on,
            notBefore: back ?? writtenOn(letter),
            back == nil ? Refusal.letterWrittenLater : Refusal.letterCameBackLater,
            signature
        )
        try refuse([wrong, issue.hasPossibleNumber ? nil : .postalNumberImpossible])
        return .letterIssued(issue)
    }

    /// Records that the slip of a registered letter came back, and so that it was delivered.
    public func deliver(_ delivery: LetterDelivery, _ signature: Signature) throws(Refusal) -> Event {
        try demandPosted(delivery.letter, delivery.kind, { $0 == .registeredPost }, on: delivery.on, signature)
        guard delivered[delivery.letter] == nil else { throw .letterNotPosted }
        return .letterDelivered(delivery)
    }

    /// Records that the post brought a letter back: it has not arrived, and was noted as delivered by mistake where it was.
    public func bringBack(_ back: LetterReturn, _ signature: Signature) throws(Refusal) -> Event {
        try demandPosted(back.letter, back.kind, \.isPosted, on: back.on, signature)
        return .letterReturned(back)
    }

    /// Refuses what the post cannot have said of a letter.
    private func demandPosted(
        _ letter: String,
        _ kind: LetterKind,
        _ isItsWay: (LetterIssue.Way) -> Bool,
        on day: CivilDate?,
        _ signature: Signature
    ) throws(Refusal) {
        try permit(.issueLetter, signature)
        guard let issue = issued[letter], issue.kind == kind, isItsWay(issue.way) else { throw .letterNotPosted }
        try refuse([objection(to: day, notBefore: leftOn(letter), Refusal.letterLeftLater, signature)])
    }

    /// What is wrong with the day that somebody says: it is in the future, or before the one that came first.
    private func objection(
        to day: CivilDate?,
        notBefore first: CivilDate?,
        _ refusal: (CivilDate) -> Refusal,
        _ signature: Signature
    ) -> Refusal? {
        guard let day else { return nil }
        guard day <= signature.day else { return .dateImpossible }
        return first.flatMap { day < $0 ? refusal($0) : nil }
    }

    /// The day on which a letter left our hands, as somebody said it or as it was recorded; nil while it is here.
    func leftOn(_ letter: String) -> CivilDate? {
        guard let issue = issued[letter], let at = issuedAt(letter) else { return nil }
        return issue.left(recordedAt: at).civilDate
    }

    /// When it was recorded of a letter that it had left our hands; nil where it has not, or is here again.
    public func issuedAt(_ letter: String) -> Instant? {
        guard issued[letter] != nil else { return nil }
        return entries.last { entry in
            if case .letterIssued(let issue) = entry.event { issue.letter == letter } else { false }
        }?.at
    }

    /// The day on which the post last brought a letter back, where somebody said it.
    private func cameBackOn(_ letter: String) -> CivilDate? {
        entries.reversed().lazy.compactMap { entry -> CivilDate? in
            guard case .letterReturned(let back) = entry.event, back.letter == letter else { return nil }
            return back.on
        }.first
    }

    private func writtenOn(_ letter: LetterSummary) -> CivilDate? {
        entries.first { $0.letters.contains(letter) }?.at.civilDate
    }
}
