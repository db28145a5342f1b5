import Complaints
import Crypto
import FoundationEssentials

/// What an authenticator application and this server share: 160 bits of chance, out of which both make the same six
/// digits every thirty seconds ([RFC 6238](https://www.rfc-editor.org/rfc/rfc6238)). It does not print itself.
public struct OneTimeSeed: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    /// Seconds that one code is shown for.
    private static let period = 30
    /// Codes before and after that of this moment that are taken too: clocks differ, and people type slowly.
    private static let tolerance = 1

    /// A new seed. - Parameter random: 20 bytes from a cryptographic source.
    public init(random: [UInt8]) {
        precondition(random.count == 20, "A seed has 160 bits.")
        bytes = random
    }

    /// To type into an application: 32 symbols, four by four.
    public var readable: String { Base32.encode(bytes).grouped(by: " ") }

    /// To hand over to an application, in the form that all of them read.
    /// https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    ///
    /// - Parameters:
    ///   - issuer: whom the code is for, as the application lists it; its first 40 characters are.
    ///   - account: who, likewise.
    public func address(issuer: String, account: String) -> String {
        let (issuer, account) = (Self.escaped(issuer.prefix(40)), Self.escaped(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(bytes))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=\(Self.period)"
    }

    /// The step whose code was typed, if it is one of this moment and later than the last one taken: each code works once.
    ///
    /// - Parameter typed: as typed, in groups or not.
    func step(of typed: String, at now: Instant, after last: Int?) -> Int? {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6 else { return nil }
        let current = Int(now.secondsSince1970) / Self.period
        return (current - Self.tolerance...current + Self.tolerance).first { step in
            step > last ?? .min && Self.areEqual(code(at: step), digits)
        }
    }

    /// The code of one step of thirty seconds since 1970 (RFC 4226, section 5.3). - Parameter digits: six to eight.
    func code(at step: Int, digits: Int = 6) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let mac = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes))
            .withUnsafeBytes(Array.init)
        let start = Int(mac[19] & 15)
        let number = mac[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(1) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    public var description: String { "OneTimeSeed" }

    public var customMirror: Mirror { Mirror(self, children: []) }

    /// In constant time.
    private static func areEqual(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// As a part of an address: whatever is not plain, byte by byte.
    private static func escaped(_ text: some StringProtocol) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.reduce(into: "") { escaped, byte in
            escaped += plain.contains(byte) ? String(UnicodeScalar(byte)) : "%\(hexadecimal([byte]).uppercased())"
        }
    }
}
