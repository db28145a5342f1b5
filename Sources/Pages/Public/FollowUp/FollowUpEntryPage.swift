public import Complaints

/// Where a complainant types the tracking secret of a complaint.
public struct FollowUpEntryPage: Page {
    public static let template = "public/follow-up-entry"

    /// Why the page is shown again.
    public enum Mistake: String, Sendable, CaseIterable {
        /// No case has that secret, or it is none at all.
        case unknown = "inconnu"
        /// Too many failures: a moment to wait.
        case tooMany = "trop"
        /// The page was open for too long.
        case expired = "expire"
        /// Their session was over when they sent something.
        case ended = "fini"
    }

    let frame: PublicFrame
    let path: String
    /// Where another secret is asked for; nil where none can be sent.
    let lostPath: String?
    let token: String
    let mistake: String?
    /// What becomes of the case without the secret.
    let lost: String
    /// That they may write instead, or must.
    let write: String
    let email: String?
    /// What they had sent, on its way through this page.
    let carried: [SignInPage.Carried]
    let carries: Bool

    /// - Parameters:
    ///   - token: sent back as `jeton` (CSRF, before there is a session).
    ///   - hasRelay: whether letters can leave by e-mail, and with them another secret.
    ///   - carried: what they sent after their session had ended: it is shown again once they are in.
    public init(
        token: String,
        mistake: Mistake?,
        hasRelay: Bool,
        carried: [SignInPage.Carried] = [],
        procedure: Procedure,
        press: Press
    ) {
        let key = mistake == nil ? "follow.entry.title" : "follow.entry.title.refused"
        frame = PublicFrame(
            title: press.words(key),
            provider: procedure.provider,
            in: carried.isEmpty ? .other(Path.followUp) : .sent(to: Path.followUp),
            press
        )
        path = press.link(Path.followUp)
        self.token = token
        self.mistake = mistake.map { press.words("follow.entry.mistake.\($0.rawValue)") }
        lostPath = hasRelay ? press.link(Path.lostSecret) : nil
        lost = press.words(hasRelay ? "follow.entry.lost" : "follow.entry.lost.papier")
        write = press.words(hasRelay ? "follow.entry.lost.write" : "follow.entry.lost.write.only")
        email = procedure.provider.email.nonEmpty
        self.carried = carried
        carries = !carried.isEmpty
    }
}
