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
        case absence
        /// An absence is over, or taken back.
        case absenceEnded = "fin-d-absence"
        /// The address for a calendar was taken back.
        case calendarEnded = "fin-de-calendrier"
        /// A code came too late.
        case late = "tard"
        /// A form of an earlier session, or open for too long.
        case expired = "perime"
        /// An identity is linked, or is no more.
        case identity = "identite"
        case identityEnded = "fin-d-identite"
        /// It is that of another account.
        case identityTaken = "identite-prise"
        /// The provider has not said who it is, or named another.
        case identityMissed = "identite-manquee"

        /// Whether it says that nothing was done.
        var isUndone: Bool { [.late, .expired, .identityTaken, .identityMissed].contains(self) }
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

    /// The provider of identities, where the house has one.
    public struct Identity: Sendable {
        let label: String
        let since: Instant?

        /// - Parameters:
        ///   - label: what the provider's people call it.
        ///   - since: since when the account is linked with an identity of its; nil where it is not.
        public init(label: String, since: Instant?) {
            self.label = label
            self.since = since
        }
    }

    /// The same as it is shown.
    struct IdentityWords: Sendable {
        let explain: String
        let send: String
        let isLinked: Bool
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
    /// The regular letters; none for those whom they are not for.
    let letters: [RegularLetterPart]
    /// From when to when they are away; nil for those who handle no case.
    let absence: AbsencePart?
    let absencePath = Path.ownAbsence
    /// The address for a calendar; nil for those who read no case.
    let calendar: CalendarPart?
    let password: NewPassword
    let hasMistakes: Bool
    let oldMistake: String?
    let factor: Factor?
    let identity: IdentityWords?
    let identityPath = Path.ownIdentity
    let endIdentityPath = Path.endOwnIdentity
    /// Said where there is none.
    let factorless: String

    /// - Parameters:
    ///   - sessions: those that are open, the latest first.
    ///   - asksFactor: whether the organisation asks for a second factor.
    ///   - factor: since when, and how many recovery codes are left; nil where there is none.
    ///   - identity: the provider of identities; nil where there is none.
    ///   - letters: whether they get each of the regular letters; none for those whom these are not for.
    ///   - hasRelay: whether these can leave at all.
    ///   - absence: whether they are away; nil for those who handle no case.
    ///   - calendar: whether they have an address for a calendar; nil for those who read no case.
    ///   - mistakes: all that the last choice of a password had wrong.
    ///   - oldPassword: what was wrong with the one on record, as it was typed.
    public init(
        email: String,
        sessions: [Session],
        asksFactor: Bool,
        factor: (since: Instant, recoveryCodes: Int)?,
        identity: Identity? = nil,
        letters: [RegularLetter: Bool] = [:],
        hasRelay: Bool,
        absence: AbsenceDraft? = nil,
        calendar: CalendarStanding? = nil,
        notice: Notice? = nil,
        mistakes: [NewPassword.Mistake] = [],
        oldPassword: PasswordTrouble? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        hasMistakes = !mistakes.isEmpty || oldPassword != nil
        self.absence = absence.map { AbsencePart($0, press) }
        let isUndone = notice?.isUndone ?? false
        let said = notice.map { press.words("staff.account.notice.\($0.rawValue)") }
        let title = press.words("staff.account.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: hasMistakes || isUndone || absence?.mistakes.isEmpty == false),
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
        self.identity = identity.map { IdentityWords($0, press) }
        factorless = press.words(asksFactor ? "staff.account.factor.later" : "staff.account.factor.off")
        self.letters = RegularLetter.allCases.compactMap { letter in
            letters[letter].map { RegularLetterPart(letter, gets: $0, at: email, hasRelay: hasRelay, press) }
        }
        self.calendar = calendar.map { CalendarPart($0, press) }
        self.factor = factor.map { factor in
            let key = factor.recoveryCodes == 1 ? "one" : factor.recoveryCodes == 0 ? "none" : "many"
            return Factor(
                since: press.words("staff.account.factor.since", ["date": FrenchDates.long(factor.since)]),
                left: press.words("staff.account.recovery.\(key)", ["count": String(factor.recoveryCodes)])
            )
        }
    }
}

extension AccountPage.IdentityWords {
    fileprivate init(_ identity: AccountPage.Identity, _ press: Press) {
        let label = identity.label
        isLinked = identity.since != nil
        explain =
            identity.since.map { since in
                press.words("staff.identity.since", ["label": label, "date": FrenchDates.long(since)])
            } ?? press.words("staff.identity.explain", ["label": label])
        send = press.words(isLinked ? "staff.identity.end" : "staff.identity.link", ["label": label])
    }
}
