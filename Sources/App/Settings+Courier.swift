import FoundationEssentials
import Post

extension Settings {
    /// Where announcements may go. - Throws: `Mistake` for a file of authorities that cannot be read.
    static func courier(hosts: [String], _ authority: String?) throws -> CourierSettings {
        if let authority, !FileManager.default.isReadableFile(atPath: authority) {
            throw Mistake(
                description:
                    "Le fichier d’autorités est illisible\u{A0}: \(authority) (\(Name.webhookAuthority.variable))."
            )
        }
        return CourierSettings(
            privateHosts: Set(hosts.map { $0.lowercased() }),
            certificateAuthorityFile: authority
        )
    }
}
