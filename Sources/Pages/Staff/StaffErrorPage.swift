/// What somebody signed in is told when something went wrong, their menu around it.
public struct StaffErrorPage: Page {
    public static let template = "staff/error"

    let frame: StaffFrame
    let heading: String
    let text: String
    let home = Path.dashboard

    /// - Parameter status: of the response; the words are those of `ErrorPage`, but for what only staff meet.
    public init(status: Int, signedIn: SignedIn, press: Press) {
        let known = ErrorPage.known(status)
        heading = press.words("error.\(known).heading")
        // To staff a page may be closed for a reason that the public never meets.
        let own = "staff.error.\(known).text"
        text = press.words(press.has(own) ? own : "error.\(known).text")
        frame = StaffFrame(title: heading, section: nil, signedIn: signedIn, press: press)
    }
}
