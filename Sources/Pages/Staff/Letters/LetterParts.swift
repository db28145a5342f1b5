/// The parts of a letter's kept text, so that the page places what was written and writes nothing anew.
struct LetterParts: Sendable {
    /// Name and address of the provider, a line each.
    let sender: [String]
    /// Name and address of the person, a line each; empty on a letter that went by e-mail.
    let addressee: [String]
    /// The line that dates it.
    let date: String
    /// The rest.
    let body: String
}

extension LetterParts {
    /// Takes apart what `LetterSheet` put together: sender, perhaps addressee, date, object, words. Nil for a text that
    /// does not begin so.
    init?(_ text: String, subject: String, press: Press) {
        let object = LetterSheet.wrapped(press.words("letters.subjectLine", ["subject": subject]))
        let parts = text.split(separator: "\n\n", omittingEmptySubsequences: false)
        guard let place = parts.firstIndex(where: { $0 == object }), place == 2 || place == 3 else { return nil }
        sender = String(parts[0]).lines
        addressee = place == 3 ? String(parts[1]).lines : []
        date = String(parts[place - 1])
        body = parts[(place + 1)...].joined(separator: "\n\n")
    }
}
