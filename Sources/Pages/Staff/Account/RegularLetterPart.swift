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

    /// - Parameters:
    ///   - email: where it goes.
    ///   - hasRelay: whether it can leave at all.
    init(_ letter: RegularLetter, gets: Bool, at email: String, hasRelay: Bool, _ press: Press) {
        let key = "staff.account.letter.\(letter.rawValue)"
        id = "lettre-\(letter.rawValue)"
        path = letter == .daily ? Path.ownDailyLetter : Path.ownWeeklyLetter
        title = press.words(key)
        said = press.words("\(key)\(hasRelay ? "" : ".unsent").\(gets ? "on" : "off")", ["email": email])
        value = gets ? "non" : "oui"
        send = press.words("\(key).\(gets ? "stop" : "start")")
    }
}
