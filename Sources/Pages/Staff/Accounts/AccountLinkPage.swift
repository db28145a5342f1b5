/// The link by which somebody chooses a password, the only time that it is shown: to be handed over, where no mail leaves
/// (S-55).
public struct AccountLinkPage: Page {
    public static let template = "staff/account-link"

    let frame: StaffFrame
    let lead: String
    let link: String
    let good: String
    let next: String

    /// - Parameters:
    ///   - name: whose it is.
    ///   - link: the whole address.
    ///   - hours: how long it is good.
    ///   - next: where to go from here.
    public init(name: String, link: String, hours: Int, next: String, signedIn: SignedIn, press: Press) {
        frame = StaffFrame(
            title: press.words("staff.accounts.link.title"),
            section: .accounts,
            signedIn: signedIn,
            press: press
        )
        lead = press.words("staff.accounts.link.lead", ["name": name])
        self.link = link
        good = press.words("staff.accounts.link.good", ["hours": FrenchDates.hours(hours)])
        self.next = next
    }
}
