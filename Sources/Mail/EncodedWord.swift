/// Text of any language as ASCII words inside a header (RFC 2047), by the “Q” encoding, which stays half legible.
enum EncodedWord {
    private static let opening = "=?UTF-8?Q?"
    private static let closing = "?="

    /// `text` as encoded words on lines of their own, of 75 bytes at most each, cut between code points only.
    ///
    /// `firstLength`: how many bytes the first word may take on the line that its header began.
    static func encode(_ text: String, firstLength: Int) -> String {
        var words: [String] = []
        var payload: [UInt8] = []
        var encoded: [UInt8] = []
        for scalar in text.unicodeScalars {
            encoded.removeAll(keepingCapacity: true)
            for byte in UTF8.encode(scalar) ?? .init() { spell(byte, into: &encoded) }
            let length = opening.utf8.count + payload.count + encoded.count + closing.utf8.count
            if length > (words.isEmpty ? min(firstLength, 75) : 75) {
                words.append(word(payload))
                payload = []
            }
            payload += encoded
        }
        words.append(word(payload))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ payload: [UInt8]) -> String {
        opening + String(decoding: payload, as: UTF8.self) + closing
    }

    /// RFC 2047 §5 (3): the only characters that may stand for themselves inside a display name.
    private static func spell(_ byte: UInt8, into encoded: inout [UInt8]) {
        if byte == UInt8(ascii: " ") {
            encoded.append(UInt8(ascii: "_"))
        } else if byte.isLetter || byte.isDigit || "!*+-/".utf8.contains(byte) {
            encoded.append(byte)
        } else {
            encoded.append(UInt8(ascii: "="))
            encoded.append(UInt8.hexadecimalDigit(byte >> 4))
            encoded.append(UInt8.hexadecimalDigit(byte & 15))
        }
    }
}
