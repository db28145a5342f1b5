public import Complaints

/// The receipt's half hour is over: what was received stays received (S-40).
public struct ReceiptGonePage: Page {
    public static let template = "public/receipt-gone"

    let frame: PublicFrame

    public init(procedure: Procedure, press: Press) {
        frame = PublicFrame(title: press.words("receiptGone.title"), provider: procedure.provider, in: .home, press)
    }
}
