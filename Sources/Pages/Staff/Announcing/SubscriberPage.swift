import Complaints

/// One program that is told of what happens: what is set of it, what may be done, and what it was sent.
public struct SubscriberPage: Page {
    public static let template = "staff/subscriber"

    /// What may be done, by the last part of the address; what was just done, too.
    public enum Act: String, Sendable, CaseIterable {
        case change = "reglage"
        case trial = "essai"
        case renewSecret = "secret"
        case stop = "arret"
        case resume = "reprise"
        case resend = "renvoi"
        case remove = "suppression"
    }

    /// Why nothing was done.
    public enum Refused: String, Sendable, CaseIterable {
        /// The form was of an earlier session.
        case expired = "perime"
        /// It is stopped: nothing is sent to it.
        case stopped = "arrete"
        /// What was to be sent again was not given up.
        case notFailed = "pas-en-echec"
    }

    /// A button that does something at once, or after the password.
    struct Button: Sendable {
        let path: String
        let explanation: String
        let name: String
    }

    /// Something that it was sent.
    struct Row: Sendable {
        let id: String
        let event: String
        let at: String
        let state: String
        let mark: String
        let canBeResent: Bool
    }

    let frame: StaffFrame
    let token: String
    let back = Path.subscribers
    let name: String
    let host: String
    let standing: String
    let overlap: String?
    let done: String?
    let undone: String?
    let fields: AccountFields
    let changePath: String
    let resendPath: String
    let buttons: [Button]
    let rows: [Row]
    let hasRows: Bool

    /// - Parameters:
    ///   - announcements: what it was sent last, the latest first.
    ///   - done: what was just done.
    ///   - values: what was typed and not taken, by field name; nil for a form of what stands.
    ///   - mistakes: what was wrong with it, by field name.
    public init(
        of line: SubscriberLine,
        announcements: [AnnouncementLine],
        done: Act? = nil,
        refused: Refused? = nil,
        values: [String: [String]]? = nil,
        mistakes: [String: SubscriberMistake] = [:],
        signedIn: SignedIn,
        press: Press
    ) {
        name = line.subscription.name
        host = line.subscription.address.host
        standing = line.standing(press)
        overlap = line.formerUntil.map {
            press.words("staff.subscribers.overlap", ["until": FrenchDates.short($0)])
        }
        fields = AccountFields(of: line.subscription, values: values, mistakes: mistakes, press: press)
        self.done = done.flatMap { $0.words(press) }
        undone = refused.map { press.words("staff.subscribers.refused.\($0.rawValue)") }
        changePath = Path.subscriberAct(Act.change.rawValue, of: line.id)
        resendPath = Path.subscriberAct(Act.resend.rawValue, of: line.id)
        let isActive = line.state == .active
        let acts: [Act] = isActive ? [.trial, .renewSecret, .stop, .remove] : [.resume, .renewSecret, .remove]
        buttons = acts.map { act in
            Button(
                path: Path.subscriberAct(act.rawValue, of: line.id),
                explanation: press.words("staff.subscribers.act.\(act.rawValue).explain"),
                name: press.words("staff.subscribers.act.\(act.rawValue)")
            )
        }
        rows = announcements.map { Row($0, isActive: isActive, press) }
        hasRows = !announcements.isEmpty
        let isWrong = fields.hasMistakes || refused != nil
        frame = StaffFrame(
            title: press.title(name, isWrong: isWrong),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
    }
}

extension SubscriberPage.Act {
    /// That it was done; nil where another page says so.
    fileprivate func words(_ press: Press) -> String? {
        switch self {
        case .change, .trial, .stop, .resume, .resend: press.words("staff.subscribers.notice.\(rawValue)")
        case .renewSecret, .remove: nil
        }
    }
}

extension SubscriberPage.Row {
    fileprivate init(_ line: AnnouncementLine, isActive: Bool, _ press: Press) {
        id = line.id
        event =
            line.event.map { press.words("staff.subscribers.event.\($0.rawValue)") }
            ?? press.words("staff.subscribers.event.essai")
        at = FrenchDates.short(line.happenedAt)
        let why = line.trouble.map { press.words("staff.subscribers.trouble.\($0.rawValue)") }
        let status = line.status.map { press.words("staff.subscribers.status", ["status": String($0)]) }
        let tried = line.attempts > 1 ? press.words("staff.subscribers.tried", ["count": String(line.attempts)]) : nil
        let word = press.words("staff.subscribers.announcement.\(line.state.rawValue)")
        state = [word, why, status, tried].compactMap(\.self).joined(separator: " ")
        mark = line.state == .failed ? "late" : ""
        canBeResent = isActive && line.state == .failed
    }
}
