import Crypto
import CryptoExtras

/// A password as it is kept: scrypt (RFC 7914), its cost and salt beside the result, so that the cost may grow later
/// (S-52). Written `scrypt$15$8$3$salt$hash`, salt and hash in hexadecimal.
public struct PasswordRecord: Sendable, Equatable {
    /// What computing a password costs.
    public struct Cost: Sendable, Equatable {
        /// The binary logarithm of N: memory is 128 · r · N bytes.
        public let logN: Int
        /// The block size.
        public let r: Int
        /// How often in a row.
        public let p: Int

        /// A cost; `nil` beyond what this server is ready to compute: a record is data, and may have been tampered
        /// with.
        public init?(logN: Int, r: Int, p: Int) {
            guard (1...18).contains(logN), (1...16).contains(r), (1...16).contains(p) else { return nil }
            (self.logN, self.r, self.p) = (logN, r, p)
        }

        private init(known logN: Int, _ r: Int, _ p: Int) { (self.logN, self.r, self.p) = (logN, r, p) }

        /// N = 2¹⁵, r = 8, p = 3: 32 MiB, one of the equal choices of OWASP's Password Storage Cheat Sheet.
        public static let current = Cost(known: 15, 8, 3)
    }

    let cost: Cost
    let salt: [UInt8]
    let hash: [UInt8]

    /// Computes a record: slow and memory-hungry on purpose. Go through `PasswordHasher`.
    ///
    /// - Parameter salt: 16 bytes of chance.
    public init(_ password: String, salt: [UInt8], cost: Cost = .current) throws {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(password, salt, cost)
    }

    /// Reads a record as it is kept.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let logN = Int(parts[1]), let r = Int(parts[2]),
            let p = Int(parts[3]), let cost = Cost(logN: logN, r: r, p: p),
            let salt = Self.bytes(parts[4]), let hash = Self.bytes(parts[5]), hash.count == 32
        else { return nil }
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
    }

    /// A record that no password matches and that costs as much as any other: what an unknown account is checked
    /// against, so that it takes as long as a known one (S-44).
    init(matchingNothingAt cost: Cost) {
        self.cost = cost
        salt = Array(repeating: 0, count: 16)
        hash = []
    }

    /// The record as it is kept.
    public var text: String { "scrypt$\(cost.logN)$\(cost.r)$\(cost.p)$\(hexadecimal(salt))$\(hexadecimal(hash))" }

    /// Whether this is the password; as slow as computing it. Bytes are compared in constant time.
    public func matches(_ password: String) throws -> Bool {
        let computed = try Self.derive(password, salt, cost)
        return computed.count == hash.count && zip(computed, hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether the password should be computed anew at the next sign-in, since the cost has changed.
    public func needsRehash(at cost: Cost = .current) -> Bool { self.cost != cost }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << cost.logN,
            blockSize: cost.r,
            parallelism: cost.p
        )
        return key.withUnsafeBytes(Array.init)
    }

    private static func bytes(_ hexadecimal: Substring) -> [UInt8]? {
        let digits = Array(hexadecimal.utf8)
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ Character(.init($0)).isHexDigit }) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
        }
    }
}
