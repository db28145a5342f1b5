public import Complaints

/// One account of the provider's people, with everything that an administrator may do to it (S-55, S-56).
public struct AccountSheetPage: Page {
    public static let template = "staff/account-sheet"

    /// What has just been done.
    public enum Notice: String, Sendable, CaseIterable {
        case added = "ajout"
        case changed = "reglage"
        /// A link left by mail.
        case invited = "invitation"
        case reset = "remise"
        case disabled = "desactivation"
        case enabled = "reactivation"
        case sessions
        case absence
        /// An absence is over, or taken back.
        case absenceEnded = "fin-d-absence"
    }

    /// Why nothing was done.
    public enum Refused: String, Sendable, CaseIterable {
        /// Nobody could administer the accounts any more.
        case last = "dernier"
        /// It is one's own: another administrator does it.
        case another = "autre"
        /// It is disabled or over.
        case notOpen = "ferme"
        /// The form was of an earlier session.
        case expired = "perime"
        /// Somebody else has changed the account since the form was opened.
        case overtaken = "depasse"
    }

    /// One of its open sessions.
    public struct Session: Sendable {
        let id: String
        let since: String
        let seen: String

        public init(id: String, since: Instant, seen: Instant) {
            self.id = id
            self.since = FrenchDates.short(since)
            self.seen = FrenchDates.short(seen)
        }
    }

    /// A button that does something at once, or after the password.
    struct Button: Sendable {
        let path: String
        let explanation: String
        let name: String
    }

    let frame: StaffFrame
    let token: String
    let back = Path.accounts
    let row: AccountRow
    let done: String?
    let undone: String?
    /// What somebody else has changed meanwhile.
    let changes: [String]
    /// What its form is made from.
    let shown: AccountShown.Carried
    /// What is to be known where it is one's own.
    let own: String?
    let fields: AccountFields
    let changePath: String
    /// From when to when its owner is away; nil for those who handle no case.
    let absence: AbsencePart?
    let absencePath: String
    let buttons: [Button]
    let hasButtons: Bool
    let sessions: [Session]
    let hasSessions: Bool
    let sessionsPath: String

    /// - Parameters:
    ///   - isOwn: whether it is the reader's.
    ///   - mails: whether links leave by mail.
    ///   - absence: whether its owner is away; nil for those who handle no case.
    ///   - outdated: what a form that came too late was made from.
    public init(
        of line: AccountLine,
        sessions: [Session],
        isOwn: Bool,
        mails: Bool,
        absence: AbsenceDraft? = nil,
        notice: Notice? = nil,
        refused: Refused? = nil,
        outdated: AccountShown? = nil,
        draft: AccountDraft? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        fields = AccountFields(of: line, draft: draft, press: press)
        let title = press.words("staff.accounts.sheet.title", ["name": line.name])
        let isWrong = fields.hasMistakes || refused != nil || absence?.mistakes.isEmpty == false
        self.absence = absence.map { AbsencePart($0, press) }
        absencePath = Path.accountAct("absence", of: line.id)
        frame = StaffFrame(
            title: press.title(title, isWrong: isWrong),
            section: .accounts,
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
        row = AccountRow(line, press)
        done = notice.map { press.words("staff.accounts.done.\($0.rawValue)") }
        undone = refused.map { press.words("staff.accounts.refused.\($0.rawValue)") }
        shown = line.shown.carried
        changes = outdated?.changes(to: line.shown, press) ?? []
        own = isOwn ? press.words("staff.accounts.own") : nil
        changePath = Path.accountAct("reglage", of: line.id)
        buttons = isOwn ? [] : Self.buttons(line, mails: mails, press)
        hasButtons = !buttons.isEmpty
        self.sessions = sessions
        hasSessions = !sessions.isEmpty
        sessionsPath = Path.accountAct("sessions", of: line.id)
    }

    private static func buttons(_ line: AccountLine, mails: Bool, _ press: Press) -> [Button] {
        let button = { (noun: String, key: String) in
            Button(
                path: Path.accountAct(noun, of: line.id),
                explanation: press.words("staff.accounts.act.\(key).explain"),
                name: press.words("staff.accounts.act.\(key)")
            )
        }
        let way = mails ? "mail" : "hand"
        switch line.state {
        case .disabled: return [button("reactivation", "enable")]
        case .over: return [button("desactivation", "disable")]
        case .invited, .waiting:
            return [button("invitation", "invite.\(way)"), button("desactivation", "disable")]
        case .open:
            return [
                button("invitation", "password.\(way)"), button("remise", "reset.\(way)"),
                button("desactivation", "disable"),
            ]
        }
    }
}
