/// What somebody signed in is told when something went wrong, their menu around it.
public struct StaffErrorPage: Page {
    public static let template = "staff/error"

    let frame: StaffFrame
    let heading: String
    let text: String
    /// Where the reader's menu begins, or their account where they have none.
    let home: String
    let back: String

    /// - Parameter status: of the response; the words are those of `ErrorPage`, but for what only staff meet.
    public init(status: Int, signedIn: SignedIn, press: Press) {
        let known = ErrorPage.known(status)
        heading = press.words("error.\(known).heading")
        // To staff a page may be closed for a reason that the public never meets.
        let own = "staff.error.\(known).text"
        text = press.words(press.has(own) ? own : "error.\(known).text")
        frame = StaffFrame(title: heading, section: nil, signedIn: signedIn, press: press)
        (home, back) = frame.wayBack(press)
    }
}

extension StaffFrame {
    /// Where the reader's menu begins, or their account where they have none, and what the link to it says.
    func wayBack(_ press: Press) -> (path: String, words: String) {
        let first = desk?.menu.first
        let name = first?.name ?? press.words("staff.account.title")
        return (first?.path ?? Path.account, press.words("staff.error.back", ["name": name]))
    }
}
