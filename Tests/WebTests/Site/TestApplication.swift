import Complaints
import Crypto
import Foundation
import Testing

/// An authenticator application: what it makes of the secret that a page shows, after RFC 4648 and RFC 6238 and by no code
/// of ours.
struct TestApplication: Sendable {
    private let secret: [UInt8]

    init(settingUp page: TestAnswer) throws {
        let start = try #require(page.text.firstRange(of: "<code class=\"secret\">")).upperBound
        try self.init(secret: String(page.text[start...].prefix { $0 != "<" }))
    }

    /// As somebody types it, in groups.
    init(secret readable: String) throws {
        let shown = readable.filter { $0 != " " }
        let symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
        let bits = shown.flatMap { symbol -> [Int] in
            let value = symbols.firstIndex(of: symbol).map { symbols.distance(from: symbols.startIndex, to: $0) } ?? 0
            return (0..<5).reversed().map { value >> $0 & 1 }
        }
        secret = stride(from: 0, to: bits.count - 7, by: 8).map { UInt8(bits[$0..<$0 + 8].reduce(0) { $0 << 1 | $1 }) }
        #expect(secret.count == 20)
    }

    /// What it shows at an instant, or so many steps of thirty seconds later.
    func code(at instant: Instant, steps: Int = 0) -> String {
        var counter = UInt64(Int(instant.secondsSince1970) / 30 + steps).bigEndian
        let message = withUnsafeBytes(of: &counter) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: Data(secret))))
        let offset = Int(mac[19] & 0xF)
        let four = mac[offset...offset + 3].map(Int.init)
        let number = ((four[0] & 0x7F) << 24 | four[1] << 16 | four[2] << 8 | four[3]) % 1_000_000
        return String(String(number + 1_000_000).dropFirst())
    }
}
