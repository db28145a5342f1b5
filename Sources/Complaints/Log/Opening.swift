import Crypto

/// The part of a leaf that can be forgotten: with it anyone can check what the leaf recorded, and once it is erased the
/// leaf proves only that something was recorded that day.
public struct Opening: Sendable, Hashable {
    /// 32 random bytes, used for this leaf alone.
    public let salt: [UInt8]
    /// UTF-8 JSON. These bytes are authoritative: they are stored and checked, never written anew.
    public let payload: [UInt8]
    /// HMAC-SHA256 of the payload under the salt, 32 bytes: binding by SHA-256, hiding by the 256 bits of the salt. Made
    /// with the opening, so that it is at hand when the leaf's place becomes known.
    public let commitment: [UInt8]

    /// Nil unless the salt has 32 bytes: a key of fixed length is what binds the commitment to one payload.
    public init?(salt: [UInt8], payload: [UInt8]) {
        guard salt.count == 32 else { return nil }
        self.salt = salt
        self.payload = payload
        commitment = HMAC<SHA256>.authenticationCode(for: payload, using: SymmetricKey(data: salt)).withUnsafeBytes {
            Array($0)
        }
    }
}
