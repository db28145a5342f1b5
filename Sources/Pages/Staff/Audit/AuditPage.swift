import Complaints

/// Where whoever audits, or watches over who does and sees what, begins: the doors that their roles open.
public struct AuditPage: Page {
    public static let template = "staff/audit/entry"
    public static var script: PageScript? { .staff }

    /// One door.
    struct Entry: Sendable {
        let path: String
        let title: String
        let text: String
    }

    let frame: StaffFrame
    let entries: [Entry]
    /// What is hidden there, for those who may wonder.
    let hidden: String?

    public init(signedIn: SignedIn, press: Press) {
        let officer = signedIn.officer
        frame = StaffFrame(title: press.words("staff.audit.title"), section: .audit, signedIn: signedIn, press: press)
        let books = [
            ("registre", Path.auditedRegister), ("receptions", Path.auditedReceptions),
            ("procedure", Path.procedureVersions), ("preuve", Path.evidence),
        ]
        let journal = officer.readsAccessesToCases ? "acces" : "comptes"
        let open =
            (officer.mayEnter(.pseudonymised) ? books : [])
            + (officer.mayEnter(.accesses) ? [(journal, Path.accesses)] : [])
        entries = open.map { key, path in
            Entry(
                path: path,
                title: press.words("staff.audit.entry.\(key)"),
                text: press.words("staff.audit.entry.\(key).text")
            )
        }
        hidden = officer.mayEnter(.pseudonymised) ? press.words("staff.audit.hidden") : nil
    }
}
