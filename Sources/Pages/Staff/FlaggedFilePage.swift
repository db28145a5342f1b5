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
    let backPath: String
    let back: String

    /// - Parameter identifier: the number or reference of the case file.
    public init(_ file: FileSummary, _ scan: FileScan, of identifier: String, signedIn: SignedIn, press: Press) {
        let back = (path: Path.caseFile(identifier), words: press.words("staff.flagged.back"))
        self.init(file, scan, at: Path.attachment(file.id), back, .register, signedIn, press)
    }

    /// - Parameters:
    ///   - path: where the file of a mail, or the whole, is downloaded.
    ///   - mail: that mail.
    public init(
        _ file: FileSummary,
        _ scan: FileScan,
        at path: String,
        ofMail mail: String,
        signedIn: SignedIn,
        press: Press
    ) {
        let back = (path: Path.mail(mail), words: press.words("staff.flagged.back.courriel"))
        self.init(file, scan, at: path, back, .receptions, signedIn, press)
    }

    private init(
        _ file: FileSummary,
        _ scan: FileScan,
        at path: String,
        _ back: (path: String, words: String),
        _ section: StaffFrame.Section,
        _ signedIn: SignedIn,
        _ press: Press
    ) {
        frame = StaffFrame(
            title: press.words("staff.flagged.title"),
            section: section,
            signedIn: signedIn,
            press: press
        )
        name = file.name
        found = press.found(by: scan)
        self.path = path
        (backPath, self.back) = back
    }
}

extension Press {
    /// What a virus scanner found, and when.
    func found(by scan: FileScan) -> String {
        words("staff.flagged.found", ["finding": scan.finding ?? "", "at": FrenchDates.short(scan.at)])
    }
}
