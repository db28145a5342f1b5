/// Where a file is taken once the password is right: a browser that keeps a file shows the page on from which it came, and
/// that page must not be the one with the password typed in (S-58).
public struct FileReadyPage: Page {
    public static let template = "staff/file-ready"

    let frame: StaffFrame
    let path: String
    let token: String
    let back: String
    let carried: [SignInPage.Carried]

    /// - Parameters:
    ///   - path: where the form was sent, and is sent again.
    ///   - carried: what it held, but for its token.
    ///   - back: where to go once the file is there.
    public init(
        path: String,
        carried: [SignInPage.Carried],
        back: String,
        signedIn: SignedIn,
        press: Press
    ) {
        frame = StaffFrame(title: press.words("staff.confirm.file.ready"), signedIn: signedIn, press: press)
        self.path = path
        token = signedIn.token
        self.back = back
        self.carried = carried
    }
}
