/// The last page of the first start: the addresses to link from the provider's own site, and what is still to do.
public struct SetUpDonePage: Page {
    public static let template = "staff/set-up-done"

    /// What may still be missing.
    public enum Missing: String, Sendable, CaseIterable {
        /// Only this machine opens the addresses.
        case publicAddress = "adresse"
        /// Letters are printed.
        case relay = "courriels"
        /// An answer that refuses something cannot be given to a consumer.
        case mediator = "mediateur"
        /// More than one person handles complaints, and each is to have an account.
        case accounts = "comptes"
    }

    /// An address to link.
    struct Address: Sendable {
        let name: String
        let path: String
        let whole: String
    }

    let frame: StaffFrame
    let addresses: [Address]
    /// Where the form is, whole, for the words to be pasted.
    let formAddress: String
    /// The same of the procedure.
    let procedureAddress: String
    /// A sentence for documents, with both.
    let sentence: String
    let missing: [String]
    let dashboard = Path.dashboard

    /// - Parameters:
    ///   - publicAddress: what the addresses begin with, without a slash at the end.
    ///   - missing: what is, in the order of `Missing`.
    public init(publicAddress: String, missing: Set<Missing>, signedIn: SignedIn, press: Press) {
        frame = StaffFrame(title: press.words("staff.set-up.done.title"), signedIn: signedIn, press: press)
        addresses = [
            ("formulaire", Path.complaint), ("procedure", Path.procedure), ("accueil", Path.home),
            ("donnees", Path.privacy), ("accessibilite", Path.accessibility),
        ].map { code, path in
            Address(name: press.words("staff.set-up.address.\(code)"), path: path, whole: publicAddress + path)
        }
        formAddress = publicAddress + Path.complaint
        procedureAddress = publicAddress + Path.procedure
        let holes = ["form": formAddress, "procedure": procedureAddress]
        sentence = press.words("staff.set-up.paste.sentence", holes)
        let found = Missing.allCases.filter(missing.contains).map(\.rawValue)
        self.missing = (found + ["reglages"]).map { press.words("staff.set-up.next.\($0)") }
    }
}
