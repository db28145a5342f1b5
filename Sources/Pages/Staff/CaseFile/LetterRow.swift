import Complaints

/// A letter of the file, with where it is on its way.
struct LetterRow: Sendable {
    let path: String
    let kind: String
    let writtenOn: String
    let recipient: String
    let state: String
    let mark: String
    let result: String?
    /// What was kept of it on paper.
    var pieces: [LetterPieces]
}

/// Documents that were kept of a letter on paper, with what they are.
struct LetterPieces: Sendable {
    let title: String
    var files: [FileLine]
    let hasFiles = true
}

extension LetterPieces {
    /// Those of a letter, in the order in which they were laid in its file.
    static func all(of letter: String, in file: CaseFile, press: Press) -> [LetterPieces] {
        file.entries.compactMap { entry in
            guard let kept = entry.event.keptOfLetter, kept.letter == letter, !kept.files.isEmpty else { return nil }
            return LetterPieces(
                title: press.words("staff.letter.pieces.\(entry.event.kind.rawValue)"),
                files: kept.files.map { FileLine($0, press: press) }
            )
        }
    }
}

extension LetterRow {
    init(_ letter: LetterLine, of file: CaseFile, press: Press) {
        path = Path.letter(letter.id)
        kind = press.words("letter.\(letter.kind.rawValue)")
        writtenOn = FrenchDates.short(letter.createdAt)
        recipient = letter.recipient
        state = letter.stateWords(press)
        mark = letter.mark.rawValue
        result = letter.resultWords(press)
        pieces = LetterPieces.all(of: letter.id, in: file, press: press)
    }
}

extension LetterLine {
    /// `Partie par courriel le 23/11/2026 à 10 h 52`, without the hour where somebody said the day; `À imprimer et à poster`.
    func stateWords(_ press: Press) -> String {
        if isBack { return press.words("staff.letter.back") }
        guard state == .issued, let way else { return press.words("staff.letter.\(state.rawValue)") }
        let date = issuedOn.map { FrenchDates.short($0) } ?? issuedAt.map { FrenchDates.short($0) }
        let issued = press.words("staff.letter.issued.\(way.rawValue)", ["date": date ?? ""])
        guard let deliveredOn else { return issued }
        return press.words("staff.letter.delivered", ["issued": issued, "date": FrenchDates.short(deliveredOn)])
    }

    var mark: DueWords.Mark {
        switch state {
        case .waiting: .plain
        case .held, .paper: .soon
        case .failed: .late
        case .issued: .done
        }
    }
}
