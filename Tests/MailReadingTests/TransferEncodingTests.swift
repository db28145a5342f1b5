import Testing

@testable import MailReading

@Suite struct `What was encoded for the way` {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Bytes of every kind, always the same for a length.
    private func bytes(_ count: Int) -> [UInt8] {
        var state = UInt32(truncatingIfNeeded: count &* 2_654_435_761 &+ 1)
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }

    private func base64(_ bytes: [UInt8], line: Int) -> [UInt8] {
        var encoded: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[start..<min(start + 3, bytes.count)]
            let bits = three.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - three.count))
            for place in 0..<4 {
                let isPadding = place > three.count
                encoded.append(isPadding ? 61 : Self.alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63])
            }
        }
        return Array(encoded.enumerated().flatMap { $0 > 0 && $0 % line == 0 ? [13, 10, $1] : [$1] })
    }

    // Shows: S-78
    @Test func `in base64 comes out to the byte, however long its lines`() {
        for count in 0...300 {
            let original = bytes(count)
            for line in [1, 3, 4, 5, 60, 76, 77, 1_000] {
                let (decoded, isSound) = TransferEncoding.base64(base64(original, line: line)[...])
                #expect(decoded == original && isSound, "\(count) bytes in lines of \(line)")
            }
        }
    }

    // Shows: S-78
    @Test func `in base64 comes out to the byte where decoders by pieces of some kilobytes cut it`() {
        for count in [3_071, 3_072, 3_073, 4_095, 4_096, 4_097, 12_287, 65_537] {
            #expect(TransferEncoding.base64(base64(bytes(count), line: 76)[...]).bytes == bytes(count))
        }
    }

    @Test func `as quoted-printable comes out to the byte, wherever its lines are broken`() {
        for count in 0...200 {
            let original = bytes(count)
            for line in [1, 2, 25, 76] {
                let encoded = original.enumerated().flatMap { index, byte in
                    Array(
                        "\(index > 0 && index % line == 0 ? "=\r\n" : "")=\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
                            .utf8
                    )
                }
                let (decoded, isSound) = TransferEncoding.quotedPrintable(encoded[...])
                #expect(decoded == original && isSound, "\(count) bytes in lines of \(line)")
            }
        }
    }

    @Test(arguments: [
        ("a=3db", "a=b"), ("a=\nb", "ab"), ("a= \t\r\nb", "ab"), ("a  \r\nb \n", "a\r\nb\n"), ("a=", "a"),
        ("a=3", "a=3"),
        ("a=zz", "a=zz"), ("a  ", "a"), ("=", ""),
    ]) func `as quoted-printable is forgiven what is wrong with it`(encoded: String, decoded: String) {
        let bytes = TransferEncoding.quotedPrintable(Array(encoded.utf8)[...]).bytes
        #expect(String(decoding: bytes, as: UTF8.self) == decoded)
    }

    @Test(arguments: [("QQ==Qg==", "AB"), ("QUI", "AB"), ("Q U\nI=", "AB"), ("Q*UI=", "AB"), ("====", ""), ("Q", "")])
    func `in base64 is forgiven what is wrong with it`(encoded: String, decoded: String) {
        #expect(TransferEncoding.base64(Array(encoded.utf8)[...]).bytes == Array(decoded.utf8))
    }

    @Test func `by uuencode comes out to the byte`() {
        let encoded = "begin 644 a.txt\n#0V%T\n#0V%T\n`\nend\n"
        #expect(TransferEncoding.uuencode(Array(encoded.utf8)[...]).bytes == Array("CatCat".utf8))
        #expect(TransferEncoding.uuencode(Array("M0V%T".utf8)[...]).isSound == false)
    }

    @Test(arguments: ["BASE64", " base64 ", "base64;", "Base64 (x)"]) func `is known by its name`(name: String) {
        #expect(TransferEncoding(name) == .base64)
    }
}
