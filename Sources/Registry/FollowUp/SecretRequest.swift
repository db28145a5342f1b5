import Complaints
import Crypto
import Foundation

/// What somebody who lost a tracking secret asks for.
public enum SecretRequest: Sendable {
    /// It is taken, whether it fits a case file or not (S-44): the token is for the browser that asked.
    case taken(StaffToken)
    /// Too many from there: nothing was looked at.
    case wait(seconds: Int)

    /// How long a link is good for, in seconds (S-49).
    public static let lifetime = 10 * 60
    /// Letters with a link that one case file, and one address, may call for in a day (S-43).
    static let perDay = 3
    /// Letters with a link of an organisation in an hour.
    static let perHour = 200

    /// The secret that a link gives to its browser: the same each time, so that a double click or an answer that was lost
    /// takes nothing from anybody, and never stored. It cannot be made from the letter, nor from the database.
    static func secret(link: StaffToken, browser: StaffToken) -> TrackingSecret {
        let mac = HMAC<SHA256>.authenticationCode(
            for: Data("suivi-acces/v1\n\(link.text)".utf8),
            using: SymmetricKey(data: Data(browser.text.utf8))
        )
        return TrackingSecret(random: Array(Array(mac).prefix(17)))
    }
}
