import Complaints
import Crypto

/// What a program shows to act for somebody: `dol_`, then 64 symbols of Crockford's base 32 (S-57). The first eight name it in
/// public; 256 bits of chance follow, which are kept only as a digest, and a sum by which a scanner of leaked secrets knows
/// one from any other text. It does not print itself.
public struct AccessToken: Sendable, CustomStringConvertible, CustomReflectable {
    /// Bytes of chance that one is made of: its public name, then its secret.
    static let length = nameLength + 32
    private static let nameLength = 5
    private static let sumLength = 3

    private let bytes: [UInt8]

    /// A new token. - Parameter random: `length` bytes from a cryptographic source.
    init(random: [UInt8]) {
        precondition(random.count == Self.length, "A token has a name and a secret.")
        bytes = random
    }

    /// A token as a program sends it; nil for any other text: there is one spelling.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 68, text.hasPrefix(AccessEntry.tokenPrefix),
            let read = Crockford.decode(String(text.dropFirst(4)), bytes: Self.length + Self.sumLength)
        else { return nil }
        bytes = Array(read[..<Self.length])
        guard Array(read[Self.length...]) == sum else { return nil }
    }

    /// What the program sends: shown once.
    public var text: String { AccessEntry.tokenPrefix + Crockford.encode(bytes + sum) }

    /// Its public name, `dol_` and eight symbols: in lists, in the journal of accesses, and what a leaked one is known by.
    public var id: String { AccessEntry.tokenPrefix + Crockford.encode(Array(bytes[..<Self.nameLength])) }

    /// What is kept of it: SHA-256("jeton/v1" ‖ name ‖ secret).
    var digest: [UInt8] { Self.hash("jeton/v1", bytes) }

    /// Says nothing of the digest: it is made of the same bytes for another purpose.
    private var sum: [UInt8] { Array(Self.hash("jeton-somme/v1", bytes)[..<Self.sumLength]) }

    private static func hash(_ purpose: String, _ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: Array(purpose.utf8) + bytes))
    }

    public var description: String { "AccessToken" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
