import Complaints

/// For somebody signed in whose roles do not open case files: why, and where they may go.
public struct ReservedPage: Page {
    public static let template = "staff/reserved"

    let frame: StaffFrame
    /// What each of the reader's roles does instead, a sentence each.
    let reasons: [String]
    /// What an administrator is here for; nil for whoever may not see it.
    let settings: String?
    /// Likewise.
    let accounts: String?
    let home = Path.home
    let checkpoint = Path.checkpoint

    public init(signedIn: SignedIn, press: Press) {
        frame = StaffFrame(title: press.words("staff.reserved.title"), signedIn: signedIn, press: press)
        settings = signedIn.officer.maySet ? Path.settings : nil
        accounts = signedIn.officer.administersAccounts ? Path.accounts : nil
        let keys = signedIn.officer.roles.sorted().map { "staff.reserved.\($0.rawValue)" }.filter(press.has)
        reasons = (keys.isEmpty ? ["staff.reserved.otherwise"] : keys).map { press.words($0) }
    }
}
