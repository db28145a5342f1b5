public import Complaints

/// What becomes of the personal data of whoever complains, or is spoken of: made from the settings in force, and dated
/// with them (GDPR art. 13 and 14; R-59, R-66, R-70).
public struct PrivacyPage: Page {
    public static let template = "public/published/privacy"

    let frame: PublicFrame
    let controller: String
    let address: [String]
    let contact: String
    /// Where it is one that a mail can be sent to.
    let contactEmail: String?
    let version: String
    let since: String
    let purposes: [Purpose]
    /// Who handles them on the provider's behalf.
    let processors: String
    let retention: String
    let cnil = "https://www.cnil.fr/fr/plaintes"
    let followUpHours: String
    let staffHours: String

    /// Why data are used, and by which right.
    struct Purpose: Sendable {
        let name: String
        let basis: String
    }

    /// - Parameters:
    ///   - followUpHours: how long at most a complainant's session lasts, which a cookie holds.
    ///   - staffHours: the same of somebody who works at the provider.
    ///   - hasRelay: whether letters can leave by e-mail, and so pass through others' hands.
    public init(of published: PublishedProcedure, followUpHours: Int, staffHours: Int, hasRelay: Bool, press: Press) {
        let procedure = published.procedure
        let provider = procedure.provider
        let notice = PrivacyNotice(procedure, press)
        frame = PublicFrame(title: press.words("data.title"), provider: provider, in: .other(Path.privacy), press)
        controller = notice.controller
        address = [provider.name] + provider.postalAddress.lines
        contact = notice.contact
        contactEmail =
            notice.contact.contains("@") && !notice.contact.contains(where: \.isWhitespace) ? notice.contact : nil
        version = String(procedure.version)
        since = press.long(published.since.civilDate)
        purposes = ["handle", "mediation", "quality", "claims"].map { purpose in
            Purpose(name: press.words("data.purpose.\(purpose)"), basis: press.words("data.purpose.\(purpose).basis"))
        }
        processors = press.words(hasRelay ? "data.recipients.processors" : "data.recipients.processors.papier")
        retention = notice.retention
        self.followUpHours = press.inHours(followUpHours)
        self.staffHours = press.inHours(staffHours)
    }
}
