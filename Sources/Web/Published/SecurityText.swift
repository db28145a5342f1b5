import Complaints
import Foundation
import Mail

/// Where somebody who found a weakness writes to: a `security.txt` (RFC 9116; S-11).
///
/// It is made anew at each request, and so its end is always half a year away: never about to expire, and never as far as
/// the year that the RFC advises against.
struct SecurityText: Sendable {
    /// The file, lines ended by LF.
    let text: String

    /// How many days ahead it expires: between the 30 and the 365 of S-11.
    static let days = 180

    /// Nil where the provider has set no address that could stand in it: a file without a contact is none.
    ///
    /// - Parameter address: what the site's own addresses begin with, without a slash at the end; https alone may be named.
    init?(provider: Provider, address: String, path: String, now: Instant) {
        guard let contact = Self.contact(provider) else { return nil }
        let end = now.utcDate.adding(days: Self.days)
        var lines = ["Contact: \(contact)", "Expires: \(end)T00:00:00Z", "Preferred-Languages: fr"]
        if address.hasPrefix("https://") { lines.append("Canonical: \(address)\(path)") }
        text = lines.map { "\($0)\n" }.joined()
    }

    /// The provider's e-mail as a URI, else its website where that is https: nothing else may be named (RFC 9116, 2.5.3).
    private static func contact(_ provider: Provider) -> String? {
        if let email = EmailAddress(provider.email) {
            let local = email.localPart.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
            return "mailto:\(local)@\(email.domain)"
        }
        let site = provider.website
        return site.hasPrefix("https://") && site.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? site : nil
    }

    /// What stands for itself in the local part of a `mailto:` (RFC 6068, 2).
    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'*+"
    )
}
