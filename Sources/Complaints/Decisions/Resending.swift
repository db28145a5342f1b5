extension CaseFile {
    /// Puts a letter that failed or was kept back into the outbox again, on somebody's word: theirs who may issue letters.
    ///
    /// - Parameter state: what has become of the letter so far.
    /// - Returns: the address that it goes to, the file's as it is now; nil where nothing is to be done, since the letter
    ///   waits already or has left.
    /// - Throws: `Refusal.unknownLetter` for a letter that is none of the file's.
    public func resend(_ letter: String, _ state: LetterState, _ signature: Signature) throws(Refusal) -> String? {
        try permit(.issueLetter, signature)
        guard letters.contains(where: { $0.id == letter }) else { throw .unknownLetter }
        return state.mayBeSentAgain && issued[letter] == nil ? email : nil
    }

    /// Whether this officer may have a letter of the file sent again.
    public func mayResend(_ officer: Officer) -> Bool {
        (try? permit(.issueLetter, Signature(by: .officer(officer), at: receivedAt))) != nil
    }
}
