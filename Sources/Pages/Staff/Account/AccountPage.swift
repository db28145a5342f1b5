public import Complaints

/// One's own account: where one is signed in, the password, the second factor (S-56).
public struct AccountPage: Page {
    public static let template = "staff/account"

    /// What has just been done, or come to nothing.
    public enum Notice: String, Sendable, CaseIterable {
        case sessions
        case password = "mot-de-passe"
        case factor = "second-facteur"
        case letter = "lettre"
        /// A code came too late.
        case late = "tard"
        /// A form of an earlier session, or open for too long.
        case expired = "perime"
    }

    /// One session.
    public struct Session: Sendable {
        let id: String
        let since: String
        let seen: String
        let isThis: Bool

        public init(id: String, since: Instant, seen: Instant, isThis: Bool) {
            self.id = id
            self.since = FrenchDates.short(since)
            self.seen = FrenchDates.short(seen)
            self.isThis = isThis
        }
    }

    /// The second factor, where the organisation asks for one.
    struct Factor: Sendable {
        let since: String
        let left: String
    }

    /// The weekly letter, and what the button does about it.
    struct Letter: Sendable {
        let path = Path.ownWeeklyLetter
        let said: String
        let value: String
        let send: String
    }

    let frame: StaffFrame
    let token: String
    let email: String
    let done: String?
    let undone: String?
    let sessions: [Session]
    let hasOthers: Bool
    let sessionsPath = Path.ownSessions
    let passwordPath = Path.ownPassword
    let factorPath = Path.ownFactor
    let recoveryPath = Path.ownRecoveryCodes
    let tokensPath = Path.ownTokens
    /// The weekly letter; nil for those whom it is not for.
    let letter: Letter?
    let password: NewPassword
    let hasMistakes: Bool
    let oldMistake: String?
    let factor: Factor?
    /// Said where there is none.
    let factorless: String

    /// - Parameters:
    ///   - sessions: those that are open, the latest first.
    ///   - asksFactor: whether the organisation asks for a second factor.
    ///   - factor: since when, and how many recovery codes are left; nil where there is none.
    ///   - getsLetter: whether they get the weekly letter; nil for those whom it is not for.
    ///   - mistakes: all that the last choice of a password had wrong.
    ///   - oldPassword: what was wrong with the one on record, as it was typed.
    public init(
        email: String,
        sessions: [Session],
        asksFactor: Bool,
        factor: (since: Instant, recoveryCodes: Int)?,
        getsLetter: Bool? = nil,
        notice: Notice? = nil,
        mistakes: [NewPassword.Mistake] = [],
        oldPassword: PasswordTrouble? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        hasMistakes = !mistakes.isEmpty || oldPassword != nil
        let isUndone = notice == .late || notice == .expired
        let said = notice.map { press.words("staff.account.notice.\($0.rawValue)") }
        let title = press.words("staff.account.title")
        frame = StaffFrame(
            title: hasMistakes || isUndone ? press.words("staff.title.error", ["title": title]) : title,
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
        self.email = email
        done = isUndone ? nil : said
        undone = isUndone ? said : nil
        self.sessions = sessions
        hasOthers = sessions.contains { !$0.isThis }
        password = NewPassword(mistakes: mistakes, press: press)
        oldMistake = oldPassword.map { press.words("staff.confirm.mistake.\($0.rawValue)") }
        factorless = press.words(asksFactor ? "staff.account.factor.later" : "staff.account.factor.off")
        letter = getsLetter.map { gets in
            Letter(
                said: press.words("staff.account.letter.\(gets ? "on" : "off")"),
                value: gets ? "non" : "oui",
                send: press.words("staff.account.letter.\(gets ? "stop" : "start")")
            )
        }
        self.factor = factor.map { factor in
            let key = factor.recoveryCodes == 1 ? "one" : factor.recoveryCodes == 0 ? "none" : "many"
            return Factor(
                since: press.words("staff.account.factor.since", ["date": FrenchDates.long(factor.since)]),
                left: press.words("staff.account.recovery.\(key)", ["count": String(factor.recoveryCodes)])
            )
        }
    }
}
