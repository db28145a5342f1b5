import Crypto
import FoundationEssentials

/// What announcements to one program are signed with, as Standard Webhooks has it: `whsec_` and 256 bits of chance in base 64.
/// Unlike a token it is kept, sealed, since signing takes it. It does not print itself.
public struct SigningSecret: Sendable, CustomStringConvertible, CustomReflectable {
    /// Bytes of chance that one is made of.
    static let length = 32

    let bytes: [UInt8]

    /// - Parameter random: `length` bytes from a cryptographic source.
    init(random: [UInt8]) { bytes = random }

    /// What the program is given: shown once.
    public var text: String { "whsec_" + Data(bytes).base64EncodedString() }

    /// What one message is signed with: `v1,` and the HMAC-SHA256 over identifier, time and body in base 64.
    ///
    /// - Parameters:
    ///   - id: without a point.
    ///   - timestamp: of this attempt, in seconds since 1970.
    public func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
        let signed = Data("\(id).\(timestamp).".utf8) + Data(body)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Data(bytes)))
        return "v1," + Data(code).base64EncodedString()
    }

    public var description: String { "SigningSecret" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
