public import Crypto
import Registry

/// What a hidden field proves: that this server issued this form, for this purpose, not too long ago, and to this
/// session if there is one. Nothing is stored (S-13).
///
/// The public form's token is also its submission identifier: sent twice, it is received once.
public struct FormToken: Sendable, Equatable {
    /// What a token can have wrong. Only `expired` can happen to somebody who means well.
    public enum Mistake: Error, Sendable, Equatable {
        /// Absent, or no token at all.
        case malformed
        /// Not issued by us, or for another purpose, or for another session.
        case forged
        /// Issued too long ago.
        case expired
    }

    /// Seconds that a token is good for: as long as the form's uploads are kept.
    public static let lifetime = Submission.lifetime
    /// Seconds that a token may come from the future: servers' clocks differ.
    private static let tolerance = 300

    /// 128 bits of chance, unique to this form.
    public let identifier: [UInt8]
    /// When it was issued, in seconds since 1970.
    public let issued: Int

    /// A new form.
    ///
    /// - Parameters:
    ///   - random: 16 bytes from a cryptographic source.
    ///   - instant: now, in seconds since 1970.
    public init(random: [UInt8], at instant: Int) {
        precondition(random.count == 16, "A form's identifier has 128 bits.")
        identifier = random
        issued = instant
    }

    /// The token as the hidden field carries it: 63 Crockford symbols, for identifier, time and 128 bits of MAC.
    ///
    /// - Parameters:
    ///   - purpose: what the form does, so that one form's token is none for another.
    ///   - binding: the session's token, or nothing where there is no session.
    public func sealed(for purpose: String, binding: [UInt8] = [], with key: SymmetricKey) -> String {
        Crockford.encode(content + mac(purpose, binding, key))
    }

    /// Reads a token back and checks it, in constant time.
    public static func check(
        _ text: String?,
        for purpose: String,
        binding: [UInt8] = [],
        at instant: Int,
        lifetime: Int = Self.lifetime,
        with key: SymmetricKey
    ) throws(Mistake) -> FormToken {
        guard let symbols = text.flatMap({ Crockford.canonical($0) }),
            let bytes = Crockford.decode(symbols, bytes: 16 + 7 + 16)
        else { throw .malformed }
        let time = bytes[16..<23].reduce(0) { $0 << 8 | Int($1) }
        let token = FormToken(random: Array(bytes[..<16]), at: time)
        guard constantTimeEqual(Array(bytes[23...]), token.mac(purpose, binding, key)) else { throw .forged }
        guard time <= instant + tolerance, instant - time <= lifetime else { throw .expired }
        return token
    }

    private var content: [UInt8] {
        identifier + (0..<7).reversed().map { UInt8(truncatingIfNeeded: issued >> ($0 * 8)) }
    }

    /// The first 128 bits of HMAC-SHA256. Lengths stand in front, so that no two inputs run into one.
    private func mac(_ purpose: String, _ binding: [UInt8], _ key: SymmetricKey) -> [UInt8] {
        var mac = HMAC<SHA256>(key: key)
        for piece in [Array("form/v1".utf8), Array(purpose.utf8), content, binding] {
            mac.update(data: (0..<4).reversed().map { UInt8(truncatingIfNeeded: piece.count >> ($0 * 8)) } + piece)
        }
        return Array(mac.finalize().prefix(16))
    }

    private static func constantTimeEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
