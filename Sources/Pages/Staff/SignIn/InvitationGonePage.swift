/// For a link that was used, taken back or is too old: it looks the same for every cause, and for one that never was.
public struct InvitationGonePage: Page {
    public static let template = "staff/invitation-gone"

    let frame: StaffFrame
    let signIn = Path.signIn

    public init(providerName: String, press: Press) {
        frame = StaffFrame(title: press.words("staff.invitation.gone"), providerName: providerName, desk: nil)
    }
}
