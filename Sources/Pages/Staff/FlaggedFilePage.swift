public import Complaints

/// Before a document is opened in which a virus scanner found something: what, and both ways on (S-37).
public struct FlaggedFilePage: Page {
    public static let template = "staff/flagged"

    /// The address parameter, and its value, of somebody who wants it all the same.
    public static let confirmation = (name: "malgre", value: "oui")

    let frame: StaffFrame
    let name: String
    let found: String
    let path: String
    let parameter = confirmation.name
    let value = confirmation.value
    let casePath: String

    /// - Parameter identifier: the number or reference of the case file.
    public init(_ file: FileSummary, _ scan: FileScan, of identifier: String, signedIn: SignedIn, press: Press) {
        frame = StaffFrame(
            title: press.words("staff.flagged.title"),
            section: .register,
            signedIn: signedIn,
            press: press
        )
        name = file.name
        found = press.words(
            "staff.flagged.found",
            ["finding": scan.finding ?? "", "at": FrenchDates.short(scan.at)]
        )
        path = Path.attachment(file.id)
        casePath = Path.caseFile(identifier)
    }
}
