import Complaints

/// A regular letter on one's own page, and what the button does about it.
struct RegularLetterPart: Sendable {
    /// What the section is told by.
    let id: String
    let path: String
    let title: String
    let said: String
    let value: String
    let send: String

    init(_ letter: RegularLetter, gets: Bool, _ press: Press) {
        id = "lettre-\(letter.rawValue)"
        path = letter == .daily ? Path.ownDailyLetter : Path.ownWeeklyLetter
        title = press.words("staff.account.letter.\(letter.rawValue)")
        said = press.words("staff.account.letter.\(letter.rawValue).\(gets ? "on" : "off")")
        value = gets ? "non" : "oui"
        send = press.words("staff.account.letter.\(gets ? "stop" : "start")")
    }
}
