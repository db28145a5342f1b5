public import Complaints

/// The last page of the first start: the addresses to link from the provider's own site, and what is still to do.
public struct SetUpDonePage: Page {
    public static let template = "staff/set-up-done"

    /// An address to link.
    struct Address: Sendable {
        let name: String
        let path: String
        let whole: String
    }

    let frame: StaffFrame
    /// Whether the addresses open on this machine alone: then they are not to be linked yet.
    let isLocal: Bool
    let addresses: [Address]
    /// Where the form is, whole, for the words to be pasted.
    let formAddress: String
    /// The same of the procedure.
    let procedureAddress: String
    /// A sentence for documents, with both.
    let sentence: String
    /// What whoever begins has to see to, done or not.
    let lines: [UpkeepRow]
    let leafletPath = Path.leaflet
    let dashboard = Path.dashboard

    /// - Parameters:
    ///   - publicAddress: what the addresses begin with, without a slash at the end.
    ///   - isLocal: whether these open on this machine alone.
    ///   - lines: what whoever begins has to see to.
    public init(
        publicAddress: String,
        isLocal: Bool,
        lines: [UpkeepLine],
        signedIn: SignedIn,
        press: Press
    ) {
        self.isLocal = isLocal
        frame = StaffFrame(title: press.words("staff.set-up.done.title"), signedIn: signedIn, press: press)
        addresses = [
            ("formulaire", Path.complaint), ("procedure", Path.procedure), ("accueil", Path.home),
            ("donnees", Path.privacy), ("accessibilite", Path.accessibility), ("depliant", Path.leaflet),
        ].map { code, path in
            Address(name: press.words("staff.set-up.address.\(code)"), path: path, whole: publicAddress + path)
        }
        formAddress = publicAddress + Path.complaint
        procedureAddress = publicAddress + Path.procedure
        let holes = ["form": formAddress, "procedure": procedureAddress]
        sentence = press.words("staff.set-up.paste.sentence", holes)
        self.lines = UpkeepRow.rows(lines, for: signedIn.officer, press: press)
    }
}
