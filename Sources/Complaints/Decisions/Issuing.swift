extension CaseFile {
    /// Records that a letter left our hands. The day that somebody says is not in the future, nor before the letter was
    /// written.
    public func issue(_ issue: LetterIssue, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.issueLetter, signature)
        guard let letter = letters.first(where: { $0.id == issue.letter }), letter.kind == issue.kind,
            issued[issue.letter] == nil
        else { throw .unknownLetter }
        if let day = issue.on {
            guard day <= signature.day else { throw .dateImpossible }
            if let writtenOn = writtenOn(letter), day < writtenOn { throw .letterWrittenLater(writtenOn) }
        }
        return .letterIssued(issue)
    }

    private func writtenOn(_ letter: LetterSummary) -> CivilDate? {
        entries.first { $0.letters.contains(letter) }?.at.civilDate
    }
}
