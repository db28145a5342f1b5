public import Complaints

/// The receipt's half hour is over: what was received stays received (S-40).
public struct ReceiptGonePage: Page {
    public static let template = "public/receipt-gone"

    let frame: PublicFrame
    /// How the acknowledgement comes.
    let acknowledgement: String

    /// - Parameter hasRelay: whether letters can leave by e-mail.
    public init(hasRelay: Bool, procedure: Procedure, press: Press) {
        acknowledgement = press.words(hasRelay ? "receiptGone.text" : "receiptGone.text.papier")
        frame = PublicFrame(title: press.words("receiptGone.title"), provider: procedure.provider, in: .home, press)
    }
}
