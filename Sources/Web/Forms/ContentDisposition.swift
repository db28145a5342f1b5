/// The header that makes a browser save a file and never show it (S-35), with the file's name (RFC 6266).
public enum ContentDisposition {
    /// `attachment; filename="resume.pdf"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf`: ASCII alone, so no name can end the
    /// header line (S-31).
    public static func attachment(_ name: FileName) -> String {
        let download = name.download
        let plain = download.unicodeScalars.map { isPlain($0) ? Character($0) : "_" }
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(percentEncoded(download))"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) && !"\"\\%".unicodeScalars.contains(scalar)
    }

    /// Everything but the attribute characters of RFC 8187, 3.2.1.
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            if byte < 0x80, byte.isToken, !"*'%".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
