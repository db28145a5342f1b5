import Complaints
import Registry

/// The post of the demonstration: it takes what waits, and keeps nothing. An address that was mistyped does not exist.
enum DemoPost {
    private static let mistyped = "exmaple.org"

    /// Takes every letter that is due.
    static func collect(from register: Register) async throws {
        while let letter = try await register.claimLetter() {
            if letter.recipient.hasSuffix(mistyped) {
                try await register.letterRefused(letter, .refused, detail: "550 5.1.1 No such user here")
            } else {
                let ticket = letter.id.prefix(8).uppercased()
                try await register.letterAccepted(letter, reply: "250 2.0.0 Ok: queued as \(ticket)")
            }
        }
    }
}
