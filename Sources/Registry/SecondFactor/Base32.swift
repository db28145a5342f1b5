/// Bits as authenticator applications take them: the base 32 of RFC 4648, section 6. It is not Crockford's, which people
/// read to one another.
enum Base32 {
    private static let symbols = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The symbols of a multiple of five bytes, so that nothing has to be filled up.
    static func encode(_ bytes: [UInt8]) -> String {
        precondition(bytes.count.isMultiple(of: 5), "Five bytes make eight symbols.")
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 5) {
            let group = bytes[start..<start + 5].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            text += (0..<8).map { symbols[Int(group >> (35 - 5 * $0) & 31)] }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension String {
    /// Symbols four by four, to read and to type.
    func grouped(by separator: String) -> String {
        stride(from: 0, to: count, by: 4).map { dropFirst($0).prefix(4) }.joined(separator: separator)
    }
}
