extension LetterKind {
    /// By when such a letter has to leave; nil where no delay presses it.
    ///
    /// - Parameters:
    ///   - acknowledgement: the case's due date for the acknowledgement.
    ///   - answer: its due date for the answer; for a holding reply the one that it puts off, before which it must come.
    public func due(acknowledgement: CivilDate, answer: CivilDate) -> CivilDate? {
        switch self {
        case .acknowledgement: acknowledgement
        case .answer, .holdingReply: answer
        case .completionRequest, .requalification, .contestMaintained, .contestReinstated, .registration, .closing: nil
        }
    }
}

extension CaseFile {
    /// By when the answer was due before a letter of the file was written; nil where it has no such letter.
    public func answerDue(before letter: String) -> CivilDate? {
        guard let place = entries.firstIndex(where: { $0.letters.contains { $0.id == letter } }) else { return nil }
        return CaseFile(id: id, entries: Array(entries[..<place]))?.due.answer.due
    }
}
