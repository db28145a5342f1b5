public import Complaints

/// What somebody does who lost a tracking secret: ask, read one's mail, and take a new one (S-49).
public struct LostSecretPage: Page {
    public static let template = "public/lost-secret"

    /// Where they are on that way.
    public enum Step: Sendable {
        /// They say which case, and which address it has; shown again where the page was open for too long, or where too
        /// many have asked from there.
        case asking(Mistake?)
        /// Taken, whether it fits a case or not.
        case asked
        /// They have followed the link: nothing is done before they say so.
        case confirming(link: String)
        /// The new secret's symbols, grouped or not, shown once.
        case given(String)
        /// The link is worth nothing, whatever the cause.
        case gone
    }

    /// Why the form is shown again.
    public enum Mistake: String, Sendable, CaseIterable {
        case expired = "expire"
        case tooMany = "trop"
    }

    let frame: PublicFrame
    let heading: String
    let asks: Asking?
    let isAsked: Bool
    let confirms: Confirming?
    let secret: ReceiptPage.Secret?
    let isGone: Bool
    let followUpPath: String
    let askPath: String

    /// The form that asks which case it is.
    struct Asking: Sendable {
        let token: String
        let mistake: String?
        /// Whether letters can leave at all.
        let isPossible: Bool
    }

    /// The button that takes the new secret.
    struct Confirming: Sendable {
        let token: String
        let action: String
    }

    /// - Parameters:
    ///   - token: sent back as `jeton`.
    ///   - hasRelay: whether letters can leave by e-mail.
    public init(_ step: Step, token: String, hasRelay: Bool, procedure: Procedure, press: Press) {
        var (asks, confirms, secret) = (nil as Asking?, nil as Confirming?, nil as ReceiptPage.Secret?)
        var (isAsked, isGone) = (false, false)
        let name: String
        switch step {
        case .asking(let mistake):
            name = mistake == nil ? "ask" : "ask.refused"
            let words = mistake.map { press.words("lost.mistake.\($0.rawValue)") }
            asks = Asking(token: token, mistake: words, isPossible: hasRelay)
        case .asked: (name, isAsked) = ("asked", true)
        case .confirming(let link):
            name = "confirm"
            confirms = Confirming(token: token, action: press.link(Path.secretLink(link)))
        case .given(let symbols):
            (name, secret) = ("given", ReceiptPage.Secret(symbols, isReplaceable: hasRelay, press))
        case .gone: (name, isGone) = ("gone", true)
        }
        (self.asks, self.confirms, self.secret) = (asks, confirms, secret)
        (self.isAsked, self.isGone) = (isAsked, isGone)
        let isRefused = name == "ask.refused"
        heading = press.words(isRefused ? "lost.ask.heading" : "lost.\(name).heading")
        let title = isRefused ? press.words("lost.ask.title.refused") : heading
        frame = PublicFrame(title: title, provider: procedure.provider, in: step.turn, press)
        followUpPath = press.link(Path.followUp)
        askPath = press.link(Path.lostSecret)
    }
}

extension LostSecretPage.Step {
    /// The same in the other language. A secret is shown once: no link leads away from it.
    fileprivate var turn: PublicFrame.Turn {
        switch self {
        case .confirming(let link): .other(Path.secretLink(link))
        case .given: .stays
        case .asking, .asked, .gone: .other(Path.lostSecret)
        }
    }
}
