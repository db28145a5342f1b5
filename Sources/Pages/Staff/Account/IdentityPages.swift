/// Before somebody signed in goes to the provider of identities, to link what it calls them with their account.
public struct IdentityDeparturePage: Page {
    public static let template = "staff/identity-departure"

    let frame: StaffFrame
    let lead: String
    let send: String
    let address: String
    let back = Path.account

    /// - Parameters:
    ///   - label: what the provider's people call it.
    ///   - address: where the way there begins.
    public init(label: String, address: String, signedIn: SignedIn, press: Press) {
        frame = StaffFrame(title: press.words("staff.identity.departure.title"), signedIn: signedIn, press: press)
        lead = press.words("staff.identity.departure.lead", ["label": label])
        send = press.words("staff.identity.departure.send", ["label": label])
        self.address = address
    }
}

/// Somebody has shown to the provider who they are once more, in a page beside the one that asked (S-58).
public struct IdentityConfirmedPage: Page {
    public static let template = "staff/identity-confirmed"

    let frame: StaffFrame
    let next = Path.account

    public init(signedIn: SignedIn, press: Press) {
        frame = StaffFrame(title: press.words("staff.identity.confirmed.title"), signedIn: signedIn, press: press)
    }
}
