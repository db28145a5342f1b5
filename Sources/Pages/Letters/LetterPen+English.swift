import Complaints

extension LetterPen {
    /// For whoever complained on the English pages: what this letter is, and what it asks, before the French of it. The
    /// letter itself stays French, which alone counts (decision 0031). It has nothing that the sender wrote (S-43).
    var englishNote: [LetterBlock] {
        guard file.reception.language == .english else { return [] }
        let english = press.speaking(.english)
        let reference = file.reception.reference.description
        let holes = [
            "reference": reference,
            "number": file.number?.description ?? reference,
            "received": english.long(file.receivedAt.civilDate),
            "due": english.long(file.due.answer.due),
            "address": site + english.link(Path.followUp),
        ]
        return [.english(english.words(noteKey, holes))]
    }

    /// No note promises a day that is past, nor does the letter (R-30).
    private var noteKey: String {
        let isLate = request.kind == .registration && file.due.answer.due < request.instant.civilDate
        return "note.\(request.kind.rawValue)\(isLate ? ".late" : "")"
    }
}
