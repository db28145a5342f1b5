import Complaints

/// A letter of the file, with where it is on its way.
struct LetterRow: Sendable {
    let path: String
    let kind: String
    let writtenOn: String
    let recipient: String
    let state: String
    let mark: String
    let fate: LetterFate?
}

extension LetterRow {
    init(_ letter: LetterLine, press: Press) {
        path = Path.letter(letter.id)
        kind = press.words("letter.\(letter.kind.rawValue)")
        writtenOn = FrenchDates.short(letter.createdAt)
        recipient = letter.recipient
        state = letter.stateWords(press)
        mark = letter.mark.rawValue
        fate = letter.fate(press)
    }
}

extension LetterLine {
    /// `Partie par courriel le 23/11/2026 à 10 h 52`, without the hour where somebody said the day; `À imprimer et à poster`.
    func stateWords(_ press: Press) -> String {
        guard state == .issued, let way else { return press.words("staff.letter.\(state.rawValue)") }
        let date = issuedOn.map { FrenchDates.short($0) } ?? issuedAt.map { FrenchDates.short($0) }
        return press.words("staff.letter.issued.\(way.rawValue)", ["date": date ?? ""])
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
