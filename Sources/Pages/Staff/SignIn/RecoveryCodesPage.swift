/// The recovery codes, the only time that they are shown: to be printed.
public struct RecoveryCodesPage: Page {
    public static let template = "staff/recovery-codes"

    let frame: StaffFrame
    let codes: [String]
    let next: String
    /// The fields of a form that an ended session kept from being done: they go back to where it is shown again.
    let carried: [SignInPage.Carried]
    let carries: Bool

    /// - Parameters:
    ///   - next: where to go from here; with `carried`, where that form is sent, under no token, so that it is shown
    ///     again and not done.
    public init(codes: [String], next: String, carried: [SignInPage.Carried] = [], signedIn: SignedIn, press: Press) {
        frame = StaffFrame(title: press.words("staff.recovery.title"), signedIn: signedIn, press: press)
        self.codes = codes
        self.next = next
        self.carried = carried
        carries = !carried.isEmpty
    }
}
